#pragma once

#include "command.h"

namespace tapeline {

/// `footprint`: bought and sold volume by price and bar, from recorded ticks.
class FootprintCommand : public Command
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
