#pragma once

#include "textbook.h"

#include <map>

/// Averages, bands and trends: what is drawn over prices.
namespace tapeline::test::textbook {

inline Columns bandsOf(const Values &middle, const Values &reach)
{
    return { middle, middle + reach, middle - reach };
}

inline double weighedPrice(const IndicatorBar &bar, double choice)
{
    const double typical = (bar.high + bar.low + bar.close) / 3;
    const double prices[] { bar.vwap != 0 ? bar.vwap : typical, typical,
                            (bar.open + bar.high + bar.low + bar.close) / 4, bar.close };
    return prices[std::size_t(choice)];
}

/// Sums of squares in long double, from each bar that starts() on; noValue where it does not count.
inline Columns weightedPrice(const Market &market, Parameters p,
                             const std::function<bool(std::size_t)> &counts,
                             const std::function<bool(std::size_t)> &starts, bool stays)
{
    Columns columns(5, Values(noValue, market.bars.size()));
    long double v = 0;
    long double vp = 0;
    long double vpp = 0;
    long double last = noValue;
    long double base = 0; ///< sums are of the distances from it, so that squares keep their digits
    for (std::size_t i = 0; i < market.bars.size(); ++i) {
        if (counts(i)) {
            if (starts(i))
                v = vp = vpp = 0;
            const long double price = weighedPrice(market.bars[i], p[1]);
            base = v > 0 ? base : price;
            const long double volume = market.bars[i].volume;
            v += volume;
            vp += volume * (price - base);
            vpp += volume * (price - base) * (price - base);
            last = price;
        } else if (!stays) {
            continue;
        }
        const long double average = v > 0 ? base + vp / v : last;
        const long double deviation
            = v > 0 ? std::sqrt(std::max(0.0L, vpp / v - vp / v * (vp / v))) : 0;
        columns[0][i] = double(average);
        for (const int band : { 0, 1 })
            for (const int side : { 0, 1 })
                if (p[std::size_t(2 + band)] > 0)
                    columns[std::size_t(1 + 2 * band + side)][i] = double(
                        average + (side == 0 ? 1 : -1) * p[std::size_t(2 + band)] * deviation);
    }
    return columns;
}

inline Columns sessionVwap(const Market &market, Parameters p)
{
    const auto counts
        = [&](std::size_t i) { return p[0] != 0 || market.bars[i].part == SessionPart::Regular; };
    const auto starts = [&](std::size_t i) {
        return i == 0 || market.bars[i].day != market.bars[i - 1].day || !counts(i - 1);
    };
    return weightedPrice(market, p, counts, starts, false);
}

inline Columns anchoredVwap(const Market &market, Parameters p)
{
    const auto counts
        = [&](std::size_t i) { return double(toNs(market.bars[i].start)) / 1e9 >= p[0]; };
    return weightedPrice(
        market, p, counts, [](std::size_t) { return false; }, true);
}

inline Columns rollingVwap(const Market &market, Parameters p)
{
    const Values price = series(market.bars, [choice = p[1]](const IndicatorBar &bar) {
        return weighedPrice(bar, choice);
    });
    const std::size_t n = std::size_t(p[0]);
    Values result = sums(price * market.volume, n) / sums(market.volume, n);
    for (std::size_t i = n - 1; i < result.size(); ++i)
        if (std::isnan(result[i]))
            result[i] = price[i];
    return { result };
}

inline Columns kaufman(const Market &market, Parameters p)
{
    const Values price = market.source(p[3]);
    const std::size_t n = std::size_t(p[0]);
    const Values way = sums(std::abs(changes(price)), n);
    Values result(noValue, price.size());
    for (std::size_t i = n; i < price.size(); ++i) {
        const double straight
            = way[i] > 0 ? std::min(1.0, std::abs(price[i] - price[i - n]) / way[i]) : 1;
        const double weight
            = std::pow(straight * (2 / (p[1] + 1) - 2 / (p[2] + 1)) + 2 / (p[2] + 1), 2);
        const double before = i == n ? price[i - 1] : result[i - 1];
        result[i] = before * (1 - weight) + weight * price[i];
    }
    return { result };
}

inline Columns variable(const Market &market, Parameters p)
{
    const Values price = market.source(p[2]);
    const std::size_t n = std::size_t(p[1]);
    const Values moved = sums(changes(price), n);
    const Values size = sums(std::abs(changes(price)), n);
    Values result(noValue, price.size());
    for (std::size_t i = n; i < price.size(); ++i) {
        const double weight = size[i] > 0 ? 2 / (p[0] + 1) * std::abs(moved[i]) / size[i] : 0;
        result[i] = i == n ? price[i] : weight * price[i] + (1 - weight) * result[i - 1];
    }
    return { result };
}

inline Columns dynamic(const Market &market, Parameters p)
{
    Values result = market.source(p[1]);
    for (std::size_t i = 1; i < result.size(); ++i) {
        const double step = 0.6 * p[0] * std::pow(result[i] / result[i - 1], 4);
        result[i] = result[i - 1] + (result[i] - result[i - 1]) / (step < 1 ? 1 : step);
    }
    return { result };
}

inline Columns bell(const Market &market, Parameters p)
{
    return { windows(market.source(p[3]), std::size_t(p[0]), [p](Window window) {
        double sum = 0;
        double weights = 0;
        for (std::size_t i = 0; i < window.size(); ++i) {
            const double apart = double(i) - p[1] * (p[0] - 1);
            const double weight = std::exp(-apart * apart * p[2] * p[2] / (2 * p[0] * p[0]));
            sum += weight * window[i];
            weights += weight;
        }
        return sum / weights;
    }) };
}

inline Columns triangle(const Market &market, Parameters p)
{
    return { windows(market.source(p[1]), std::size_t(p[0]), [](Window window) {
        double sum = 0;
        double weights = 0;
        for (std::size_t i = 0; i < window.size(); ++i) {
            const double weight = double(std::min(i, window.size() - 1 - i) + 1);
            sum += weight * window[i];
            weights += weight;
        }
        return sum / weights;
    }) };
}

inline Columns tillson(const Market &market, Parameters p)
{
    Columns e { market.source(p[2]) };
    for (int i = 0; i < 6; ++i)
        e.push_back(exponential(e.back(), std::size_t(p[0])));
    const double v = p[1];
    return { (1 + v) * (1 + v) * (1 + v) * e[3] - 3 * (1 + v) * (1 + v) * v * e[4]
             + 3 * (1 + v) * v * v * e[5] - v * v * v * e[6] };
}

inline Columns supertrend(const Market &market, Parameters p)
{
    const Values reach = p[1] * market.averageRange(std::size_t(p[0]), p[2] != 0);
    const std::size_t count = reach.size();
    Columns lines(2, Values(noValue, count));
    Values upper = market.median + reach;
    Values lower = market.median - reach;
    bool rises = true;
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isnan(reach[i]))
            continue;
        const bool isFirst = i == 0 || std::isnan(reach[i - 1]);
        const double before = isFirst ? 0 : market.close[i - 1];
        if (!isFirst && before <= upper[i - 1])
            upper[i] = std::min(upper[i], upper[i - 1]);
        if (!isFirst && before >= lower[i - 1])
            lower[i] = std::max(lower[i], lower[i - 1]);
        if (isFirst)
            rises = market.close[i] >= market.median[i];
        if (rises && market.close[i] < lower[i])
            rises = false;
        else if (!rises && market.close[i] > upper[i])
            rises = true;
        lines[rises ? 0 : 1][i] = rises ? lower[i] : upper[i];
    }
    return lines;
}

/// Rising and falling written out each by itself.
inline Columns parabolic(const Market &market, Parameters p)
{
    const Values &high = market.high;
    const Values &low = market.low;
    const double most = p[1];
    const double least = std::min(p[0], most);
    Values result(noValue, high.size());
    if (high.size() < 2)
        return { result };
    bool rises = !(low[0] - low[1] > 0 && low[0] - low[1] > high[1] - high[0]);
    double stop = rises ? low[0] : high[0];
    double extreme = rises ? high[1] : low[1];
    double speed = least;
    for (std::size_t i = 1; i < high.size(); ++i) {
        const std::size_t before = std::max<std::size_t>(i - 1, 1);
        if (rises && low[i] <= stop) {
            rises = false;
            stop = std::max({ extreme, high[before], high[i] });
            extreme = low[i];
            speed = least;
            result[i] = stop;
        } else if (!rises && high[i] >= stop) {
            rises = true;
            stop = std::min({ extreme, low[before], low[i] });
            extreme = high[i];
            speed = least;
            result[i] = stop;
        } else {
            result[i] = stop;
            if (rises && high[i] > extreme) {
                extreme = high[i];
                speed = std::min(speed + least, most);
            } else if (!rises && low[i] < extreme) {
                extreme = low[i];
                speed = std::min(speed + least, most);
            }
        }
        stop += speed * (extreme - stop);
        stop = rises ? std::min({ stop, low[before], low[i] })
                     : std::max({ stop, high[before], high[i] });
    }
    return { result };
}

inline Columns fractals(const Market &market, Parameters p)
{
    const std::size_t n = std::size_t(p[0]);
    Columns points(2, Values(noValue, market.high.size()));
    for (std::size_t i = 2 * n; i < market.high.size(); ++i) {
        const std::size_t at = i - n;
        bool isPeak = true;
        bool isTrough = true;
        for (std::size_t j = at - n; j <= i; ++j) {
            isPeak &= j == at || market.high[j] < market.high[at];
            isTrough &= j == at || market.low[j] > market.low[at];
        }
        if (isPeak)
            points[0][i] = market.high[at];
        if (isTrough)
            points[1][i] = market.low[at];
    }
    return points;
}

inline Columns pivots(const Market &market, Parameters p)
{
    struct Day
    {
        double high, low, close;
    };
    std::map<qint64, Day> days;
    for (const IndicatorBar &bar : market.bars) {
        if (p[0] == 0 && bar.part != SessionPart::Regular)
            continue;
        Day &day = days.try_emplace(bar.day, Day { bar.high, bar.low, bar.close }).first->second;
        day = { std::max(day.high, bar.high), std::min(day.low, bar.low), bar.close };
    }
    Columns levels(7, Values(noValue, market.bars.size()));
    for (std::size_t i = 0; i < market.bars.size(); ++i) {
        const auto next = days.lower_bound(market.bars[i].day);
        if (next == days.begin())
            continue;
        const auto [high, low, close] = std::prev(next)->second;
        const double pivot = (high + low + close) / 3;
        const double values[] { pivot,
                                pivot + (pivot - low),
                                pivot + (high - low),
                                2 * pivot + high - 2 * low,
                                pivot - (high - pivot),
                                pivot - (high - low),
                                2 * pivot - 2 * high + low };
        for (std::size_t level = 0; level < levels.size(); ++level)
            levels[level][i] = values[level];
    }
    return levels;
}

inline Columns donchian(const Market &market, Parameters p)
{
    const std::size_t n = std::size_t(p[0]);
    const std::size_t late = p[1] != 0 ? 1 : 0;
    const Values upper = delayed(highest(market.high, n), late);
    const Values lower = delayed(lowest(market.low, n), late);
    return { (upper + lower) / 2, upper, lower };
}

inline Columns ichimoku(const Market &market, Parameters p)
{
    const auto middle = [&market](double n) -> Values {
        return (highest(market.high, std::size_t(n)) + lowest(market.low, std::size_t(n))) / 2;
    };
    const Values conversion = middle(p[0]);
    const Values base = middle(p[1]);
    return { conversion, base, (conversion + base) / 2, middle(p[2]), market.close };
}

inline Columns regressionBands(const Market &market, Parameters p)
{
    const std::size_t n = std::size_t(p[0]);
    const Values price = market.source(p[3]);
    const double scale = p[2] != 0 && p[0] > 2 ? std::sqrt(p[0] / (p[0] - 2)) : 1;
    return bandsOf(windows(price, n, [](Window window) { return lineOf(window).end; }),
                   p[1] * scale
                       * windows(price, n, [](Window window) { return lineOf(window).deviation; }));
}

inline Definitions priceDefinitions()
{
    using M = const Market &;
    using P = Parameters;
    return {
        { "sma", [](M m, P p) -> Columns { return { means(m.source(p[1]), std::size_t(p[0])) }; } },
        { "ema",
          [](M m, P p) -> Columns { return { exponential(m.source(p[1]), std::size_t(p[0])) }; } },
        { "wma",
          [](M m, P p) -> Columns {
              return { weightedMeans(m.source(p[1]), std::size_t(p[0])) };
          } },
        { "smma",
          [](M m, P p) -> Columns { return { wilder(m.source(p[1]), std::size_t(p[0])) }; } },
        { "hma",
          [](M m, P p) -> Columns {
              const Values price = m.source(p[1]);
              const std::size_t n = std::size_t(p[0]);
              return { weightedMeans(2 * weightedMeans(price, std::max<std::size_t>(1, n / 2))
                                         - weightedMeans(price, n),
                                     std::size_t(std::sqrt(p[0]))) };
          } },
        { "dema",
          [](M m, P p) -> Columns {
              const Values once = exponential(m.source(p[1]), std::size_t(p[0]));
              return { 2 * once - exponential(once, std::size_t(p[0])) };
          } },
        { "tema",
          [](M m, P p) -> Columns {
              const Values once = exponential(m.source(p[1]), std::size_t(p[0]));
              const Values twice = exponential(once, std::size_t(p[0]));
              return { 3 * once - 3 * twice + exponential(twice, std::size_t(p[0])) };
          } },
        { "trima", triangle },
        { "t3", tillson },
        { "lsma",
          [](M m, P p) -> Columns {
              return { windows(m.source(p[1]), std::size_t(p[0]),
                               [](Window window) { return lineOf(window).end; }) };
          } },
        { "alma", bell },
        { "kama", kaufman },
        { "vidya", variable },
        { "mcginley", dynamic },
        { "vwma",
          [](M m, P p) -> Columns {
              const Values price = m.source(p[1]);
              const std::size_t n = std::size_t(p[0]);
              Values result = sums(price * m.volume, n) / sums(m.volume, n);
              for (std::size_t i = n - 1; i < result.size(); ++i)
                  result[i] = std::isnan(result[i]) ? price[i] : result[i];
              return { result };
          } },
        { "vwap", sessionVwap },
        { "avwap", anchoredVwap },
        { "rvwap", rollingVwap },
        { "bollinger",
          [](M m, P p) -> Columns {
              const Values price = m.source(p[2]);
              return bandsOf(means(price, std::size_t(p[0])),
                             p[1] * deviations(price, std::size_t(p[0])));
          } },
        { "percentb",
          [](M m, P p) -> Columns {
              const Values price = m.source(p[2]);
              const Values reach = p[1] * deviations(price, std::size_t(p[0]));
              const Values lower = means(price, std::size_t(p[0])) - reach;
              return { ratio(price - lower, 2 * reach, noValue) };
          } },
        { "bandwidth",
          [](M m, P p) -> Columns {
              const Values price = m.source(p[2]);
              return { 200 * p[1] * deviations(price, std::size_t(p[0]))
                       / means(price, std::size_t(p[0])) };
          } },
        { "keltner",
          [](M m, P p) -> Columns {
              return bandsOf(averaged(m.source(p[4]), std::size_t(p[0]), p[3]),
                             p[1] * m.averageRange(std::size_t(p[2])));
          } },
        { "donchian", donchian },
        { "envelope",
          [](M m, P p) -> Columns {
              const Values middle = averaged(m.source(p[3]), std::size_t(p[0]), p[2]);
              return bandsOf(middle, middle * (p[1] / 100));
          } },
        { "atrbands",
          [](M m, P p) -> Columns {
              const Values reach = p[1] * m.averageRange(std::size_t(p[0]));
              return { m.source(p[2]) + reach, m.source(p[2]) - reach };
          } },
        { "chandelier",
          [](M m, P p) -> Columns {
              const Values reach = p[1] * m.averageRange(std::size_t(p[0]));
              return { highest(m.high, std::size_t(p[0])) - reach,
                       lowest(m.low, std::size_t(p[0])) + reach };
          } },
        { "regression", regressionBands },
        { "ichimoku", ichimoku },
        { "supertrend", supertrend },
        { "psar", parabolic },
        { "fractals", fractals },
        { "pivots", pivots },
    };
}

} // namespace tapeline::test::textbook
