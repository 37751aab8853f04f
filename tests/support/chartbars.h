#pragma once

#include "chartseries.h"
#include "marketcalendar.h"
#include "splitmix64.h"

#include <algorithm>
#include <vector>

namespace tapeline::chartbars {

/// One bar of a random walk, started at the last close; prices are whole cents.
inline Candle nextBar(SplitMix64 &random, Timestamp start, qint64 &cents)
{
    Candle bar;
    bar.start = start;
    const auto price
        = [](qint64 value) { return Price::fromUnits(value * (Price::unitsPerOne / 100)); };
    const qint64 open = cents;
    qint64 high = cents;
    qint64 low = cents;
    for (int i = 0; i < 4; ++i) {
        cents = std::max<qint64>(100, cents + qint64(random.below(41)) - 20);
        high = std::max(high, cents);
        low = std::min(low, cents);
    }
    bar.open = price(open);
    bar.high = price(high);
    bar.low = price(low);
    bar.close = price(cents);
    bar.volume = Qty::whole(qint64(100 + random.below(9000)));
    bar.vwap = double(high + low) / 200;
    bar.tradeCount = 1 + qint64(random.below(90));
    return bar;
}

/// count bars without pauses between them.
inline std::vector<Candle> walk(std::size_t count, Timestamp start, Duration step, quint64 seed = 1)
{
    SplitMix64 random(seed);
    qint64 cents = 18'730;
    std::vector<Candle> bars;
    bars.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        bars.push_back(nextBar(random, start + qint64(i) * step, cents));
    return bars;
}

/// All bars of the trading days in [from, to], pre-market and after hours included.
inline std::vector<Candle> tradingDays(QDate from, QDate to, Timeframe timeframe, quint64 seed = 1)
{
    const MarketCalendar calendar;
    SplitMix64 random(seed);
    qint64 cents = 18'730;
    std::vector<Candle> bars;
    for (QDate date = from; date <= to; date = date.addDays(1)) {
        const auto session = calendar.session(date);
        if (!session)
            continue;
        if (!timeframe.isIntraday()) {
            const Timestamp start = timeframe.windowStart(session->open);
            if (bars.empty() || bars.back().start < start)
                bars.push_back(nextBar(random, start, cents));
            continue;
        }
        for (Timestamp start = session->preOpen; start < session->postClose;
             start = timeframe.nextWindow(start))
            bars.push_back(nextBar(random, start, cents));
    }
    return bars;
}

inline ChartUpdate update(std::vector<Candle> bars, bool reset = true,
                          ChartUpdate::History history = ChartUpdate::History::Partial)
{
    ChartUpdate result;
    result.reset = reset;
    result.bars = std::move(bars);
    result.history = history;
    return result;
}

} // namespace tapeline::chartbars
