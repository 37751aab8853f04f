#include "whatif.h"

namespace tapeline {

namespace {

/// Ends trades at a level that they reached: reached() tells how far they went, gained() what the
/// level brings.
template<typename Reached>
AlteredTrades endedAt(std::span<const TradeResult> trades, const ExitLevel &level, int sign,
                      const Reached &reached)
{
    AlteredTrades other;
    other.results.assign(trades.begin(), trades.end());
    for (TradeResult &trade : other.results) {
        const std::optional<Money> distance = exitDistance(trade, level);
        const std::optional<Money> extreme = reached(trade);
        if (!distance || !extreme) {
            ++other.unjudged;
            continue;
        }
        other.rough += trade.isExcursionRough ? 1 : 0;
        if (*extreme < *distance)
            continue;
        const Money gross = sign < 0 ? -*distance : *distance;
        other.changed += trade.gross != gross ? 1 : 0;
        trade.gross = gross;
    }
    return other;
}

} // namespace

std::optional<Money> exitDistance(const TradeResult &trade, const ExitLevel &level)
{
    if (level.unit == ExitLevel::Unit::Risk)
        return trade.risk
            ? std::optional(Money::fromDouble(trade.risk->toDouble() * level.distance))
            : std::nullopt;
    if (trade.entered <= Money())
        return {};
    return Money::fromDouble(trade.entered.toDouble() * level.distance / 100);
}

AlteredTrades withoutTrades(std::span<const StudiedTrade> trades,
                            const std::function<bool(const StudiedTrade &)> &isLeftOut)
{
    AlteredTrades other;
    for (const StudiedTrade &trade : trades) {
        if (isLeftOut(trade))
            ++other.changed;
        else
            other.results.push_back(trade.result);
    }
    return other;
}

AlteredTrades withStop(std::span<const TradeResult> trades, const ExitLevel &stop)
{
    return endedAt(trades, stop, -1, [](const TradeResult &trade) {
        return trade.worst ? std::optional(-*trade.worst) : std::nullopt;
    });
}

AlteredTrades withTarget(std::span<const TradeResult> trades, const ExitLevel &target)
{
    return endedAt(trades, target, 1, [](const TradeResult &trade) { return trade.best; });
}

AlteredTrades withStrictFills(std::span<const TradeResult> trades)
{
    AlteredTrades other;
    other.results.assign(trades.begin(), trades.end());
    for (TradeResult &trade : other.results) {
        if (!trade.strictNet) {
            ++other.unjudged;
            continue;
        }
        other.changed += trade.net() != *trade.strictNet ? 1 : 0;
        trade.gross = *trade.strictNet + trade.fees;
    }
    return other;
}

} // namespace tapeline
