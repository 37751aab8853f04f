#include "coverage.h"

#include "easterntime.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timeframe oneMinute(1, TimeUnit::Minute);
/// Trading days of a year, about.
constexpr qint64 yearOfSessions = 250;
constexpr Duration oneYear = 24h * 366;

QString missingText(qint64 count)
{
    return count == 1 ? u"One bar is missing."_s : u"%1 bars in a row are missing."_s.arg(count);
}

QString missingSessionsText(qint64 count)
{
    if (count == 1)
        return u"A whole session is missing."_s;
    if (count < yearOfSessions)
        return u"%1 whole sessions in a row are missing."_s.arg(count);
    return u"%1 whole sessions in a row are missing: before them the symbol may have been another "
           "company's, or meanwhile this one had another symbol."_s.arg(count);
}

} // namespace

Coverage::Coverage(Timeframe timeframe, AssetClass assetClass, const MarketCalendar &calendar)
    : m_timeframe(timeframe.nominalLength() < Duration(1min) ? oneMinute : timeframe)
    , m_length(m_timeframe.nominalLength())
    , m_assetClass(assetClass)
    , m_hours(tradingHours(assetClass))
    , m_calendar(calendar)
{
}

bool Coverage::add(const Candle &bar, const BarPlace &place)
{
    if (m_hours == TradingHours::Unknown || isOption())
        return false;
    if (!isByWindow())
        return addLong(bar);
    return m_hours == TradingHours::Always ? addAlways(bar, place) : addInSession(bar, place);
}

// --- what is there and what is not -------------------------------------------------------------

void Coverage::have(const Candle &bar)
{
    ++m_present;
    // A bar is made of a trade at least; how many is not always stated
    const bool isBusy = bar.tradeCount == 0 || bar.tradeCount * Duration(1min) >= m_length;
    m_busy += isBusy ? 1 : 0;
}

void Coverage::miss(Timestamp from, qint64 windows)
{
    if (windows <= 0)
        return;
    m_missing += windows;
    m_holes.add(
        QualityRule::Missing, IssueSeverity::Warning, from,
        [windows] { return missingText(windows); }, windows);
}

bool Coverage::addAlways(const Candle &bar, const BarPlace &place)
{
    const Timestamp window = m_timeframe.windowStart(bar.start, m_assetClass);
    if (m_newest == window)
        return false;
    const qint64 gap = m_newest ? (window - *m_newest) / m_length - 1 : 0;
    const qint64 days = m_newest ? std::max<qint64>(0, m_day.daysTo(place.day) - 1) : 0;
    const qint64 ofDays
        = std::clamp<qint64>(days * (Duration(24h) / m_length), 0, std::max<qint64>(0, gap));
    if (m_newest)
        miss(*m_newest + m_length, gap - ofDays);
    if (days > 0)
        missSessions(place.dayStart - days * Duration(24h), days, ofDays);
    m_sessions += place.day != m_day ? 1 : 0;
    m_day = place.day;
    const bool isAnew = m_newest && window - *m_newest > oneYear;
    m_newest = window;
    have(bar);
    return isAnew;
}

Coverage::Windows Coverage::windowsOf(const BarPlace &place) const
{
    if (!place.session)
        return {};
    const Timestamp first = m_timeframe.windowStart(place.session->open, m_assetClass);
    return { first, (place.session->close - Duration(1) - first) / m_length + 1 };
}

bool Coverage::addInSession(const Candle &bar, const BarPlace &place)
{
    if (!place.session || place.isOutside)
        return false;
    const bool isFirst = !m_newest;
    qint64 skipped = 0;
    const Timestamp window = m_timeframe.windowStart(bar.start, m_assetClass);
    if (place.day != m_day) {
        if (!isFirst) {
            miss(m_windows.first + m_next * m_length, m_windows.count - m_next);
            skipped = skipSessions(m_day, place.day);
        }
        enterSession(place);
    }
    m_newest = window;
    if (window < m_windows.first)
        return skipped >= yearOfSessions; // before the open nothing is expected
    const qint64 index = std::min<qint64>((window - m_windows.first) / m_length, m_windows.count);
    if (isFirst)
        m_next = index; // the series may begin within a session
    miss(m_windows.first + m_next * m_length, index - m_next);
    if (index >= m_next && index < m_windows.count)
        have(bar);
    m_next = std::max(m_next, std::min(index + 1, m_windows.count));
    return skipped >= yearOfSessions;
}

void Coverage::enterSession(const BarPlace &place)
{
    m_day = place.day;
    m_windows = windowsOf(place);
    m_next = 0;
    ++m_sessions;
}

/// Between two days, both without.
qint64 Coverage::skipSessions(QDate from, QDate to)
{
    qint64 sessions = 0;
    qint64 windows = 0;
    Timestamp first {};
    for (QDate day = m_calendar.nextTradingDay(from); day < to;
         day = m_calendar.nextTradingDay(day)) {
        BarPlace place;
        place.session = m_calendar.session(day);
        const Windows own = windowsOf(place);
        first = sessions == 0 ? own.first : first;
        windows += own.count;
        ++sessions;
    }
    if (sessions > 0)
        missSessions(first, sessions, windows);
    return sessions;
}

/// Whole ones, in a row.
void Coverage::missSessions(Timestamp from, qint64 sessions, qint64 windows)
{
    m_missingSessions += sessions;
    m_longest = std::max(m_longest, sessions);
    m_missingInSessions += windows;
    const auto text = [sessions] { return missingSessionsText(sessions); };
    m_whole.add(QualityRule::Missing, IssueSeverity::Error, from, text, sessions);
    m_wholeAsWindows.add(QualityRule::Missing, IssueSeverity::Error, from, text, windows);
}

/// Whether a bar of a day or longer has a session in it.
bool Coverage::isExpected(Timestamp window) const
{
    if (m_hours == TradingHours::Always)
        return true;
    const QDate from = easterntime::date(window);
    const QDate to = easterntime::date(m_timeframe.nextWindow(window, m_assetClass));
    return m_calendar.nextTradingDay(from.addDays(-1)) < to;
}

bool Coverage::addLong(const Candle &bar)
{
    const Timestamp window = m_timeframe.windowStart(bar.start, m_assetClass);
    qint64 missing = 0;
    Timestamp first {};
    if (m_newest)
        for (Timestamp at = m_timeframe.nextWindow(*m_newest, m_assetClass); at < window;
             at = m_timeframe.nextWindow(at, m_assetClass))
            if (isExpected(at) && missing++ == 0)
                first = at;
    const bool isAnew = m_newest && window - *m_newest > oneYear + 2 * m_length;
    if (m_newest != window)
        have(bar);
    m_newest = window;
    if (missing > 0) {
        m_missing += missing;
        m_longest = std::max(m_longest, missing);
        const bool isOneDay = m_timeframe == Timeframe(1, TimeUnit::Day);
        m_whole.add(
            QualityRule::Missing, IssueSeverity::Error, first,
            [=] { return isOneDay ? missingSessionsText(missing) : missingText(missing); },
            missing);
    }
    return isAnew;
}

// --- what it comes to --------------------------------------------------------------------------

qint64 Coverage::expected() const
{
    if (!isByWindow() || isLiquid())
        return m_present + m_missing + m_missingInSessions;
    return m_sessions + m_missingSessions;
}

qint64 Coverage::present() const
{
    return isByWindow() && !isLiquid() ? m_sessions : m_present;
}

void Coverage::addIssues(IssueList &issues) const
{
    for (QualityIssue issue : m_holes.issues()) {
        if (isLiquid())
            issue.severity = IssueSeverity::Error;
        issues.add(issue);
    }
    const bool inWindows = isByWindow() && isLiquid();
    for (QualityIssue issue : (inWindows ? m_wholeAsWindows : m_whole).issues()) {
        if (m_longest >= yearOfSessions) // it says more than the first
            issue.detail = missingSessionsText(m_longest);
        issues.add(issue);
    }
}

} // namespace tapeline
