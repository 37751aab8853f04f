#pragma once

#include "price.h"
#include "splitqty.h"
#include "timestamp.h"

namespace tapeline {

/// Who crossed the spread, as a rule sees it. The neutral ones traded inside the spread and count
/// for half (execution.md D.1, the weighted rule); None is what a rule cannot tell.
enum class FlowSide : quint8 { Buy, Sell, BuyNeutral, SellNeutral, None };

/// +1 for buys, -1 for sells, neutral or not; 0 for None.
constexpr int signOf(FlowSide side)
{
    switch (side) {
    case FlowSide::Buy:
    case FlowSide::BuyNeutral:
        return 1;
    case FlowSide::Sell:
    case FlowSide::SellNeutral:
        return -1;
    case FlowSide::None:
        break;
    }
    return 0;
}

/// What a trade of this size adds to the cumulative delta.
constexpr HalfQty deltaOf(FlowSide side, Qty size)
{
    constexpr qint64 weights[] { 2, -2, 1, -1, 0 };
    return HalfQty::fromParts(weights[static_cast<int>(side)] * size.units());
}

/// A classified trade with the quote it was classified against (zero where there was none).
struct FlowPrint
{
    Timestamp time {};
    Price price;
    Qty size; ///< above zero
    HalfQty delta; ///< what it adds to the cumulative delta
    Price bid;
    Price ask;
    FlowSide side = FlowSide::None;

    /// buy + sell = size and buy - sell = delta: 3/4 and 1/4 of a neutral trade, halves of one that
    /// is unclassified.
    QuarterQty buy() const { return QuarterQty::fromParts(2 * size.units() + delta.parts()); }
    QuarterQty sell() const { return QuarterQty::fromParts(2 * size.units() - delta.parts()); }
};

} // namespace tapeline
