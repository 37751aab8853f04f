#pragma once

#include "command.h"

namespace tapeline {

/// `profile`: traded volume by price, from recorded ticks.
class ProfileCommand : public Command
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
