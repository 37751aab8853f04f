#pragma once

#include "barchecks.h"
#include "timeframe.h"

#include <optional>

namespace tapeline {

/// V-08 and V-09: times ascend, lie on the timeframe, are not in the future, come once. One bar
/// with a time too far on costs the bar after it, and no more.
class BarOrder
{
public:
    /// now: nothing where no bar can be in the future.
    BarOrder(Timeframe timeframe, AssetClass assetClass, std::optional<Timestamp> now);

    /// isInPlace: whether the bar is later than all before it; of what is neither aligned nor past
    /// nothing is said.
    struct Verdict
    {
        BarFaults faults;
        bool isInPlace = true;
    };
    Verdict check(const Candle &bar, IssueList &issues);

private:
    void checkPlace(const Candle &bar, IssueList &issues, Verdict &verdict);
    void checkDuplicate(const Candle &bar, IssueList &issues, Verdict &verdict);
    bool isBackInOrder(Timestamp start) const;

    Timeframe m_timeframe;
    AssetClass m_assetClass;
    std::optional<Timestamp> m_now;
    std::optional<Candle> m_newest;
    std::optional<Timestamp> m_before; // of the bar in place before that one
    std::optional<Timestamp> m_below; // between the two, and told: the bar added last
};

} // namespace tapeline
