#pragma once

#include "command.h"

namespace tapeline {

/// `tapeline-cli journal`: what the round trips in journal.db come to, and the journal as files.
class JournalCommand : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    QString synopsis() const override;
    QList<QCommandLineOption> options() const override;
    QString notes() const override;

    ExitCode run(const QCommandLineParser &arguments, Console &console) override;
};

} // namespace tapeline
