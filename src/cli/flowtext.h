#pragma once

#include "cumulativedelta.h"
#include "footprint.h"
#include "tradeclassifier.h"
#include "volumeprofile.h"

#include <string>

namespace tapeline {

/// Whether a size is more than any sum of order flow can hold.
constexpr bool isBeyondFlow(Qty size)
{
    return size.units() > splitLimit / 4;
}

/// Order flow as the command line prints it: JSON in the fields of architecture.md, and text for
/// people.
namespace flowtext {

struct CvdTotals
{
    CvdStatistics statistics;
    qint64 skipped = 0;
    ClassifierRule rule = ClassifierRule::Weighted;
};

std::string toJson(const CvdTotals &totals);
std::string toText(const CvdTotals &totals);
/// One trade, and the cumulative delta after it.
std::string toJson(const FlowPrint &print, HalfQty cvd);
std::string toRow(const FlowPrint &print, HalfQty cvd);
std::string toJson(const FootprintBar &bar, PriceGrid grid);
/// Several lines.
std::string toText(const FootprintBar &bar, PriceGrid grid);
std::string toJson(const VolumeProfile &profile, const ValueAreaRules &rules);
std::string toText(const VolumeProfile &profile, const ValueAreaRules &rules);

} // namespace flowtext
} // namespace tapeline
