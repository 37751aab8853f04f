#pragma once

#include "barchecks.h"
#include "timeframe.h"

#include <optional>

namespace tapeline {

/// V-08 and V-09: times ascend, lie on the timeframe, are not in the future, come once.
class BarOrder
{
public:
    /// now: nothing where no bar can be in the future.
    BarOrder(Timeframe timeframe, AssetClass assetClass, std::optional<Timestamp> now);

    /// isInPlace: whether the bar is later than all before it.
    struct Verdict
    {
        BarFaults faults;
        bool isInPlace = true;
    };
    Verdict check(const Candle &bar, IssueList &issues);

private:
    void checkPlace(const Candle &bar, IssueList &issues, Verdict &verdict);

    Timeframe m_timeframe;
    AssetClass m_assetClass;
    std::optional<Timestamp> m_now;
    std::optional<Candle> m_newest;
};

} // namespace tapeline
