#pragma once

#include "textbook.h"

#include "easterntime.h"

#include <map>

/// Momentum, trend, volatility and volume: what is drawn below prices.
namespace tapeline::test::textbook {

inline Values strength(const Values &price, std::size_t n, bool simple)
{
    const Values up = positive(changes(price));
    const Values down = positive(-changes(price));
    const Values gain = simple ? means(up, n) : wilder(up, n);
    const Values loss = simple ? means(down, n) : wilder(down, n);
    Values result = 100 - 100 / (1 + gain / loss);
    for (std::size_t i = 0; i < result.size(); ++i)
        if (loss[i] == 0)
            result[i] = 100;
    return result;
}

/// 0 to 1; flat where the window has no range.
inline Values placeWithin(const Values &value, const Values &top, const Values &bottom, double flat)
{
    return ratio(value - bottom, top - bottom, flat);
}

inline Columns withSignal(const Values &line, std::size_t n)
{
    const Values signal = exponential(line, n);
    return { line, signal, line - signal };
}
inline Columns twoOf(Columns columns)
{
    columns.resize(2);
    return columns;
}

/// Wilder's own way: sums that lose their n-th part.
inline Columns directional(const Market &market, std::size_t n)
{
    const std::size_t count = market.close.size();
    Columns lines(3, Values(noValue, count));
    double up = 0;
    double down = 0;
    double range = 0;
    Values index(noValue, count);
    for (std::size_t i = 1; i < count; ++i) {
        const double rise = market.high[i] - market.high[i - 1];
        const double fall = market.low[i - 1] - market.low[i];
        const double keep = i > n ? 1 - 1 / double(n) : 1;
        up = up * keep + (rise > fall && rise > 0 ? rise : 0);
        down = down * keep + (fall > rise && fall > 0 ? fall : 0);
        range = range * keep + market.range[i];
        if (i < n)
            continue;
        lines[1][i] = range > 0 ? 100 * up / range : 0;
        lines[2][i] = range > 0 ? 100 * down / range : 0;
        const double both = up + down;
        index[i] = both > 0 ? 100 * std::abs(up - down) / both : 0;
    }
    lines[0] = wilder(index, n);
    return lines;
}

inline Columns commodity(const Market &market, Parameters p)
{
    return { windows(market.source(p[1]), std::size_t(p[0]), [](Window window) {
        const double mean = meanOf(window);
        double apart = 0;
        for (const double value : window)
            apart += std::abs(value - mean) / double(window.size());
        return isFlat(window) ? 0 : (window.back() - mean) / (0.015 * apart);
    }) };
}

/// Bars since the newest of the largest values.
inline Values sinceTop(const Values &values, std::size_t n)
{
    return windows(values, n + 1, [](Window window) {
        std::size_t top = 0;
        for (std::size_t i = 0; i < window.size(); ++i)
            top = window[i] >= window[top] ? i : top;
        return double(window.size() - 1 - top);
    });
}

inline Columns ultimate(const Market &market, Parameters p)
{
    const Values before = delayed(market.close, 1);
    Values pressure(market.close.size());
    Values range(market.close.size());
    for (std::size_t i = 0; i < pressure.size(); ++i) {
        pressure[i] = i > 0 ? market.close[i] - std::min(market.low[i], before[i]) : noValue;
        range[i] = i > 0 ? market.range[i] : noValue;
    }
    const auto share = [&](double n) {
        return ratio(sums(pressure, std::size_t(n)), sums(range, std::size_t(n)), 0);
    };
    return { 100 * (4 * share(p[0]) + 2 * share(p[1]) + share(p[2])) / 7 };
}

inline Columns vortex(const Market &market, Parameters p)
{
    const std::size_t n = std::size_t(p[0]);
    Values range = market.range;
    range[0] = noValue;
    const Values ranges = sums(range, n);
    return { ratio(sums(std::abs(market.high - delayed(market.low, 1)), n), ranges, 0),
             ratio(sums(std::abs(market.low - delayed(market.high, 1)), n), ranges, 0) };
}

inline Columns choppiness(const Market &market, Parameters p)
{
    Values top = market.high;
    Values bottom = market.low;
    for (std::size_t i = 1; i < top.size(); ++i) {
        top[i] = std::max(top[i], market.close[i - 1]);
        bottom[i] = std::min(bottom[i], market.close[i - 1]);
    }
    const std::size_t n = std::size_t(p[0]);
    const Values parts = ratio(sums(market.range, n), highest(top, n) - lowest(bottom, n), noValue);
    return { 100 * std::log10(parts) / std::log10(p[0]) };
}

inline Values closePlace(const Market &market)
{
    const Values &close = market.close;
    return ratio((close - market.low) - (market.high - close), market.high - market.low, 0);
}

inline Columns moneyFlow(const Market &market, Parameters p)
{
    const Values money = market.typical * market.volume;
    Values up(noValue, money.size());
    Values down(noValue, money.size());
    for (std::size_t i = 1; i < money.size(); ++i) {
        up[i] = market.typical[i] > market.typical[i - 1] ? money[i] : 0;
        down[i] = market.typical[i] < market.typical[i - 1] ? money[i] : 0;
    }
    const Values in = sums(up, std::size_t(p[0]));
    const Values out = sums(down, std::size_t(p[0]));
    return { 100 * ratio(in, in + out, 0) };
}

inline Columns relativeVolume(const Market &market, Parameters p)
{
    const auto &bars = market.bars;
    const auto n = std::size_t(p[0]);
    std::vector<std::size_t> days; // where each begins, up to this one
    Values result(noValue, bars.size());
    // What was traded on a day with the bars that begin no later than this one does on its own
    const auto volumeBy = [&](std::size_t first, const IndicatorBar &by) {
        double volume = 0;
        for (std::size_t i = first; i < bars.size() && bars[i].day == bars[first].day; ++i)
            if (bars[i].start - bars[i].dayStart <= by.start - by.dayStart)
                volume += bars[i].volume;
        return volume;
    };
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (days.empty() || bars[days.back()].day != bars[i].day)
            days.push_back(i);
        if (days.size() <= n)
            continue;
        double usual = 0;
        for (std::size_t before = days.size() - 1 - n; before + 1 < days.size(); ++before)
            usual += volumeBy(days[before], bars[i]) / double(n);
        result[i] = usual > 0 ? volumeBy(days.back(), bars[i]) / usual : noValue;
    }
    return { result };
}

inline Values signOf(const Values &values)
{
    return values.apply([](double value) { return value > 0 ? 1.0 : value < 0 ? -1.0 : value; });
}

inline Columns klinger(const Market &market, Parameters p)
{
    const Values force = changes(market.typical).apply([](double change) {
        return std::isnan(change) ? change : change < 0 ? -1.0 : 1.0;
    }) * market.volume;
    return twoOf(
        withSignal(exponential(force, std::size_t(p[0])) - exponential(force, std::size_t(p[1])),
                   std::size_t(p[2])));
}

inline Definitions paneDefinitions()
{
    using M = const Market &;
    using P = Parameters;
    using N = std::size_t;
    return {
        { "rsi",
          [](M m, P p) -> Columns { return { strength(m.source(p[2]), N(p[0]), p[1] != 0) }; } },
        { "stochastic",
          [](M m, P p) -> Columns {
              const Values k = means(
                  100 * placeWithin(m.close, highest(m.high, N(p[0])), lowest(m.low, N(p[0])), 0),
                  N(p[1]));
              return { k, means(k, N(p[2])) };
          } },
        { "stochrsi",
          [](M m, P p) -> Columns {
              const Values rsi = strength(m.source(p[4]), N(p[0]), false);
              const Values top = highest(rsi, N(p[1]));
              const Values bottom = lowest(rsi, N(p[1]));
              Values place = 100 * (rsi - bottom) / (top - bottom);
              for (std::size_t i = 0; i < place.size(); ++i)
                  place[i] = top[i] - bottom[i] < 1e-9 ? 0 : place[i]; // the same but for rounding
              const Values k = means(place, N(p[2]));
              return { k, means(k, N(p[3])) };
          } },
        { "macd",
          [](M m, P p) -> Columns {
              const Values price = m.source(p[3]);
              return withSignal(exponential(price, N(p[0])) - exponential(price, N(p[1])), N(p[2]));
          } },
        { "ppo",
          [](M m, P p) -> Columns {
              const Values price = m.source(p[4]);
              return withSignal(
                  100 * averaged(price, N(p[0]), p[3]) / averaged(price, N(p[1]), p[3]) - 100,
                  N(p[2]));
          } },
        { "cci", commodity },
        { "williamsr",
          [](M m, P p) -> Columns {
              const Values top = highest(m.high, N(p[0]));
              return { -100 * ratio(top - m.close, top - lowest(m.low, N(p[0])), 0) };
          } },
        { "roc",
          [](M m, P p) -> Columns {
              return { 100 * m.source(p[1]) / delayed(m.source(p[1]), N(p[0])) - 100 };
          } },
        { "momentum",
          [](M m, P p) -> Columns {
              return { m.source(p[1]) - delayed(m.source(p[1]), N(p[0])) };
          } },
        { "trix",
          [](M m, P p) -> Columns {
              Values triple = m.source(p[2]);
              for (int i = 0; i < 3; ++i)
                  triple = exponential(triple, N(p[0]));
              return twoOf(withSignal(100 * triple / delayed(triple, 1) - 100, N(p[1])));
          } },
        { "tsi",
          [](M m, P p) -> Columns {
              const Values change = changes(m.source(p[3]));
              const auto twice = [p](const Values &values) {
                  return exponential(exponential(values, N(p[0])), N(p[1]));
              };
              return twoOf(
                  withSignal(100 * ratio(twice(change), twice(std::abs(change)), 0), N(p[2])));
          } },
        { "ultimate", ultimate },
        { "awesome",
          [](M m, P p) -> Columns {
              return { means(m.median, N(p[0])) - means(m.median, N(p[1])) };
          } },
        { "dpo",
          [](M m, P p) -> Columns {
              return { delayed(m.source(p[1]), N(p[0]) / 2 + 1) - means(m.source(p[1]), N(p[0])) };
          } },
        { "elderray",
          [](M m, P p) -> Columns {
              const Values mean = exponential(m.close, N(p[0]));
              return { m.high - mean, m.low - mean };
          } },
        { "coppock",
          [](M m, P p) -> Columns {
              const Values price = m.source(p[3]);
              return { weightedMeans(100 * price / delayed(price, N(p[0]))
                                         + 100 * price / delayed(price, N(p[1])) - 200,
                                     N(p[2])) };
          } },
        { "aroon",
          [](M m, P p) -> Columns {
              return { 100 - 100 * sinceTop(m.high, N(p[0])) / p[0],
                       100 - 100 * sinceTop(-m.low, N(p[0])) / p[0] };
          } },
        { "aroonosc",
          [](M m, P p) -> Columns {
              return { 100 * (sinceTop(-m.low, N(p[0])) - sinceTop(m.high, N(p[0]))) / p[0] };
          } },
        { "adx", [](M m, P p) -> Columns { return directional(m, N(p[0])); } },
        { "adxr",
          [](M m, P p) -> Columns {
              const Values adx = directional(m, N(p[0]))[0];
              return { (adx + delayed(adx, N(p[0]))) / 2 };
          } },
        { "vortex", vortex },
        { "chop", choppiness },
        { "slope",
          [](M m, P p) -> Columns {
              return { windows(m.source(p[1]), N(p[0]), [](Window w) { return lineOf(w).slope; }) };
          } },
        { "rsquared",
          [](M m, P p) -> Columns {
              return { windows(m.source(p[1]), N(p[0]),
                               [](Window w) { return lineOf(w).determination; }) };
          } },
        { "atr",
          [](M m, P p) -> Columns { return { m.averageRange(N(p[0]), p[2] != 0, p[1] != 0) }; } },
        { "tr", [](M m, P) -> Columns { return { m.range }; } },
        { "stddev", [](M m, P p) -> Columns { return { deviations(m.source(p[1]), N(p[0])) }; } },
        { "hv",
          [](M m, P p) -> Columns {
              const Values logs = std::log(m.close) - std::log(delayed(m.close, 1));
              return { 100 * std::sqrt(p[1] * p[0] / (p[0] - 1)) * deviations(logs, N(p[0])) };
          } },
        { "mass",
          [](M m, P p) -> Columns {
              const Values once = exponential(m.high - m.low, N(p[0]));
              return { sums(ratio(once, exponential(once, N(p[0])), 1), N(p[1])) };
          } },
        { "volume",
          [](M m, P p) -> Columns {
              return { m.volume, means(m.volume, N(p[0])) };
          } },
        { "rvol", relativeVolume },
        { "obv",
          [](M m, P) -> Columns {
              Values signs = signOf(changes(m.close));
              signs[0] = 1;
              return { total(signs * m.volume) };
          } },
        { "ad", [](M m, P) -> Columns { return { total(closePlace(m) * m.volume) }; } },
        { "chaikin",
          [](M m, P p) -> Columns {
              const Values line = total(closePlace(m) * m.volume);
              return { exponential(line, N(p[0])) - exponential(line, N(p[1])) };
          } },
        { "cmf",
          [](M m, P p) -> Columns {
              return { ratio(sums(closePlace(m) * m.volume, N(p[0])), sums(m.volume, N(p[0])), 0) };
          } },
        { "mfi", moneyFlow },
        { "force",
          [](M m, P p) -> Columns {
              return { exponential(changes(m.close) * m.volume, N(p[0])) };
          } },
        { "eom",
          [](M m, P p) -> Columns {
              const Values ease = ratio(1e4 * changes(m.median) * (m.high - m.low), m.volume, 0);
              return { means(ease + 0 * changes(m.median), N(p[0])) };
          } },
        { "pvt",
          [](M m, P) -> Columns {
              return { total(m.volume * changes(m.close) / delayed(m.close, 1)) };
          } },
        { "klinger", klinger },
    };
}

} // namespace tapeline::test::textbook
