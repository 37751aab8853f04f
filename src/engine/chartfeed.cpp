#include "chartfeed.h"

#include "candlemath.h"
#include "markethours.h"
#include "mergebars.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

/// No stock history the service sells is older.
constexpr Timestamp historyBegins = fromMs(1'041'379'200'000); // 2003-01-01

constexpr Duration longestPage = 24h * 366 * 30;

bool coversDays(Timeframe timeframe)
{
    return timeframe.unit() >= TimeUnit::Day;
}

} // namespace

Duration firstPageLength(Timeframe timeframe)
{
    switch (timeframe.unit()) {
    case TimeUnit::Second:
        return 1h * timeframe.count();
    case TimeUnit::Minute:
        return 24h * std::clamp(4 * timeframe.count(), 4, 120);
    case TimeUnit::Hour:
        return 24h * 150 * timeframe.count();
    case TimeUnit::Day:
        return 24h * 366 * 3 * timeframe.count();
    case TimeUnit::Week:
        return 24h * 366 * 12;
    case TimeUnit::Month:
    case TimeUnit::Quarter:
    case TimeUnit::Year:
        return longestPage;
    }
    Q_UNREACHABLE();
}

Duration fullPageLength(Timeframe timeframe)
{
    switch (timeframe.unit()) {
    case TimeUnit::Second:
        return 16h; // a day's sessions
    case TimeUnit::Minute:
    case TimeUnit::Hour:
        return std::max(firstPageLength(timeframe), Duration(24h * 31));
    case TimeUnit::Day:
    case TimeUnit::Week:
    case TimeUnit::Month:
    case TimeUnit::Quarter:
    case TimeUnit::Year:
        return firstPageLength(timeframe); // a range that is older than the plan is refused whole
    }
    Q_UNREACHABLE();
}

ChartFeed::ChartFeed(quint64 id, QString symbol, Timeframe timeframe,
                     const MarketCalendar &calendar)
    : m_id(id)
    , m_symbol(std::move(symbol))
    , m_assetClass(symbology::classOf(m_symbol))
    , m_timeframe(timeframe)
    , m_calendar(calendar)
    , m_pageLength(firstPageLength(timeframe))
{
    m_update.chart = id;
    m_update.reset = true;
    m_dirty = true;
}

TimeUnit ChartFeed::baseUnit() const
{
    return m_timeframe.unit() == TimeUnit::Second ? TimeUnit::Second : TimeUnit::Minute;
}

std::optional<ChartFeed::Range> ChartFeed::beginPage(Timestamp now)
{
    if (m_loading || m_update.history == ChartUpdate::History::Complete)
        return std::nullopt;
    if (m_first)
        m_loadedFrom = now + 1ms;
    const Timestamp to = m_loadedFrom - 1ms;
    const Timestamp from = std::max(to - m_pageLength, historyBegins);
    if (to <= historyBegins) {
        m_update.history = ChartUpdate::History::Complete;
        m_dirty = true;
        return std::nullopt;
    }
    m_page = { windowOf(from), to };
    m_loading = true;
    m_wantsMore = false;
    m_pageHasBars = false;
    m_pageTold = {};
    m_update.history = ChartUpdate::History::Loading;
    m_update.progress = 0;
    m_update.message.clear();
    m_dirty = true;
    return m_page;
}

void ChartFeed::showKept(std::vector<Candle> bars, Timestamp asOf,
                         std::span<const TimeRange> unknown, const QString &provider)
{
    if (bars.empty() || !m_first)
        return;
    m_keptFrom = bars.front().start;
    m_update.keptAsOf = asOf;
    m_update.provider = provider;
    m_keptUnknown = TimeRanges(unknown);
    m_missing.assign(unknown.begin(), unknown.end());
    merge(std::move(bars));
    tellGaps();
}

void ChartFeed::addPart(std::vector<Candle> bars, const TimeRange &range, const QString &provider)
{
    m_pageHasBars = m_pageHasBars || !bars.empty();
    m_pageTold += range.length();
    m_update.progress
        = std::min(1.0, double(m_pageTold.count()) / double((m_page.to - m_page.from).count()));
    if (!provider.isEmpty() && !bars.empty())
        m_update.provider = provider;
    merge(std::move(bars));
}

/// Live bars are newer than any of history.
void ChartFeed::merge(std::vector<Candle> bars)
{
    if (m_liveFrom)
        std::erase_if(bars, [&](const Candle &bar) { return bar.start >= *m_liveFrom; });
    mergeBars(m_update.bars, std::move(bars));
    m_dirty = true;
}

void ChartFeed::endPage()
{
    if (std::exchange(m_first, false))
        m_loadedTo = m_page.to;
    m_loading = false;
    m_loadedFrom = m_page.from;
    joinKept();
    const bool reachedBegin = m_page.from <= historyBegins;
    // Weekends and halts make short empty pages: look further back at once, in growing steps
    m_wantsMore = (!m_pageHasBars || m_keptFrom) && !reachedBegin;
    if (!m_pageHasBars)
        m_pageLength = std::min<Duration>(m_pageLength * 4, longestPage);
    m_update.history
        = reachedBegin ? ChartUpdate::History::Complete : ChartUpdate::History::Partial;
    m_update.progress = 1;
    tellGaps();
    m_dirty = true;
}

/// Kept bars further back than the page: are there holes between the two?
void ChartFeed::joinKept()
{
    m_missing.clear();
    if (m_keptFrom && *m_keptFrom < m_loadedFrom)
        m_missing = m_keptUnknown.within({ *m_keptFrom, m_loadedFrom });
    if (m_missing.empty()) {
        m_keptFrom.reset();
        m_update.keptAsOf = {};
    }
}

void ChartFeed::failPage(const QString &message, bool final, std::span<const TimeRange> missing)
{
    m_loading = false;
    m_wantsMore = false;
    m_update.history = final ? ChartUpdate::History::Complete : ChartUpdate::History::Failed;
    m_update.message = message;
    m_missing.assign(missing.begin(), missing.end());
    tellGaps();
    m_dirty = true;
}

bool ChartFeed::beginAgain(Timestamp now)
{
    if (m_first || now - m_loadedTo > firstPageLength(m_timeframe))
        return false;
    m_loading = false;
    m_first = true;
    m_wantsMore = false;
    m_pageLength = firstPageLength(m_timeframe);
    m_liveFrom.reset();
    m_pendingWindow.reset();
    m_base.clear();
    m_days.clear();
    m_dayOnly.clear();
    setHoles({});
    return true;
}

void ChartFeed::setWithoutHistory()
{
    m_update.history = ChartUpdate::History::Complete;
    m_dirty = true;
}

void ChartFeed::setLive(Timestamp completeFrom)
{
    const Timestamp window = windowOf(completeFrom);
    m_base.clear();
    m_baseFrom = {};
    m_baseSeeded = false;
    m_daysSeeded = false;
    if (window == completeFrom && !coversDays(m_timeframe)) {
        m_liveFrom = window;
        m_pendingWindow.reset();
        return;
    }
    // History speaks for the window under way until its first part is known
    m_pendingWindow = window;
    m_liveFrom = nextWindow(window);
    const Timestamp from = coversDays(m_timeframe) ? dayOf(completeFrom) : window;
    m_daysSeeded = !daysToSeed().has_value();
    m_baseToSeed = { from, completeFrom - 1ms };
    m_baseSeeded = from >= completeFrom;
    takeOverWindow();
}

std::optional<ChartFeed::Range> ChartFeed::baseToSeed() const
{
    if (!m_pendingWindow || m_baseSeeded)
        return std::nullopt;
    return m_baseToSeed;
}

std::optional<ChartFeed::Range> ChartFeed::daysToSeed() const
{
    const bool longerThanADay = m_timeframe.unit() > TimeUnit::Day
        || (m_timeframe.unit() == TimeUnit::Day && m_timeframe.count() > 1);
    if (!m_pendingWindow || m_daysSeeded || !longerThanADay)
        return std::nullopt;
    return Range { *m_pendingWindow, *m_liveFrom - 1ms };
}

void ChartFeed::seed(std::span<const Candle> baseBars)
{
    if (!m_pendingWindow)
        return;
    // Live bars may have arrived meanwhile: they are newer
    for (const Candle &bar : baseBars)
        m_base.try_emplace(bar.start, usable(bar));
    m_baseSeeded = true;
    takeOverWindow();
}

void ChartFeed::seedDays(std::span<const Candle> days)
{
    if (!m_pendingWindow)
        return;
    for (const Candle &day : days)
        m_days.try_emplace(day.start, day);
    m_daysSeeded = true;
    takeOverWindow();
}

/// Once all earlier parts of the window under way are known, the live side speaks for it.
void ChartFeed::takeOverWindow()
{
    if (!m_pendingWindow || !m_baseSeeded || !m_daysSeeded)
        return;
    m_liveFrom = *m_pendingWindow;
    m_pendingWindow.reset();
    rebuild(*m_liveFrom);
}

void ChartFeed::updateBase(const Candle &bar)
{
    if (bar.start < m_baseFrom)
        return; // too late: its window can no longer be built whole
    m_base.insert_or_assign(bar.start, usable(bar));
    const Timestamp window = windowOf(bar.start);
    if (m_liveFrom && window >= *m_liveFrom)
        rebuild(window);
    forgetOldBase();
}

/// Bars change for fifteen minutes, and later when a break is made good. Whole windows only, so
/// that none is built from a rest.
void ChartFeed::forgetOldBase()
{
    if (m_pendingWindow || m_base.empty())
        return;
    const Timestamp newest = m_base.rbegin()->first;
    const Duration kept = baseUnit() == TimeUnit::Second ? Duration(2h) : Duration(48h);
    const Timestamp keepFrom = std::min(windowOf(newest), windowOf(newest - kept));
    if (m_base.begin()->first >= keepFrom)
        return;
    m_base.erase(m_base.begin(), m_base.lower_bound(keepFrom));
    m_baseFrom = keepFrom;
}

void ChartFeed::addDayOnlyTrade(const Trade &trade)
{
    if (!coversDays(m_timeframe))
        return;
    const Timestamp day = dayOf(trade.time);
    const TradeUpdate update = tradeUpdate(trade.conditions, true);
    extendCandle(m_dayOnly.try_emplace(day, emptyCandle(day)).first->second, trade, update);
    const Timestamp window = windowOf(day);
    if (m_liveFrom && window >= *m_liveFrom)
        rebuild(window);
}

/// A base bar as this chart may use it: days take prices from the regular session only, volume from
/// all.
Candle ChartFeed::usable(Candle bar) const
{
    if (!coversDays(m_timeframe)
        || markethours::spanAt(m_calendar, m_assetClass, bar.start).part == SessionPart::Regular)
        return bar;
    bar.open = bar.high = bar.low = bar.close = Price();
    bar.hasPrices = false;
    return bar;
}

Timestamp ChartFeed::dayOf(Timestamp time) const
{
    return markethours::dayStart(m_assetClass, markethours::tradingDay(m_assetClass, time));
}

Timestamp ChartFeed::nextDay(Timestamp day) const
{
    return markethours::dayStart(m_assetClass,
                                 markethours::tradingDay(m_assetClass, day).addDays(1));
}

Candle ChartFeed::rollDay(Timestamp start) const
{
    const Timestamp end = nextDay(start);
    Candle day = emptyCandle(start);
    for (auto it = m_base.lower_bound(start); it != m_base.end() && it->first < end; ++it)
        extendCandle(day, it->second);
    if (const auto extra = m_dayOnly.find(start); extra != m_dayOnly.end())
        extendCandle(day, extra->second);
    return day;
}

void ChartFeed::rebuild(Timestamp window)
{
    const Timestamp end = nextWindow(window);
    Candle bar = emptyCandle(window);
    if (coversDays(m_timeframe)) {
        const auto firstLive = m_base.lower_bound(window);
        const Timestamp liveDay = firstLive == m_base.end() ? end : dayOf(firstLive->first);
        for (auto day = m_days.lower_bound(window); day != m_days.end() && day->first < liveDay;
             ++day)
            extendCandle(bar, day->second);
        for (Timestamp day = liveDay; day < end;) {
            extendCandle(bar, rollDay(day));
            day = nextDay(day);
            if (m_base.empty() || day > m_base.rbegin()->first)
                break;
        }
    } else {
        for (auto part = m_base.lower_bound(window); part != m_base.end() && part->first < end;
             ++part)
            extendCandle(bar, part->second);
    }
    if (bar.hasPrices)
        publish(bar);
}

void ChartFeed::publish(const Candle &bar)
{
    std::vector<Candle> &bars = m_update.bars;
    if (bars.empty() || bars.back().start < bar.start) {
        bars.push_back(bar);
    } else {
        const auto at = std::lower_bound(
            bars.begin(), bars.end(), bar.start,
            [](const Candle &candle, Timestamp start) { return candle.start < start; });
        if (at->start == bar.start)
            *at = bar;
        else
            bars.insert(at, bar);
    }
    m_update.provisionalFrom = std::max(m_update.provisionalFrom, bar.start);
    m_dirty = true;
}

void ChartFeed::setHoles(std::span<const Timestamp> resumes)
{
    m_holes.assign(resumes.begin(), resumes.end());
    tellGaps();
}

void ChartFeed::tellGaps()
{
    std::vector<Timestamp> gaps;
    for (const Timestamp resumed : m_holes)
        gaps.push_back(windowOf(resumed));
    for (const TimeRange &range : m_missing)
        gaps.push_back(windowOf(range.to));
    std::ranges::sort(gaps);
    gaps.erase(std::unique(gaps.begin(), gaps.end()), gaps.end());
    if (gaps == m_gaps)
        return;
    m_update.gaps = m_gaps = std::move(gaps);
    m_dirty = true;
}

ChartUpdate ChartFeed::take()
{
    ChartUpdate update = std::exchange(m_update, {});
    m_update.chart = m_id;
    m_update.provisionalFrom = update.provisionalFrom;
    m_update.history = update.history;
    m_update.progress = update.progress;
    m_update.message = update.message;
    m_update.keptAsOf = update.keptAsOf;
    m_update.provider = update.provider;
    m_update.badge = update.badge;
    m_dirty = false;
    return update;
}

} // namespace tapeline
