#include "breakdownfilter.h"

namespace tapeline {

std::optional<JournalFilter> narrowedFilter(const JournalFilter &filter, TradeBreakdown breakdown,
                                            const TradeGroup &group)
{
    JournalFilter narrow = filter;
    if (isByWords(breakdown) ? group.text.isEmpty() : group.bucket == TradeGroup::unknown)
        return {};
    switch (breakdown) {
    case TradeBreakdown::Tag:
        narrow.tag = group.text;
        return narrow;
    case TradeBreakdown::Setup:
        narrow.setup = group.text;
        return narrow;
    case TradeBreakdown::Mistake:
        narrow.mistake = group.text;
        return narrow;
    case TradeBreakdown::Symbol:
        narrow.symbol = group.text;
        return narrow;
    case TradeBreakdown::Account:
        narrow.account = group.text;
        return narrow;
    case TradeBreakdown::Side:
        narrow.direction = TradeDirection(group.bucket);
        return narrow;
    case TradeBreakdown::Hour:
    case TradeBreakdown::Weekday:
    case TradeBreakdown::HoldingTime:
    case TradeBreakdown::Price:
    case TradeBreakdown::Volume:
    case TradeBreakdown::Regime:
    case TradeBreakdown::SessionPart:
        narrow.bucket = JournalFilter::Bucket { breakdown, group.bucket };
        return narrow;
    }
    return {};
}

} // namespace tapeline
