#pragma once

#include "command.h"

namespace tapeline {

/// `chain`: an option chain of the service or a recorded one, with volatilities, Greeks and what it
/// adds up to.
class ChainCommand : public Command
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
