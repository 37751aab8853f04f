#include "expectedmove.h"

#include <cmath>

namespace tapeline::expectedmove {

namespace {

bool isStraddle(const ChainStrike &at)
{
    return at.call && at.put && at.call->hasQuote() && at.put->hasQuote();
}

/// The index of the strike at the money; nothing where no strike has both quotes.
std::optional<std::size_t> atTheMoney(std::span<const ChainStrike> strikes, double forward)
{
    std::optional<std::size_t> nearest;
    const auto distance
        = [&](std::size_t i) { return std::abs(strikes[i].strike.toDouble() - forward); };
    for (std::size_t i = 0; i < strikes.size(); ++i)
        if (isStraddle(strikes[i]) && (!nearest || distance(i) < distance(*nearest)))
            nearest = i;
    return nearest;
}

/// The call so many strikes above and the put as many below.
std::optional<double> strangle(std::span<const ChainStrike> strikes, std::size_t middle,
                               std::size_t away)
{
    if (middle < away || middle + away >= strikes.size())
        return std::nullopt;
    const ChainContract *call = strikes[middle + away].call;
    const ChainContract *put = strikes[middle - away].put;
    if (!call || !put || !call->hasQuote() || !put->hasQuote())
        return std::nullopt;
    return call->mid() + put->mid();
}

} // namespace

double ofVolatility(double spot, double volatility, double days)
{
    return spot * volatility * std::sqrt(days / 365);
}

double ofStraddle(double straddle)
{
    return 0.85 * straddle;
}

double ofStrangles(double straddle, double first, double second)
{
    return 0.6 * straddle + 0.3 * first + 0.1 * second;
}

ExpectedMove measure(std::span<const ChainStrike> strikes, double spot, double forward,
                     double volatility, double days)
{
    ExpectedMove move;
    if (spot > 0 && volatility > 0 && days >= 0)
        move.ofVolatility = ofVolatility(spot, volatility, days);
    const std::optional<std::size_t> middle = atTheMoney(strikes, forward);
    if (!middle)
        return move;
    const double straddle = strikes[*middle].call->mid() + strikes[*middle].put->mid();
    move.ofStraddle = ofStraddle(straddle);
    const std::optional<double> first = strangle(strikes, *middle, 1);
    const std::optional<double> second = strangle(strikes, *middle, 2);
    if (first && second)
        move.ofStrangles = ofStrangles(straddle, *first, *second);
    return move;
}

} // namespace tapeline::expectedmove
