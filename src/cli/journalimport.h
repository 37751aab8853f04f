#pragma once

#include "console.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>

namespace tapeline {

/// `tapeline-cli journal import`: fills of another broker's file into the journal.
namespace journalimport {

/// Those that no other word of `journal` has.
QList<QCommandLineOption> options();
/// For --help.
QString notes();
/// Positional arguments: import, and the file.
ExitCode run(const QCommandLineParser &arguments, Console &console);

} // namespace journalimport
} // namespace tapeline
