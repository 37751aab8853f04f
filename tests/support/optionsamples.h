#pragma once

#include "optionmodel.h"
#include "splitmix64.h"

#include <QtGlobal>

#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace tapeline::test {

inline constexpr auto call = OptionRight::Call;
inline constexpr auto put = OptionRight::Put;

inline OptionInputs option(OptionRight right, double spot, double strike, double years, double rate,
                           double yield, double volatility)
{
    return { right, spot, strike, years, rate, yield, volatility };
}

/// Says what it was when it was not.
inline bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

inline double between(SplitMix64 &draws, double low, double high)
{
    return low + (high - low) * draws.uniform();
}

inline OptionRight anyRight(SplitMix64 &draws)
{
    return draws.below(2) == 0 ? call : put;
}

/// Options of every kind people trade: a day to three years, deep in and far out of the money.
inline OptionInputs anyOption(SplitMix64 &draws)
{
    return { .right = anyRight(draws),
             .spot = 100,
             .strike = between(draws, 60, 160),
             .years = between(draws, 0.003, 3),
             .rate = between(draws, 0, 0.08),
             .yield = between(draws, 0, 0.06),
             .volatility = between(draws, 0.08, 0.8) };
}

/// A number of a range or, one time in three, one that breaks things.
inline double anyNumber(SplitMix64 &draws, double low, double high)
{
    static constexpr std::array extremes {
        -1e308, -1e3,   -1.0,  -1e-3,    -1e-300,   0.0,
        5e-324, 1e-300, 1e-9,  1e-3,     1.0,       100.0,
        1e6,    1e15,   1e308, HUGE_VAL, -HUGE_VAL, std::numeric_limits<double>::quiet_NaN()
    };
    return draws.below(3) == 0 ? extremes[std::size_t(draws.below(extremes.size()))]
                               : between(draws, low, high);
}

/// What nobody trades, and what is no option at all.
inline OptionInputs extremeOption(SplitMix64 &draws)
{
    return { .right = anyRight(draws),
             .spot = anyNumber(draws, 1, 500),
             .strike = anyNumber(draws, 1, 500),
             .years = anyNumber(draws, 0, 3),
             .rate = anyNumber(draws, -0.1, 0.3),
             .yield = anyNumber(draws, -0.1, 0.3),
             .volatility = anyNumber(draws, 0, 2) };
}

using optionmodel::isFinite;

/// The central difference of a function of one of an option's inputs.
inline double slope(const std::function<double(const OptionInputs &)> &of, OptionInputs in,
                    double OptionInputs::*by, double width)
{
    const double at = in.*by;
    in.*by = at + width;
    const double above = of(in);
    in.*by = at - width;
    return (above - of(in)) / (2 * width);
}

} // namespace tapeline::test
