#pragma once

#include "command.h"

namespace tapeline {

/// `validate`: how good recorded data is, and what is wrong with it.
class ValidateCommand : public Command
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
