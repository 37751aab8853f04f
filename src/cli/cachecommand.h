#pragma once

#include "command.h"

namespace tapeline {

/// `cache`: what is kept of what was asked for, and how to forget it.
class CacheCommand : public Command
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
