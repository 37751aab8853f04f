#include "livebars.h"

#include "candlemath.h"
#include "timeframe.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr std::size_t keptMinutes = 3 * 960;
constexpr std::size_t keptSeconds = 16 * 3600;

/// Newer than everything in `fetched`: by sequence where the feed has one, else by time.
bool isNewer(const Trade &trade, const Trade &lastFetched)
{
    if (trade.sequence != 0 && lastFetched.sequence != 0)
        return trade.sequence > lastFetched.sequence;
    return trade.time > lastFetched.time;
}

std::vector<Timestamp> sortedUnique(std::vector<Timestamp> &starts)
{
    std::vector<Timestamp> result = std::exchange(starts, {});
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

template<typename Map> void dropOldest(Map &bars, std::size_t limit)
{
    while (bars.size() > limit)
        bars.erase(bars.begin());
}

} // namespace

void LiveBars::begin()
{
    stop();
    m_state = State::Buffering;
}

void LiveBars::beginWithoutHistory()
{
    stop();
    m_state = State::Ready;
}

void LiveBars::stop()
{
    *this = {};
}

void LiveBars::splice(std::span<const Trade> fetched, Timestamp from)
{
    if (m_state != State::Buffering)
        return;
    m_state = State::Ready;
    m_readyFrom = from;
    for (const Trade &trade : fetched)
        build(trade, m_regularHours);
    for (const auto &[trade, regularHours] : std::exchange(m_kept, {}))
        if (fetched.empty() || isNewer(trade, fetched.back()))
            build(trade, regularHours);
    for (const Aggregate &bar : std::exchange(m_keptBars, {}))
        replace(bar);
}

void LiveBars::addTrade(const Trade &trade, bool regularHours)
{
    m_regularHours = regularHours;
    switch (m_state) {
    case State::Idle:
        return;
    case State::Buffering:
        m_kept.emplace_back(trade, regularHours);
        return;
    case State::Ready:
        build(trade, regularHours);
        return;
    }
}

void LiveBars::build(const Trade &trade, bool regularHours)
{
    const TradeUpdate update = tradeUpdate(trade.conditions, regularHours);
    if (trade.time < m_readyFrom || (!update.volume && !update.highLow && !update.last))
        return;
    m_minutes.add(Timeframe(1, TimeUnit::Minute).windowStart(trade.time), trade, update);
    m_seconds.add(Timeframe(1, TimeUnit::Second).windowStart(trade.time), trade, update);
    dropOldest(m_minutes.bars, keptMinutes);
    dropOldest(m_seconds.bars, keptSeconds);
}

void LiveBars::Series::add(Timestamp start, const Trade &trade, TradeUpdate update)
{
    if (!stated.empty() && stated.contains(start))
        return; // the service's own bar speaks for this window
    Candle &bar = bars.try_emplace(start, emptyCandle(start)).first->second;
    extendCandle(bar, trade, update);
    if (changed.empty() || changed.back() != start)
        changed.push_back(start);
}

void LiveBars::replace(const Aggregate &bar)
{
    switch (m_state) {
    case State::Idle:
        return;
    case State::Buffering:
        m_keptBars.push_back(bar);
        return;
    case State::Ready:
        break;
    }
    if (bar.candle.start < m_readyFrom)
        return;
    Series &series = bar.timeframe.unit() == TimeUnit::Second ? m_seconds : m_minutes;
    // The stream does not state how many trades a bar holds; ours is at least close
    Candle stated = bar.candle;
    if (const auto own = series.bars.find(stated.start);
        own != series.bars.end() && stated.tradeCount == 0)
        stated.tradeCount = own->second.tradeCount;
    series.bars.insert_or_assign(stated.start, stated);
    series.stated.insert(stated.start);
    series.changed.push_back(stated.start);
}

std::vector<Timestamp> LiveBars::takeChangedMinutes()
{
    return sortedUnique(m_minutes.changed);
}

std::vector<Timestamp> LiveBars::takeChangedSeconds()
{
    return sortedUnique(m_seconds.changed);
}

} // namespace tapeline
