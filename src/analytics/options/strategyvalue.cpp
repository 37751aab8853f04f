#include "strategyvalue.h"

#include "americanoption.h"
#include "blackscholes.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

StrategyGreeks &StrategyGreeks::operator+=(const StrategyGreeks &other)
{
    value += other.value;
    delta += other.delta;
    gamma += other.gamma;
    theta += other.theta;
    vega += other.vega;
    rho += other.rho;
    return *this;
}

namespace strategyvalue {

namespace {

/// Shifts do not take a volatility below this.
constexpr double leastVolatility = 1e-3;

Result<double> priceOf(const StrategyLeg &leg, const StrategyMarket &market)
{
    if (!leg.option)
        return market.spot;
    const OptionInputs in = inputsOf(leg, market);
    return leg.option->american ? americanoption::price(in) : blackscholes::price(in);
}

Result<void> check(const Strategy &strategy, const StrategyMarket &market)
{
    if (!(market.spot > 0) || !std::isfinite(market.spot) || !std::isfinite(market.volatilityShift))
        return Error { Error::Code::InvalidArgument, u"spot %1"_s.arg(market.spot) };
    return strategies::check(strategy);
}

} // namespace

OptionInputs inputsOf(const StrategyLeg &leg, const StrategyMarket &market)
{
    OptionInputs in;
    in.right = leg.option->right;
    in.spot = market.spot;
    in.strike = leg.option->strike.toDouble();
    in.years = strategies::yearsBetween(market.time, leg.ends);
    in.rate = leg.rate;
    in.yield = leg.yield;
    in.volatility = market.volatilityShift == 0
        ? leg.volatility
        : std::max(leastVolatility, leg.volatility + market.volatilityShift);
    return in;
}

Result<OptionValue> ofLeg(const StrategyLeg &leg, const StrategyMarket &market)
{
    if (!leg.option)
        return OptionValue { .price = market.spot, .delta = 1 };
    const OptionInputs in = inputsOf(leg, market);
    return leg.option->american ? americanoption::value(in) : blackscholes::value(in);
}

Result<double> value(const Strategy &strategy, const StrategyMarket &market)
{
    if (const Result<void> sound = check(strategy, market); !sound)
        return sound.error();
    double sum = 0;
    for (const StrategyLeg &leg : strategy.legs) {
        const Result<double> price = priceOf(leg, market);
        if (!price)
            return price.error();
        sum += leg.units() * *price;
    }
    return sum;
}

Result<StrategyGreeks> greeks(const Strategy &strategy, const StrategyMarket &market)
{
    if (const Result<void> sound = check(strategy, market); !sound)
        return sound.error();
    StrategyGreeks sum;
    for (const StrategyLeg &leg : strategy.legs) {
        const Result<OptionValue> one = ofLeg(leg, market);
        if (!one)
            return one.error();
        const double units = leg.units();
        sum += { units * one->price,       units * one->delta,      units * one->gamma,
                 units * one->theta / 365, units * one->vega / 100, units * one->rho / 100 };
    }
    return sum;
}

} // namespace strategyvalue
} // namespace tapeline
