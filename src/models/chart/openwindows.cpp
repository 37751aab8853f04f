#include "openwindows.h"

#include "markethours.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

qint64 ceilDiv(Duration a, Duration b)
{
    return (a.count() + b.count() - 1) / b.count();
}

} // namespace

OpenWindows::OpenWindows(const MarketCalendar &calendar)
    : m_calendar(calendar)
{
}

void OpenWindows::set(Timeframe frame, AssetClass assetClass, bool regularOnly)
{
    if (frame == m_frame && assetClass == m_assetClass && regularOnly == m_regularOnly)
        return;
    m_frame = frame;
    m_assetClass = assetClass;
    m_regularOnly = regularOnly;
    m_stretches.clear();
    m_firstDay = m_lastDay = {};
}

double OpenWindows::indexAt(Timestamp time)
{
    time = std::clamp(time, earliest, latest);
    cover(time);
    const auto after = std::upper_bound(
        m_stretches.begin(), m_stretches.end(), time,
        [](Timestamp each, const Stretch &stretch) { return each < stretch.from; });
    if (after == m_stretches.begin()) {
        const Stretch &first = m_stretches.front();
        return double(first.first)
            - double((first.from - time).count()) / double(first.width.count());
    }
    const Stretch &stretch = *std::prev(after);
    const auto window = (time - stretch.from) / stretch.width;
    if (window < stretch.count) {
        const Timestamp start = stretch.from + window * stretch.width;
        const Duration length = lengthOf(stretch, window);
        if (time - start < length)
            return double(stretch.first + window)
                + 0.5 * double((time - start).count()) / double(length.count());
    }
    if (after != m_stretches.end())
        return double(stretch.next());
    return double(stretch.next())
        + double((time - stretch.until).count()) / double(stretch.width.count());
}

Timestamp OpenWindows::timeAt(double index)
{
    auto window = static_cast<qint64>(std::floor(index));
    double part = index - double(window);
    if (part > 0.5) {
        ++window;
        part = 0;
    }
    coverIndex(window);
    const auto after = std::upper_bound(
        m_stretches.begin(), m_stretches.end(), window,
        [](qint64 each, const Stretch &stretch) { return each < stretch.first; });
    const bool isBefore = after == m_stretches.begin();
    const Stretch &stretch = isBefore ? *after : *std::prev(after);
    const bool isAfter = window >= stretch.next(); // beyond what is counted
    const Timestamp from = isAfter ? stretch.until : stretch.from;
    const qint64 windows = window - (isAfter ? stretch.next() : stretch.first);
    const double away = double(windows + 1) * double(stretch.width.count());
    if (away <= double((earliest - from).count()))
        return earliest;
    if (away >= double((latest - from).count()))
        return latest;
    const Duration length = isAfter || isBefore ? stretch.width : lengthOf(stretch, windows);
    return from + windows * stretch.width
        + Duration(std::llround(2 * part * double(length.count())));
}

/// The last window of a day ends with the day.
Duration OpenWindows::lengthOf(const Stretch &stretch, qint64 window) const
{
    if (window + 1 < stretch.count)
        return stretch.width;
    return m_frame.nextWindow(stretch.lastStart(), m_assetClass) - stretch.lastStart();
}

// --- the table
// ---------------------------------------------------------------------------------------------------

void OpenWindows::cover(Timestamp time)
{
    if (!m_firstDay.isValid()) {
        // An instant in a window that began earlier needs that one
        m_firstDay = markethours::tradingDay(m_assetClass, m_frame.windowStart(time, m_assetClass));
        m_lastDay = before(m_firstDay);
        do
            growForward();
        while (m_stretches.empty());
    }
    while (canGrowForward() && time >= m_stretches.back().until)
        growForward();
    while (canGrowBackward() && time < m_stretches.front().from)
        growBackward();
}

void OpenWindows::coverIndex(qint64 index)
{
    if (m_stretches.empty())
        cover(Timestamp());
    while (canGrowForward() && index >= m_stretches.back().next())
        growForward();
    while (canGrowBackward() && index < m_stretches.front().first)
        growBackward();
}

bool OpenWindows::canGrowForward() const
{
    return m_stretches.size() < 2 * mostStretches && m_stretches.back().until < latest;
}

bool OpenWindows::canGrowBackward() const
{
    return m_stretches.size() < 2 * mostStretches && m_stretches.front().from > earliest;
}

void OpenWindows::growForward()
{
    m_lastDay = after(m_lastDay);
    for (Stretch stretch : stretchesOf(m_lastDay)) {
        if (!m_stretches.empty()) {
            // A window that began before the pause between them is not another one
            while (stretch.count > 0 && stretch.from <= m_stretches.back().lastStart()) {
                stretch.from += stretch.width;
                --stretch.count;
            }
            stretch.first = m_stretches.back().next();
        }
        if (stretch.count > 0)
            m_stretches.push_back(stretch);
    }
}

void OpenWindows::growBackward()
{
    m_firstDay = before(m_firstDay);
    std::vector<Stretch> stretches = stretchesOf(m_firstDay);
    for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
        while (stretch->count > 0 && stretch->lastStart() >= m_stretches.front().from)
            --stretch->count;
        stretch->first = m_stretches.front().first - stretch->count;
        if (stretch->count > 0)
            m_stretches.push_front(*stretch);
    }
}

/// Of a trading day, or of the longer window that begins with it.
std::vector<OpenWindows::Stretch> OpenWindows::stretchesOf(QDate day) const
{
    if (m_frame.isIntraday())
        return intradayStretches(day);
    const Timestamp from = markethours::dayStart(m_assetClass, day);
    const QDate end = after(day);
    if (!holdsOpenDay(day, end))
        return {};
    const Timestamp until = markethours::dayStart(m_assetClass, end);
    return { { from, until, until - from, 0, 1, day } };
}

std::vector<OpenWindows::Stretch> OpenWindows::intradayStretches(QDate day) const
{
    std::vector<Stretch> stretches;
    if (!isOpen(day))
        return stretches;
    const Timestamp end = markethours::dayStart(m_assetClass, day.addDays(1));
    const Duration width = m_frame.nominalLength();
    for (Timestamp at = markethours::dayStart(m_assetClass, day); at < end;) {
        const MarketSpan span = markethours::spanAt(m_calendar, m_assetClass, at);
        const Timestamp until = std::min(span.until, end);
        if (isOpen(span.part)) {
            if (!stretches.empty() && stretches.back().until == at)
                stretches.back().until = until;
            else
                stretches.push_back(
                    { m_frame.windowStart(at, m_assetClass), until, width, 0, 0, day });
        }
        at = until;
    }
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        Stretch &stretch = stretches[i];
        while (i > 0 && stretch.from <= stretches[i - 1].lastStart())
            stretch.from += width;
        stretch.count = std::max<qint64>(0, ceilDiv(stretch.until - stretch.from, width));
    }
    std::erase_if(stretches, [](const Stretch &stretch) { return stretch.count == 0; });
    return stretches;
}

bool OpenWindows::isOpen(QDate day) const
{
    switch (m_assetClass) {
    case AssetClass::Stocks:
    case AssetClass::Options:
    case AssetClass::Indices:
        return m_calendar.isTradingDay(day);
    case AssetClass::Forex:
        return day.dayOfWeek() != Qt::Saturday;
    case AssetClass::Futures:
        return day.dayOfWeek() < Qt::Saturday;
    case AssetClass::Crypto:
        return true;
    }
    Q_UNREACHABLE();
}

bool OpenWindows::isOpen(SessionPart part) const
{
    return m_regularOnly ? part == SessionPart::Regular : part != SessionPart::Closed;
}

bool OpenWindows::holdsOpenDay(QDate first, QDate end) const
{
    for (QDate day = first; day < end; day = day.addDays(1))
        if (isOpen(day))
            return true;
    return false;
}

/// The first day of what follows a day, or the longer window that begins with it.
QDate OpenWindows::after(QDate day) const
{
    if (m_frame.isIntraday())
        return day.addDays(1);
    const Timestamp start = markethours::dayStart(m_assetClass, day);
    return markethours::tradingDay(m_assetClass, m_frame.nextWindow(start, m_assetClass));
}

QDate OpenWindows::before(QDate day) const
{
    if (m_frame.isIntraday())
        return day.addDays(-1);
    const Timestamp start = markethours::dayStart(m_assetClass, day);
    return markethours::tradingDay(m_assetClass,
                                   m_frame.windowStart(start - Duration(1), m_assetClass));
}

} // namespace tapeline
