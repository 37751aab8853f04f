#pragma once

#include "indicator.h"
#include "splitmix64.h"

#include <algorithm>
#include <vector>

namespace tapeline::test {

/// 0 to 1.
inline double uniform(SplitMix64 &random)
{
    return double(random.next() >> 11) * 0x1p-53;
}

/// Bars of five minutes as indicators see them: days of four hours, the first of them before the
/// regular session, cents, every twentieth bar without volume, a quarter of them without a traded
/// average, now and then a flat stretch.
inline std::vector<IndicatorBar> marketBars(std::size_t count, quint64 seed)
{
    constexpr std::size_t barsADay = 48;
    SplitMix64 random(seed);
    const auto cents
        = [&random](int most) { return double(random.below(quint64(most) + 1)) / 100; };
    std::vector<IndicatorBar> bars;
    bars.reserve(count);
    double price = std::round(5'000 + 100 * cents(10'000)) / 100;
    std::size_t flat = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = i % barsADay;
        const qint64 day = 19'700 + qint64(i / barsADay);
        flat = flat > 0 ? flat - 1 : random.below(500) == 0 ? random.below(60) : 0;
        IndicatorBar bar { .start = Timestamp(std::chrono::days(day) + std::chrono::hours(14)
                                              + std::chrono::minutes(5 * place)),
                           .day = day,
                           .part = place < 12 ? SessionPart::PreMarket : SessionPart::Regular,
                           .dayStart = Timestamp(std::chrono::days(day)) };
        bar.open = bar.close = bar.high = bar.low = price;
        const auto round = [](double value) { return std::round(value * 100) / 100; };
        if (flat == 0) {
            bar.open = round(std::max(1.0, price + cents(20) - 0.1));
            bar.close = round(std::max(1.0, bar.open + cents(200) - 1));
            bar.high = round(std::max(bar.open, bar.close) + cents(50));
            bar.low = round(std::min(bar.open, bar.close) - cents(50));
        }
        bar.volume = random.below(20) == 0 ? 0 : double(100 + random.below(100'000)) / 4;
        bar.vwap = random.below(4) == 0 ? 0 : bar.low + uniform(random) * (bar.high - bar.low);
        price = bar.close;
        bars.push_back(bar);
    }
    return bars;
}

} // namespace tapeline::test
