#pragma once

#include "command.h"

namespace tapeline {

/// `cvd`: who crossed the spread in recorded ticks, added up.
class CvdCommand : public Command
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
