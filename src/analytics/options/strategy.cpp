#include "strategy.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline::strategies {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSound(const StrategyLeg &leg)
{
    const std::array numbers { leg.quantity,   leg.multiplier, leg.price,
                               leg.volatility, leg.rate,       leg.yield };
    const bool finite
        = std::ranges::all_of(numbers, [](double number) { return std::isfinite(number); });
    return finite && leg.quantity != 0 && leg.multiplier > 0 && leg.volatility >= 0
        && (!leg.option || leg.option->strike > Price());
}

} // namespace

Result<void> check(const Strategy &strategy)
{
    if (strategy.legs.empty())
        return Error { Error::Code::InvalidArgument, u"a strategy without legs"_s };
    for (const StrategyLeg &leg : strategy.legs)
        if (!isSound(leg))
            return Error { Error::Code::InvalidArgument, u"leg "_s + leg.symbol };
    return {};
}

double cost(const Strategy &strategy)
{
    double sum = 0;
    for (const StrategyLeg &leg : strategy.legs)
        sum += leg.units() * leg.price;
    return sum;
}

std::optional<Timestamp> firstEnd(const Strategy &strategy)
{
    std::optional<Timestamp> first;
    for (const StrategyLeg &leg : strategy.legs)
        if (leg.option && (!first || leg.ends < *first))
            first = leg.ends;
    return first;
}

bool hasOneEnd(const Strategy &strategy)
{
    const std::optional<Timestamp> first = firstEnd(strategy);
    return std::ranges::all_of(
        strategy.legs, [&](const StrategyLeg &leg) { return !leg.option || leg.ends == *first; });
}

std::vector<double> strikes(const Strategy &strategy)
{
    std::vector<double> strikes;
    for (const StrategyLeg &leg : strategy.legs)
        if (leg.option)
            strikes.push_back(leg.option->strike.toDouble());
    std::ranges::sort(strikes);
    const auto again = std::ranges::unique(strikes);
    strikes.erase(again.begin(), again.end());
    return strikes;
}

double yearsBetween(Timestamp from, Timestamp to)
{
    constexpr double nsPerYear = 365.0 * 24 * 3600 * 1e9;
    return to > from ? double((to - from).count()) / nsPerYear : 0;
}

} // namespace tapeline::strategies
