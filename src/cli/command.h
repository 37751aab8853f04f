#pragma once

#include "console.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace tapeline {

/// One command of tapeline-cli, such as `bars`. Add one: a file with a class, and a line in
/// allCommands().
class Command
{
public:
    virtual ~Command() = default;

    virtual QString name() const = 0;
    /// What it does, in one line.
    virtual QString summary() const = 0;
    /// What follows the name in the usage line: "FILE [--stats]".
    virtual QString synopsis() const = 0;
    /// Its options; --json and --help are there for every command.
    virtual QList<QCommandLineOption> options() const = 0;
    /// What --help says at the end: the output's fields, special cases.
    virtual QString notes() const { return {}; }

    /// The options were parsed; positional arguments are without the command's name.
    virtual ExitCode run(const QCommandLineParser &arguments, Console &console) = 0;
};

/// In the order of the help.
std::vector<std::unique_ptr<Command>> allCommands();

} // namespace tapeline
