#pragma once

#include "command.h"

namespace tapeline {

/// `bars`: bars from recorded ticks, or those of the service (servicebars.h).
class BarsCommand : public Command
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
