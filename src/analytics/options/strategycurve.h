#pragma once

#include "exercisepremium.h"
#include "strategyvalue.h"

#include <optional>
#include <vector>

namespace tapeline {

/// What a strategy is worth at one moment, over the price of its underlying. The exercise
/// boundaries of American options do not depend on that price and are found once.
class StrategyCurve
{
public:
    /// InvalidArgument as strategies::check() says. shift: of all volatilities.
    static Result<StrategyCurve> of(const Strategy &strategy, Timestamp time, double shift = 0);

    /// In currency, as strategyvalue::value() has it; spot > 0.
    double value(double spot) const;

private:
    /// The right to exercise early, of one leg.
    struct Premium
    {
        PremiumIntegral integral;
        PremiumCurve curve;
    };

    struct Leg
    {
        double units = 0;
        bool isOption = false;
        bool isAmerican = false;
        OptionInputs inputs {};
        std::optional<Premium> premium {};

        double price(double spot) const;
    };

    static Leg legOf(const StrategyLeg &leg, Timestamp time, double shift);

    std::vector<Leg> m_legs;
};

} // namespace tapeline
