#pragma once

#include "command.h"

namespace tapeline {

/// `indicators`: columns of indicators added to bars of a file.
class IndicatorsCommand : public Command
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
