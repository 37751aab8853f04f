#include "tradechartspan.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

struct Step
{
    Duration held; ///< up to so long
    Timeframe timeframe;
    Duration around; ///< shown before and behind
};

constexpr std::array steps {
    Step { 45min, { 1, TimeUnit::Minute }, 40min },
    Step { 7h, { 5, TimeUnit::Minute }, 3h },
    Step { 24h * 4, { 30, TimeUnit::Minute }, 24h * 2 },
    Step { 24h * 20, { 2, TimeUnit::Hour }, 24h * 6 },
    Step { Duration::max(), { 1, TimeUnit::Day }, 24h * 40 },
};

} // namespace

TradeChartSpan tradeChartSpan(const TradeRecord &trade, Timestamp now)
{
    const Timestamp end = std::max(trade.isOpen() ? now : trade.closedAt, trade.openedAt);
    const Duration held = end - trade.openedAt;
    const auto step
        = std::ranges::find_if(steps, [&](const Step &own) { return held <= own.held; });
    return { step->timeframe, trade.openedAt - step->around, end + step->around };
}

ExcursionLevels excursionLevels(const TradeRecord &trade)
{
    const double units = trade.size.toDouble() * double(trade.multiplier);
    if (!trade.entryPrice || trade.direction == TradeDirection::Structure || units <= 0)
        return {};
    const double entry = trade.entryPrice->toDouble();
    const double sign = trade.direction == TradeDirection::Short ? -1 : 1;
    ExcursionLevels levels;
    if (trade.worst)
        levels.worst = entry + sign * trade.worst->toDouble() / units;
    if (trade.best)
        levels.best = entry + sign * trade.best->toDouble() / units;
    return levels;
}

} // namespace tapeline
