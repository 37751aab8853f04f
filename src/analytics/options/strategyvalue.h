#pragma once

#include "optionmodel.h"
#include "strategy.h"

namespace tapeline {

/// The market that a strategy is valued in. Each option keeps its own volatility (sticky strike),
/// moved by the shift.
struct StrategyMarket
{
    double spot = 0; ///< price of the underlying, > 0
    Timestamp time {}; ///< options whose trading has ended are worth what exercise pays
    double volatilityShift = 0; ///< added to every option's: 0.05 is five points
};

/// What a strategy is worth and what it reacts to, in currency for the whole.
struct StrategyGreeks
{
    double value = 0; ///< without what it cost
    double delta = 0; ///< units of the underlying it moves like
    double gamma = 0; ///< change of delta per 1.00 of the underlying
    double theta = 0; ///< per calendar day
    double vega = 0; ///< per point of volatility
    double rho = 0; ///< per 1 % of rate

    StrategyGreeks &operator+=(const StrategyGreeks &other);
    friend bool operator==(const StrategyGreeks &, const StrategyGreeks &) = default;
};

/// Valuing: European options by blackscholes, American ones by americanoption (execution.md
/// E.1, E.2).
/// InvalidArgument as strategies::check() says, and for a spot that is not positive.
namespace strategyvalue {

/// What the models are given of an option's leg.
OptionInputs inputsOf(const StrategyLeg &leg, const StrategyMarket &market);
/// One leg's worth per unit of the underlying, and its derivatives per whole unit (OptionValue).
Result<OptionValue> ofLeg(const StrategyLeg &leg, const StrategyMarket &market);
/// In currency.
Result<double> value(const Strategy &strategy, const StrategyMarket &market);
Result<StrategyGreeks> greeks(const Strategy &strategy, const StrategyMarket &market);

} // namespace strategyvalue
} // namespace tapeline
