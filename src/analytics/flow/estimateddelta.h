#pragma once

#include "bulkvolume.h"
#include "candle.h"
#include "deltabars.h"

#include <optional>

namespace tapeline {

/// A guess at the cumulative delta from bars alone, where there are no trades: delta = volume x
/// (2 x buy share - 1) with BulkVolume's share of the change from close to close. Whoever shows it
/// marks it `estimated`; how far it is off is measured in the tests and stated in
/// resources/help/orderflow.md.
class EstimatedDelta
{
public:
    /// Bars come ascending by start; the start of the last one again replaces it, as the service
    /// revises its bars. False, and nothing changed, for one that is older: start again then, with
    /// clear(). A bar without prices has volume and no delta.
    bool add(const Candle &bar);
    void clear() { *this = EstimatedDelta(); }

    /// One for each bar. What happened inside a bar is not known: its extremes are its ends.
    std::span<const DeltaBar> bars() const { return m_bars; }

private:
    struct Change
    {
        double price = 0; ///< from the close before
        bool isKnown = false;
    };

    HalfQty deltaOf(const Candle &bar, const Change &change) const;
    void finishLast();

    BulkVolume m_share; // of the bars before the last one
    std::optional<Price> m_closeBefore; // the close before the last bar
    std::optional<Price> m_lastClose;
    Change m_lastChange;
    std::vector<DeltaBar> m_bars;
};

} // namespace tapeline
