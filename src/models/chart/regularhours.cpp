#include "regularhours.h"

#include "markethours.h"

namespace tapeline {

RegularHours::RegularHours(const MarketCalendar &calendar, AssetClass assetClass,
                           Timeframe timeframe)
    : m_calendar(calendar)
    , m_assetClass(assetClass)
    , m_length(timeframe.isTimed() ? timeframe.nominalLength() : Duration())
{
}

bool RegularHours::apply(AssetClass assetClass, Timeframe timeframe)
{
    return timeframe.isIntraday() && !markethours::isRoundTheClock(assetClass);
}

bool RegularHours::hold(Timestamp start)
{
    if (start < m_dayStart || start >= m_dayEnd) {
        const QDate day = markethours::tradingDay(m_assetClass, start);
        m_dayStart = markethours::dayStart(m_assetClass, day);
        m_dayEnd = markethours::dayStart(m_assetClass, day.addDays(1));
        const auto session = m_calendar.session(day);
        m_open = session ? session->open : m_dayStart;
        m_close = session ? session->close : m_dayStart;
    }
    if (m_length == Duration())
        return start >= m_open && start < m_close;
    return start < m_close && start + m_length > m_open;
}

void RegularHours::filter(ChartUpdate &update)
{
    std::erase_if(update.bars, [this](const Candle &bar) { return !hold(bar.start); });
    if (update.gaps)
        std::erase_if(*update.gaps, [this](Timestamp gap) { return !hold(gap); });
}

} // namespace tapeline
