#include "barsessions.h"

namespace tapeline {

BarSessions::BarSessions(const MarketCalendar &calendar, AssetClass assetClass, Timeframe timeframe)
    : m_calendar(calendar)
    , m_assetClass(assetClass)
    , m_timeframe(timeframe)
    , m_length(timeframe.isTimed() ? timeframe.nominalLength() : Duration())
{
}

const BarSession &BarSessions::at(Timestamp start)
{
    if (start < m_from || start >= m_until)
        find(start);
    return m_session;
}

void BarSessions::find(Timestamp start)
{
    m_from = start;
    if (!m_timeframe.isIntraday()) {
        m_until = start; // each has a start of its own
        m_session
            = { SessionPart::Regular, markethours::tradingDay(m_assetClass, start), start, start };
        return;
    }
    MarketSpan span = markethours::spanAt(m_calendar, m_assetClass, start);
    m_session.part = span.part;
    m_session.day = span.day;
    m_session.dayStart = markethours::dayStart(m_assetClass, span.day);
    m_session.sessionStart = m_session.dayStart;
    if (!markethours::isRoundTheClock(m_assetClass))
        if (const auto session = m_calendar.session(span.day))
            m_session.sessionStart = session->open;
    if (span.part == SessionPart::Regular || start + m_length <= span.until) {
        // Bars that would reach into the next span begin in the last one's length
        m_until = span.part == SessionPart::Regular ? span.until : span.until - m_length;
        m_until = std::max(m_until, start);
        return;
    }
    m_until = start;
    while (span.part != SessionPart::Regular && span.until < start + m_length)
        span = markethours::spanAt(m_calendar, m_assetClass, span.until);
    if (span.part == SessionPart::Regular)
        m_session.part = SessionPart::Regular;
}

} // namespace tapeline
