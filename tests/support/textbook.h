#pragma once

#include "indicatorinfo.h"

#include <functional>
#include <numeric>
#include <span>
#include <valarray>

/// Indicators as textbooks write them: whole series at once, each value computed anew from its
/// window. Slow, and made of nothing that the program uses.
namespace tapeline::test::textbook {

/// A series, one value a bar; noValue where there is none. Has arithmetic.
using Values = std::valarray<double>;
using Window = std::span<const double>;

inline Values series(std::span<const IndicatorBar> bars,
                     const std::function<double(const IndicatorBar &)> &of)
{
    Values values(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i)
        values[i] = of(bars[i]);
    return values;
}

inline bool lacks(Window window)
{
    return std::ranges::any_of(window, [](double value) { return std::isnan(value); });
}

/// Of every n values one after the other, where none of them lacks.
template<typename Of> Values windows(const Values &values, std::size_t n, Of of)
{
    Values result(noValue, values.size());
    for (std::size_t i = n - 1; i < values.size(); ++i) {
        const Window window(&values[i + 1 - n], n);
        if (!lacks(window))
            result[i] = of(window);
    }
    return result;
}

inline double sumOf(Window window)
{
    return std::accumulate(window.begin(), window.end(), 0.0);
}
/// By the distances from the first value, which keep more digits.
inline double meanOf(Window window)
{
    double apart = 0;
    for (const double value : window)
        apart += value - window[0];
    return window[0] + apart / double(window.size());
}
inline bool isFlat(Window window)
{
    return std::ranges::min(window) == std::ranges::max(window);
}
inline double squaresOf(Window window)
{
    const double mean = meanOf(window);
    double squares = 0;
    for (const double value : window)
        squares += (value - mean) * (value - mean);
    return isFlat(window) ? 0 : squares;
}

inline Values sums(const Values &values, std::size_t n)
{
    return windows(values, n, sumOf);
}
inline Values means(const Values &values, std::size_t n)
{
    return windows(values, n, meanOf);
}
inline Values highest(const Values &values, std::size_t n)
{
    return windows(values, n, [](Window window) { return std::ranges::max(window); });
}
inline Values lowest(const Values &values, std::size_t n)
{
    return windows(values, n, [](Window window) { return std::ranges::min(window); });
}
inline Values deviations(const Values &values, std::size_t n)
{
    return windows(values, n, [](Window window) {
        return std::sqrt(squaresOf(window) / double(window.size()));
    });
}
inline Values weightedMeans(const Values &values, std::size_t n)
{
    return windows(values, n, [](Window window) {
        double sum = 0;
        double weights = 0;
        for (std::size_t i = 0; i < window.size(); ++i) {
            sum += window[i] * double(i + 1);
            weights += double(i + 1);
        }
        return sum / weights;
    });
}
/// The value of n bars before.
inline Values delayed(const Values &values, std::size_t n)
{
    Values result(noValue, values.size());
    for (std::size_t i = n; i < values.size(); ++i)
        result[i] = values[i - n];
    return result;
}
inline Values changes(const Values &values)
{
    return values - delayed(values, 1);
}
/// weight x value + (1 - weight) x before, from the mean of the first n values that there are.
inline Values smoothed(const Values &values, std::size_t n, double weight)
{
    Values result(noValue, values.size());
    std::size_t first = 0;
    while (first < values.size() && std::isnan(values[first]))
        ++first;
    if (first + n > values.size())
        return result;
    std::size_t i = first + n - 1;
    result[i] = meanOf({ &values[first], n });
    for (++i; i < values.size(); ++i)
        result[i] = weight * values[i] + (1 - weight) * result[i - 1];
    return result;
}
inline Values exponential(const Values &values, std::size_t n)
{
    return smoothed(values, n, 2.0 / (double(n) + 1));
}
inline Values wilder(const Values &values, std::size_t n)
{
    return smoothed(values, n, 1.0 / double(n));
}
/// The choices of a parameter "average".
inline Values averaged(const Values &values, std::size_t n, double kind)
{
    return kind == 0 ? means(values, n)
        : kind == 1  ? exponential(values, n)
        : kind == 2  ? wilder(values, n)
                     : weightedMeans(values, n);
}
inline Values positive(const Values &values)
{
    return values.apply([](double value) { return value < 0 ? 0 : value; });
}
/// a / b, otherwise where b is 0.
inline Values ratio(const Values &a, const Values &b, double otherwise)
{
    Values result(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        result[i] = b[i] == 0 ? otherwise : a[i] / b[i];
    return result;
}
/// Added up from the first bar on, in long double.
inline Values total(const Values &values)
{
    Values result(values.size());
    long double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        result[i] = double(sum += std::isnan(values[i]) ? 0 : values[i]);
    return result;
}

/// The straight line through a window by least squares.
struct Line
{
    double slope = 0;
    double end = 0;
    double determination = 0; ///< the squared correlation of value and place
    double deviation = 0; ///< root of the mean squared distance from the line
};
inline Line lineOf(Window window)
{
    const double n = double(window.size());
    const double middle = (n - 1) / 2;
    const double mean = isFlat(window) ? window[0] : meanOf(window);
    double product = 0;
    double places = 0;
    for (std::size_t i = 0; i < window.size(); ++i) {
        product += (double(i) - middle) * (window[i] - mean);
        places += (double(i) - middle) * (double(i) - middle);
    }
    Line line;
    line.slope = places > 0 ? product / places : 0;
    line.end = mean + line.slope * middle;
    const double squares = squaresOf(window);
    if (squares > 0 && places > 0)
        line.determination = product * product / (places * squares);
    double rest = 0;
    for (std::size_t i = 0; i < window.size(); ++i)
        rest += std::pow(window[i] - mean - line.slope * (double(i) - middle), 2);
    line.deviation = std::sqrt(rest / n);
    return line;
}

/// The series of bars, each under its textbook name.
struct Market
{
    explicit Market(std::span<const IndicatorBar> all)
        : bars(all)
        , open(series(all, [](const IndicatorBar &bar) { return bar.open; }))
        , high(series(all, [](const IndicatorBar &bar) { return bar.high; }))
        , low(series(all, [](const IndicatorBar &bar) { return bar.low; }))
        , close(series(all, [](const IndicatorBar &bar) { return bar.close; }))
        , volume(series(all, [](const IndicatorBar &bar) { return bar.volume; }))
        , median((high + low) / 2)
        , typical((high + low + close) / 3)
        , range(all.size())
    {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double before = i > 0 ? close[i - 1] : noValue;
            range[i]
                = i > 0 ? std::max(high[i], before) - std::min(low[i], before) : high[i] - low[i];
        }
    }

    Values source(double choice) const
    {
        const Values all[] {
            close, open, high, low, median, typical, (open + high + low + close) / 4
        };
        return all[std::size_t(choice)];
    }
    /// Wilder's, without the first bar where that is left out.
    Values averageRange(std::size_t n, bool leaveOut = false, bool simple = false) const
    {
        Values ranges = range;
        if (leaveOut)
            ranges[0] = noValue;
        return simple ? means(ranges, n) : wilder(ranges, n);
    }

    std::span<const IndicatorBar> bars;
    Values open;
    Values high;
    Values low;
    Values close;
    Values volume;
    Values median;
    Values typical;
    Values range; ///< the true one
};

using Columns = std::vector<Values>;
using Parameters = std::span<const double>;
/// An indicator's outputs; by its id.
using Definition = Columns (*)(const Market &, Parameters);
using Definitions = std::vector<std::pair<const char *, Definition>>;

} // namespace tapeline::test::textbook
