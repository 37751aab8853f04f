#pragma once

#include "footprint.h"

namespace tapeline {

/// What stands out in a footprint bar, and from when on (execution.md D.3).
struct FootprintRules
{
    int ratioPercent = 300; ///< an imbalance is at least so much of the other side
    Qty minVolume = Qty::whole(10); ///< the side's own volume for an imbalance
    bool countZero = true; ///< a side without volume counts as `zeroCountsAs`, else it is skipped
    Qty zeroCountsAs = Qty::whole(1);
    int stackedRows = 3; ///< imbalances of one kind on top of each other that make a stack
    int absorptionPercentile = 95; ///< of the bar's rows
    int absorptionRows = 2; ///< how far the price closes away
};

/// The marks of one row.
struct FootprintMark
{
    qint64 row = 0;
    /// Buyers took at least the ratio of what sellers hit one row below.
    bool buyImbalance = false;
    /// Sellers hit at least the ratio of what buyers took one row above.
    bool sellImbalance = false;
    /// Much volume here, and the price closed away against its stronger side (proposed by us).
    bool absorption = false;

    friend bool operator==(const FootprintMark &, const FootprintMark &) = default;
};

/// Imbalances of one kind on top of each other.
struct ImbalanceStack
{
    qint64 low = 0; ///< rows, both inside
    qint64 high = 0;
    bool isBuy = false;

    friend bool operator==(const ImbalanceStack &, const ImbalanceStack &) = default;
};

struct FootprintMarks
{
    std::vector<FootprintMark> rows; ///< as the bar's rows
    std::vector<ImbalanceStack> stacks;
    /// Both sides traded at the bar's highest (lowest) row: the auction there did not end.
    bool unfinishedHigh = false;
    bool unfinishedLow = false;
};

FootprintMarks footprintMarks(const FootprintBar &bar, const FootprintRules &rules = {});

} // namespace tapeline
