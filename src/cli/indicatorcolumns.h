#pragma once

#include "indicatorlist.h"

#include <QCommandLineParser>

namespace tapeline {

/// Indicators on the command line: `--macd 12,26,9`.
namespace indicatorcolumns {

/// An indicator that was asked for, and the name of its first column.
struct Choice
{
    IndicatorSpec spec;
    QString name;
};

/// One option an indicator.
QList<QCommandLineOption> options();
/// In the order of the command line, each once. InvalidArgument with a sentence for people.
Result<std::vector<Choice>> read(const QCommandLineParser &arguments);
/// "macd_12_26_9", "macd_12_26_9_signal", "macd_12_26_9_histogram".
std::vector<std::string> names(const Choice &choice);
/// All there are, for people or as JSON, a line each.
std::vector<std::string> list(bool json);

} // namespace indicatorcolumns
} // namespace tapeline
