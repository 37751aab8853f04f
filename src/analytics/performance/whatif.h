#pragma once

#include "tradestatistics.h"

#include <functional>
#include <vector>

namespace tapeline {

/// The same trades had something been different. Only what was recorded is used: the way of a trade
/// is known by its extremes (MAE and MFE), not by their times.
struct AlteredTrades
{
    std::vector<TradeResult> results {}; ///< in the order of closing
    qint64 changed = 0; ///< trades whose result is another, or that are left out
    qint64 unjudged = 0; ///< trades that lack what it takes; they stay as they were
    qint64 rough = 0; ///< judged by extremes that come from bars, or were not seen all the way
};

/// How far from the entry a stop or a target stands.
struct ExitLevel
{
    enum class Unit : quint8 {
        Risk, ///< R: multiples of the planned risk
        Percent, ///< of the value at the entry
    };

    Unit unit = Unit::Risk;
    double distance = 1; ///< > 0
};

/// Trades for which it does not hold are left out: those with a tag, with a mistake.
AlteredTrades withoutTrades(std::span<const StudiedTrade> trades,
                            const std::function<bool(const StudiedTrade &)> &isLeftOut);

/// A trade whose MAE reached the stop ends there: it loses the stop's distance and its fees. All
/// others end as they did; so a stop that is wider than the one that was used changes nothing, for
/// what came after the exit is not known. Size and R stay as planned; no slippage at the stop.
AlteredTrades withStop(std::span<const TradeResult> trades, const ExitLevel &stop);

/// A trade whose MFE reached the target ends there: it gains the target's distance less its fees.
/// All others end as they did; a target beyond the exits that were taken changes nothing.
AlteredTrades withTarget(std::span<const TradeResult> trades, const ExitLevel &target);

/// What the stricter fill rule THROUGH would have left: resting orders only fill when the price
/// trades through them (execution.md B.11).
AlteredTrades withStrictFills(std::span<const TradeResult> trades);

/// What a level is in money for a trade; nothing without its planned risk or its value.
std::optional<Money> exitDistance(const TradeResult &trade, const ExitLevel &level);

} // namespace tapeline
