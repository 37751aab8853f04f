#include "regularhours.h"

namespace tapeline {

RegularHours::RegularHours(const MarketCalendar &calendar, AssetClass assetClass,
                           Timeframe timeframe)
    : m_sessions(calendar, assetClass, timeframe)
{
}

bool RegularHours::apply(AssetClass assetClass, Timeframe timeframe)
{
    return timeframe.isIntraday() && !markethours::isRoundTheClock(assetClass);
}

bool RegularHours::hold(Timestamp start)
{
    return m_sessions.at(start).part == SessionPart::Regular;
}

void RegularHours::filter(ChartUpdate &update)
{
    std::erase_if(update.bars, [this](const Candle &bar) { return !hold(bar.start); });
    if (update.gaps)
        std::erase_if(*update.gaps, [this](Timestamp gap) { return !hold(gap); });
}

} // namespace tapeline
