#pragma once

#include "candle.h"
#include "splitmix64.h"

#include <bit>
#include <limits>
#include <span>
#include <vector>

namespace tapeline::test {

/// To the last bit: not-a-number is itself, and 0 is not -0.
inline bool isSame(const Candle &a, const Candle &b)
{
    Candle plainA = a;
    Candle plainB = b;
    plainA.vwap = plainB.vwap = 0;
    return plainA == plainB && std::bit_cast<quint64>(a.vwap) == std::bit_cast<quint64>(b.vwap);
}

inline bool areSame(std::span<const Candle> a, std::span<const Candle> b)
{
    return std::ranges::equal(a, b, isSame);
}

/// A stock's bars as a service gives them: cents, whole shares, vwap with four decimals.
inline std::vector<Candle> stockBars(std::size_t count, quint64 seed, Timestamp start,
                                     Duration length = std::chrono::minutes(1))
{
    SplitMix64 random(seed);
    const auto cents = [](qint64 value) { return Price::fromUnits(value * 100'000'000); };
    qint64 price = 15'000;
    std::vector<Candle> bars;
    bars.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const qint64 open = price + qint64(random.below(5)) - 2;
        price = std::max<qint64>(100, open + qint64(random.below(21)) - 10);
        const qint64 high = std::max(open, price) + qint64(random.below(8));
        const qint64 low = std::min(open, price) - qint64(random.below(8));
        const qint64 vwap = low * 100 + qint64(random.below(quint64(high - low) * 100 + 1));
        const qint64 shares = 100 + qint64(random.below(40'000));
        bars.push_back({ start, cents(open), cents(high), cents(low), cents(price),
                         Qty::whole(shares), static_cast<double>(vwap) / 1e4,
                         1 + qint64(random.below(400)), true });
        start += length;
        if (i % 960 == 959) // a day of 16 hours
            start += 480 * length;
    }
    return bars;
}

/// Anything a bar can hold, half of it at the ends of the ranges.
inline Candle anyBar(SplitMix64 &random)
{
    const auto number = [&]() -> qint64 {
        using Limits = std::numeric_limits<qint64>;
        constexpr qint64 ends[] = { 0, 1, -1, Limits::max(), Limits::min(), Limits::min() + 1 };
        return random.below(2) ? qint64(random.next() >> random.below(64))
                               : ends[random.below(std::size(ends))];
    };
    constexpr double vwaps[] = { 0.0,
                                 -0.0,
                                 0.1,
                                 -74.6099,
                                 1e300,
                                 std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::denorm_min() };
    Candle bar;
    bar.start = fromNs(number());
    bar.open = Price::fromUnits(number());
    bar.high = Price::fromUnits(number());
    bar.low = Price::fromUnits(number());
    bar.close = Price::fromUnits(number());
    bar.volume = Qty::fromUnits(number());
    bar.vwap = random.below(2) ? std::bit_cast<double>(random.next())
                               : vwaps[random.below(std::size(vwaps))];
    bar.tradeCount = number();
    bar.hasPrices = random.below(4) != 0;
    return bar;
}

} // namespace tapeline::test
