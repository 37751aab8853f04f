#pragma once

#include "optionchain.h"

#include <optional>
#include <span>

namespace tapeline {

/// How far the underlying is expected to move until an expiration, up or down, in its currency, by
/// three customs (execution.md E.5). Nothing where quotes are missing.
struct ExpectedMove
{
    std::optional<double> ofVolatility;
    std::optional<double> ofStraddle;
    std::optional<double> ofStrangles;
};

namespace expectedmove {

/// One standard deviation: S v sqrt(days / 365). volatility is a fraction a year.
double ofVolatility(double spot, double volatility, double days);
/// 0.85 of the straddle at the money.
double ofStraddle(double straddle);
/// 0.6 of that straddle, 0.3 of the strangle one strike away on each side, 0.1 of the next one.
double ofStrangles(double straddle, double first, double second);

/// All three from the quotes of an expiration, strikes ascending; at the money is the strike
/// nearest to the forward with quotes on both sides. volatility 0: not known.
ExpectedMove measure(std::span<const ChainStrike> strikes, double spot, double forward,
                     double volatility, double days);

} // namespace expectedmove
} // namespace tapeline
