#include "candlerollup.h"

#include "candlemath.h"

#include <algorithm>
#include <iterator>

namespace tapeline {

namespace {

auto firstNotBefore(auto &bars, Timestamp start)
{
    return std::ranges::lower_bound(bars, start, {}, &Candle::start);
}

/// Both ascending; where both have a bar, the fresh one stays.
std::vector<Candle> merged(std::span<const Candle> bars, std::span<const Candle> fresh)
{
    std::vector<Candle> all;
    all.reserve(bars.size() + fresh.size());
    // Of equals set_union takes the one from its first range
    std::ranges::set_union(fresh, bars, std::back_inserter(all), {}, &Candle::start,
                           &Candle::start);
    return all;
}

/// Puts ascending bars among ascending bars.
void upsert(std::vector<Candle> &bars, std::span<const Candle> fresh)
{
    const auto from = firstNotBefore(bars, fresh.front().start);
    if (fresh.size() == 1 && from != bars.end() && from->start == fresh.front().start) {
        *from = fresh.front();
        return;
    }
    const std::vector<Candle> tail = merged(std::span(from, bars.end()), fresh);
    bars.erase(from, bars.end());
    bars.insert(bars.end(), tail.begin(), tail.end());
}

} // namespace

std::vector<Timestamp> CandleRollup::put(std::span<const Candle> parts)
{
    std::vector<Timestamp> changed;
    if (parts.empty())
        return changed;
    upsert(m_parts, parts);

    Timestamp windowEnd {};
    for (const Candle &part : parts) {
        if (!changed.empty() && part.start < windowEnd)
            continue;
        changed.push_back(m_timeframe.windowStart(part.start, m_assetClass));
        windowEnd = m_timeframe.nextWindow(changed.back(), m_assetClass);
    }
    std::vector<Candle> rolled;
    rolled.reserve(changed.size());
    for (const Timestamp start : changed)
        rolled.push_back(roll(start));
    upsert(m_bars, rolled);
    return changed;
}

void CandleRollup::clear()
{
    m_parts.clear();
    m_bars.clear();
}

const Candle *CandleRollup::find(Timestamp start) const
{
    const auto at = firstNotBefore(m_bars, start);
    return at != m_bars.end() && at->start == start ? &*at : nullptr;
}

Candle CandleRollup::roll(Timestamp start) const
{
    const Timestamp end = m_timeframe.nextWindow(start, m_assetClass);
    Candle bar = emptyCandle(start);
    for (auto part = firstNotBefore(m_parts, start); part != m_parts.end() && part->start < end;
         ++part)
        extendCandle(bar, *part);
    return bar;
}

} // namespace tapeline
