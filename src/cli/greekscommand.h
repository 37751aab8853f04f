#pragma once

#include "command.h"

namespace tapeline {

/// `greeks`: price and Greeks of one option, by the model of its style.
class GreeksCommand : public Command
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
