#pragma once

#include "tradeclassifier.h"
#include "tradeeligibility.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>

namespace tapeline {

/// Which ticks the commands of order flow read, and how.
struct FlowRequest
{
    QString trades;
    QString quotes; ///< empty: none
    QString symbol; ///< empty: the only one there is
    ClassifierRule rule = ClassifierRule::Weighted;
    Eligibility eligibility = Eligibility::All;
    bool regularOnly = false;
    bool quotesFirst = false; ///< of one instant
};

namespace flowrequest {

/// Whether a command classifies trades.
enum class Use { Classified, TradesOnly };

QList<QCommandLineOption> options(Use use);
/// InvalidArgument with a sentence on wrong usage.
Result<FlowRequest> read(const QCommandLineParser &arguments, Use use);
/// `--row`: a whole number of ticks from 1 to 1,000,000,000.
QCommandLineOption rowOption();
Result<int> readRow(const QCommandLineParser &arguments);

} // namespace flowrequest
} // namespace tapeline
