#include "truerange.h"

#include "wideinteger.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr std::size_t greatestCount = 1'000;

} // namespace

TrueRange::Minutes &TrueRange::at(InstrumentId instrument)
{
    if (instrument.index() >= m_minutes.size())
        m_minutes.resize(instrument.index() + 1);
    return m_minutes[instrument.index()];
}

/// The minute of a time that is not before the last one.
TrueRange::Range &TrueRange::minuteOf(Minutes &minutes, Timestamp time, Price price)
{
    if (time >= minutes.end) {
        const Timestamp start = std::chrono::floor<std::chrono::minutes>(time);
        minutes.end = start + 1min;
        minutes.ranges.push_back({ start, price, price, price });
        if (minutes.ranges.size() > greatestCount)
            minutes.ranges.pop_front();
    }
    return minutes.ranges.back();
}

void TrueRange::add(InstrumentId instrument, Timestamp time, Price price)
{
    Minutes &minutes = at(instrument);
    if (time < minutes.end - 1min)
        return; // late: its bar may have been used
    Range &range = minuteOf(minutes, time, price);
    range.high = std::max(range.high, price);
    range.low = std::min(range.low, price);
    range.close = price;
}

void TrueRange::add(InstrumentId instrument, const Candle &bar)
{
    Minutes &minutes = at(instrument);
    if (!bar.hasPrices || bar.start < minutes.end - 1min)
        return;
    Range &range = minuteOf(minutes, bar.start, bar.open);
    range.high = std::max(range.high, bar.high);
    range.low = std::min(range.low, bar.low);
    range.close = bar.close;
}

void TrueRange::forget(InstrumentId instrument)
{
    at(instrument) = {};
}

TrueRange::Average TrueRange::average(InstrumentId instrument, Timeframe timeframe,
                                      AssetClass assetClass, Timestamp now) const
{
    const bool isMinutes
        = timeframe.unit() == TimeUnit::Minute || timeframe.unit() == TimeUnit::Hour;
    if (instrument.index() >= m_minutes.size() || !isMinutes)
        return {};
    std::vector<Range> bars;
    for (const Range &minute : m_minutes[instrument.index()].ranges) {
        const Timestamp start = timeframe.windowStart(minute.start, assetClass);
        if (timeframe.nextWindow(start, assetClass) > now)
            break;
        if (bars.empty() || bars.back().start != start)
            bars.push_back({ start, minute.high, minute.low, minute.close });
        Range &bar = bars.back();
        bar.high = std::max(bar.high, minute.high);
        bar.low = std::min(bar.low, minute.low);
        bar.close = minute.close;
    }
    Average average { .bars = int(std::min<std::size_t>(bars.size(), greatestCount)) };
    if (average.bars < length)
        return average;
    qint64 sum = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Price before = i > 0 ? bars[i - 1].close : bars[i].high;
        const Price range = std::max(bars[i].high, before) - std::min(bars[i].low, before);
        // Up to the first average a sum, then 14 times the average
        sum += range.units() - (i < length ? 0 : divideHalfEven(sum, length));
    }
    average.atr = Price::fromUnits(divideHalfEven(sum, length));
    return average;
}

} // namespace tapeline
