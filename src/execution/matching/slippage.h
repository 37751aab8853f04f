#pragma once

#include "order.h"
#include "result.h"

namespace tapeline {

/// How much worse than the quote an order that takes is filled (execution.md B.7).
struct SlippageModel
{
    enum class Kind : quint8 { None, Ticks, Bps, Spread, VolumeShare, SqrtImpact };

    Kind kind = Kind::None;
    qint64 amountPpm = 0; ///< millionths: of a tick, a basis point, the spread, eta, the share
    qint64 impactPpm = 0; ///< of VolumeShare: the price impact factor

    /// "none", "ticks:2", "bps:5", "spread:0.25", "volume_share:0.025,0.1", "sqrt_impact:1".
    static Result<SlippageModel> parse(QStringView text);
    friend bool operator==(const SlippageModel &, const SlippageModel &) = default;
};

/// What the models look at.
struct SlippageInput
{
    Price price {};
    Price tick {};
    Price spread {}; ///< ask - bid, 0 when one side is missing
    Qty qty {};
    Qty volume {}; ///< of the last minute with trades; 0 unknown
    Qty dayVolume {}; ///< average of a day; 0 unknown
    qint64 dayVolatilityPpm = 0; ///< standard deviation of a day's return
};

/// Adverse amount a unit, >= 0, before rounding to a tick.
Price slippageAmount(const SlippageModel &model, const SlippageInput &input);
/// The price with slippage, rounded to a tick away from us; never below one tick.
Price slippedPrice(const SlippageModel &model, const SlippageInput &input, Side side);

/// price rounded to a multiple of tick (> 0), towards plus or minus infinity.
Price roundUp(Price price, Price tick);
Price roundDown(Price price, Price tick);

} // namespace tapeline
