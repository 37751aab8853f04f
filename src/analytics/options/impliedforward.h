#pragma once

#include "optionchain.h"

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// The middles of the call and the put at one strike, per unit of the underlying.
struct ParityPair
{
    double strike = 0;
    double call = 0;
    double put = 0;
    double width = 0; ///< of both spreads together: how far the difference may be off
};

/// What a forward is looked for with.
struct ParityQuestion
{
    double spot = 0; ///< > 0
    double years = 0; ///< to expiry, > 0
    /// A year, continuously compounded. Nothing: it is looked for, too (European options only:
    /// early exercise hides it).
    std::optional<double> rate;
    bool american = false;
};

/// The forward price of one expiration, and what carries the spot there.
struct ImpliedForward
{
    double forward = 0;
    double rate = 0; ///< as given, or found
    double yield = 0; ///< q with forward = spot exp((rate - q) years)
    double error = 0; ///< of the forward, one standard deviation
    int pairs = 0; ///< it rests on
    int outliers = 0; ///< pairs near the money that tell another price

    /// How uncertain the yield is, one standard deviation.
    double yieldError(double years) const { return error / (forward * years); }
};

/// Forwards by put-call parity, C - P = exp(-r T) (F - K) (Hull, Options, Futures and Other
/// Derivatives, "Properties of stock options").
namespace impliedforward {

/// So many strikes around the money are looked at; more of them where the rate is looked for, which
/// only shows across a distance.
inline constexpr int nearestPairs = 8;
inline constexpr int pairsForRate = 24;

/// The strikes where both sides have a quote.
std::vector<ParityPair> pairs(std::span<const ChainStrike> strikes);

/// The forward that the pairs nearest to the money agree on: each counts by its spreads, and those
/// that contradict the rest do not (a regression with Tukey's bisquare weights, from a median).
/// American quotes are first freed of what early exercise is worth, on a binomial tree with the
/// volatility of the side out of the money, until the yield stays.
///
/// InvalidArgument for values out of range or fewer than one usable pair (three where the rate is
/// looked for).
Result<ImpliedForward> estimate(const ParityQuestion &question, std::span<const ParityPair> pairs);

} // namespace impliedforward
} // namespace tapeline
