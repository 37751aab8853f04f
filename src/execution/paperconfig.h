#pragma once

#include "commission.h"
#include "slippage.h"
#include "timestamp.h"

namespace tapeline {

/// Which evidence fills a resting order (execution.md B.5).
enum class FillMode : quint8 {
    Queue, ///< prints at the limit, after the size that was displayed ahead
    Through, ///< only prints and quotes beyond the limit: the strict bound
    Touch ///< any print at the limit: the generous bound
};

/// What becomes of the part of an order that the displayed size does not cover (B.3).
enum class RestPolicy : quint8 {
    Wait, ///< for more to be displayed
    Slip, ///< filled at once, one tick worse
    All, ///< filled at once at the best price
    Cancel
};

/// How the paper broker fills. The defaults are those of execution.md.
struct PaperConfig
{
    FillMode mode = FillMode::Queue;
    RestPolicy rest = RestPolicy::Wait;
    Duration orderLatency = 50ms; ///< of orders and their changes
    Duration cancelLatency = 50ms;
    Duration latencyJitter {}; ///< up to so much more, drawn per order
    Duration refresh = 1s; ///< an unchanged quote counts as whole again; zero never
    Duration maxChase = 60s; ///< how long a market order waits for size
    qint64 participationPpm = 1'000'000; ///< of the displayed size that we may take
    SlippageModel slippage {};
    CommissionModel commission {};
    bool regulatoryFees = false;
    std::optional<qint64> packageMidPpm {}; ///< B.9 MID_FRACTION; nothing: natural price
    bool holdMarketOrders = true; ///< sent outside the session, held for the open; else refused
    bool triggerStopsAtOnce = false; ///< stops already through the market; else refused
    bool allowWideSpreads = false;
    bool refuseDelayedData = false; ///< the feed is delayed and must not be traded on
    bool refuseIvStops = false; ///< nobody tells the venue implied volatilities
    bool refuseWashCross = true;
    bool reduceOnDividend = true; ///< good-till orders, on the ex-date
    int goodTillDays = 90;
    quint64 seed = 0;

    friend bool operator==(const PaperConfig &, const PaperConfig &) = default;
};

} // namespace tapeline
