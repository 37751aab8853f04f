#include "livebars.h"

#include "candlemath.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr std::size_t keptMinutes = 3 * 960;
constexpr std::size_t keptSeconds = 16 * 3600;
/// Windows that wait for their confirmation: seconds do only where a chart shows them.
constexpr std::size_t keptTallies = 1'200;
/// What is kept is dropped so many at a time.
constexpr std::size_t droppedAtOnce = 600;
constexpr Timeframe oneMinute(1, TimeUnit::Minute);

std::vector<Timestamp> sortedUnique(std::vector<Timestamp> &starts)
{
    std::vector<Timestamp> result = std::exchange(starts, {});
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

template<typename Oldest> void dropOldestOf(Oldest &windows, std::size_t limit)
{
    if (windows.size() >= limit + droppedAtOnce)
        windows.erase(windows.begin(), windows.begin() + droppedAtOnce);
}

/// The first window at start or later. The market is at the end: looked at there first.
template<typename Windows> auto placeOf(Windows &windows, Timestamp start)
{
    constexpr int looks = 3;
    auto place = windows.end();
    for (int look = 0; look < looks; ++look, --place) {
        if (place == windows.begin() || std::prev(place)->first < start)
            return place;
    }
    return windows.lower_bound(start);
}

/// Nothing when there is no such window.
template<typename Windows> auto *lookUp(Windows &windows, Timestamp start)
{
    const auto place = placeOf(windows, start);
    return place != windows.end() && place->first == start ? &place->second : nullptr;
}

/// Made when there is none yet.
template<typename Value> Value &entry(LiveBars::ByWindow<Value> &windows, Timestamp start)
{
    auto place = placeOf(windows, start);
    if (place == windows.end() || place->first != start)
        place = windows.emplace_hint(place, start, Value());
    return place->second;
}

} // namespace

void LiveBars::begin(Timestamp readyFrom, From from)
{
    *this = {};
    m_running = true;
    m_from = from;
    m_readyFrom = readyFrom;
}

void LiveBars::addTrade(const Trade &trade, TradeUpdate update)
{
    if (!m_running || trade.time < m_readyFrom
        || (!update.volume && !update.highLow && !update.last))
        return;
    m_minutes.add(trade, update);
    m_seconds.add(trade, update);
    m_minutes.dropOldest(keptMinutes);
    m_seconds.dropOldest(keptSeconds);
}

void LiveBars::Series::add(const Trade &trade, TradeUpdate update)
{
    if (!forming.holds(trade.time))
        open(window.windowStart(trade.time));
    if (update.volume)
        forming.tally.volume += trade.size;
    if (forming.tally.stated)
        return; // the service's own bar speaks for this window
    extendCandle(forming.bar, trade, update);
    forming.hasBar = forming.changed = true;
}

void LiveBars::Series::open(Timestamp start)
{
    settled();
    forming = {};
    forming.bar = emptyCandle(start);
    forming.end = start + window.nominalLength();
    forming.isOpen = true;
    if (const Tally *known = lookUp(tallies, start))
        forming.tally = *known;
    if (const Candle *known = lookUp(bars, start)) {
        forming.bar = *known;
        forming.hasBar = true;
    }
}

const LiveBars::Series &LiveBars::Series::settled() const
{
    if (!std::exchange(forming.isOpen, false))
        return *this;
    const Timestamp start = forming.bar.start;
    entry(tallies, start) = forming.tally;
    if (forming.hasBar)
        entry(bars, start) = forming.bar;
    if (forming.changed && (changed.empty() || changed.back() != start))
        changed.push_back(start);
    return *this;
}

LiveBars::Series &LiveBars::Series::settled()
{
    std::as_const(*this).settled();
    return *this;
}

void LiveBars::Series::put(const Candle &bar)
{
    entry(bars, bar.start) = bar;
    changed.push_back(bar.start);
}

void LiveBars::Series::dropOldest(std::size_t limit)
{
    dropOldestOf(bars, limit);
    dropOldestOf(tallies, keptTallies);
    dropOldestOf(changed, limit); // nobody takes them: there is no chart
}

void LiveBars::replace(const Aggregate &bar)
{
    if (!m_running || bar.candle.start < m_readyFrom)
        return;
    Series &own = series(bar.timeframe.unit());
    Candle stated = bar.candle;
    if (stated.start >= own.forming.bar.start)
        own.settled();
    const Candle *known = lookUp(own.bars, stated.start);
    const bool confirmed = known && !lookUp(own.tallies, stated.start);
    // The stream does not state how many trades a bar holds; ours is at least close
    if (stated.tradeCount == 0 && known)
        stated.tradeCount = known->tradeCount;
    if (confirmed && *known == stated)
        return; // sent again after the service's history had told the same
    entry(own.tallies, stated.start).stated = true;
    own.put(stated);
    if (bar.timeframe.unit() == TimeUnit::Second && m_from == From::SecondBars)
        rebuildMinute(oneMinute.windowStart(stated.start));
    m_minutes.dropOldest(keptMinutes);
    m_seconds.dropOldest(keptSeconds);
}

/// The minute under way, from its seconds, until the service publishes it.
void LiveBars::rebuildMinute(Timestamp start)
{
    Tally &tally = m_minutes.settled().tallies[start];
    if (tally.stated)
        return;
    Candle minute = emptyCandle(start);
    const Bars &seconds = m_seconds.settled().bars;
    const auto end = seconds.lower_bound(start + 1min);
    for (auto second = seconds.lower_bound(start); second != end; ++second)
        extendCandle(minute, second->second);
    tally.volume = minute.volume;
    m_minutes.put(minute);
}

std::vector<Timestamp> LiveBars::takeChangedMinutes()
{
    return sortedUnique(m_minutes.settled().changed);
}

std::vector<Timestamp> LiveBars::takeChangedSeconds()
{
    return sortedUnique(m_seconds.settled().changed);
}

// --- what is in doubt
// --------------------------------------------------------------------------------------------

void LiveBars::doubt(Timestamp from, Timestamp to)
{
    for (Series *own : { &m_minutes, &m_seconds })
        own->addDoubt({ std::max(from, m_readyFrom), to, false });
}

void LiveBars::miss(Timestamp from, Timestamp to)
{
    for (Series *own : { &m_minutes, &m_seconds })
        own->addDoubt({ std::max(from, m_readyFrom), to, true });
}

/// In whole windows; one with what it overlaps.
void LiveBars::Series::addDoubt(Doubt doubt)
{
    if (doubt.to < doubt.from)
        return;
    doubt.from = window.windowStart(doubt.from);
    doubt.to = window.nextWindow(window.windowStart(doubt.to)) - 1ms;
    std::erase_if(doubts, [&doubt](const Doubt &other) {
        const bool meet
            = other.missed == doubt.missed && other.from <= doubt.to && doubt.from <= other.to;
        if (meet)
            doubt
                = { std::min(doubt.from, other.from), std::max(doubt.to, other.to), doubt.missed };
        return meet;
    });
    doubts.push_back(doubt);
}

/// What is left of them on either side of a stretch that is settled.
void LiveBars::Series::settleDoubts(Stretch stretch)
{
    for (const Doubt &doubt : std::exchange(doubts, {})) {
        if (doubt.from < stretch.from)
            doubts.push_back({ doubt.from, std::min(doubt.to, stretch.from - 1ms), doubt.missed });
        if (doubt.to > stretch.to)
            doubts.push_back({ std::max(doubt.from, stretch.to + 1ms), doubt.to, doubt.missed });
    }
}

/// The service's own bar is there, or it was settled by history.
bool LiveBars::Series::isTold(Timestamp start) const
{
    const auto tally = tallies.find(start);
    return tally == tallies.end() ? bars.contains(start) : tally->second.stated;
}

std::vector<Timestamp> LiveBars::holes(TimeUnit unit) const
{
    const Series &own = series(unit).settled();
    std::vector<Timestamp> resumes;
    for (const Doubt &doubt : own.doubts) {
        Timestamp start = doubt.from;
        while (start <= doubt.to && own.isTold(start))
            start = own.window.nextWindow(start);
        if (doubt.missed && start <= doubt.to)
            resumes.push_back(own.window.windowStart(doubt.to));
    }
    std::sort(resumes.begin(), resumes.end());
    return resumes;
}

std::optional<LiveBars::Stretch> LiveBars::toConfirm(TimeUnit unit, Timestamp ended)
{
    Series &own = series(unit).settled();
    const Duration length = own.window.nominalLength();
    const Timestamp last = own.window.windowStart(ended - length);
    std::optional<Timestamp> first;
    const auto include
        = [&first](Timestamp start) { first = std::min(first.value_or(start), start); };
    for (const Doubt &doubt : own.doubts)
        if (doubt.from <= last)
            include(doubt.from);
    auto window = own.tallies.begin();
    while (window != own.tallies.end() && window->first <= last) {
        const auto bar = own.bars.find(window->first);
        const bool agrees = window->second.stated && bar != own.bars.end()
            && bar->second.volume == window->second.volume;
        if (!agrees)
            include(window->first);
        window = agrees ? own.tallies.erase(window) : std::next(window);
    }
    if (!first)
        return std::nullopt;
    return Stretch { *first, last + length - 1ms };
}

qint64 LiveBars::confirm(TimeUnit unit, std::span<const Candle> bars, Stretch stretch)
{
    Series &own = series(unit).settled();
    qint64 different = 0;
    for (const Candle &bar : bars) {
        if (bar.start < stretch.from || bar.start > stretch.to)
            continue;
        const auto known = own.bars.find(bar.start);
        const auto tally = own.tallies.find(bar.start);
        const bool fromTrades = m_from == From::Trades && tally != own.tallies.end();
        const Qty counted = fromTrades ? tally->second.volume
            : known != own.bars.end()  ? known->second.volume
                                       : Qty();
        if (counted != bar.volume)
            ++different;
        if (known == own.bars.end() || known->second != bar)
            own.put(bar);
    }
    own.tallies.erase(own.tallies.lower_bound(stretch.from), own.tallies.upper_bound(stretch.to));
    own.settleDoubts(stretch);
    return different;
}

} // namespace tapeline
