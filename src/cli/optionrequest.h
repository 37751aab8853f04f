#pragma once

#include "optionmodel.h"
#include "result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>

namespace tapeline {

/// One option as the command line tells it.
struct OptionRequest
{
    OptionInputs inputs;
    bool isAmerican = false;
};

namespace optionrequest {

/// --type, --style, --spot, --strike, --years, --rate, --yield, and the number that the command is
/// about: --vol or --price.
QList<QCommandLineOption> options(const QCommandLineOption &number);
/// Without that number. InvalidArgument: a sentence on what is wrong.
Result<OptionRequest> read(const QCommandLineParser &arguments);
/// A number of its own option, which must be there.
Result<double> readNumber(const QCommandLineParser &arguments, const QString &name);

/// The model's name in the results: "black-scholes-merton", "andersen-lake-offengenden",
/// "leisen-reimer".
const char *modelOf(const OptionRequest &request);

} // namespace optionrequest
} // namespace tapeline
