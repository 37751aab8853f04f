#pragma once

#include "cumulativedelta.h"
#include "flowbar.h"
#include "tradeclassifier.h"

namespace tapeline {

/// The order flow of a chart so far, as a statistics panel shows it.
struct FlowStatistics
{
    ClassifierRule rule = ClassifierRule::Weighted;
    CvdStatistics cvd;
    qint64 skipped = 0; ///< trades before the first quote
    double unanimous = 1; ///< share of the trades on which all rules agree that classify them
    std::optional<double> vpin; ///< since the last gap, as GrowingVpin tells it
};

/// What changed in the order flow of one chart since the last time it was asked.
struct FlowUpdate
{
    quint64 flow = 0; ///< as given by the engine when it was opened
    bool reset = false; ///< forget all bars first
    std::vector<FlowBar> bars; ///< ascending by start; new or replaced
    PriceGrid grid; ///< of the bars' rows
    std::optional<Timestamp> knownFrom; ///< trades are known from here on; nothing while none are
    FlowStatistics statistics;
};

} // namespace tapeline
