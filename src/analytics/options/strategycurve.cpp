#include "strategycurve.h"

#include "americanoption.h"
#include "blackscholes.h"
#include "mirroredput.h"

namespace tapeline {

Result<StrategyCurve> StrategyCurve::of(const Strategy &strategy, Timestamp time, double shift)
{
    if (const Result<void> sound = strategies::check(strategy); !sound)
        return sound.error();
    StrategyCurve curve;
    for (const StrategyLeg &leg : strategy.legs)
        curve.m_legs.push_back(legOf(leg, time, shift));
    return curve;
}

StrategyCurve::Leg StrategyCurve::legOf(const StrategyLeg &leg, Timestamp time, double shift)
{
    Leg own;
    own.units = leg.units();
    own.isOption = leg.option.has_value();
    if (!own.isOption)
        return own;
    own.isAmerican = leg.option->american;
    // Any spot will do: the boundary is in proportion to the strike
    own.inputs = strategyvalue::inputsOf(leg, { leg.option->strike.toDouble(), time, shift });
    if (!own.isAmerican || !optionmodel::check(own.inputs)
        || americanoption::methodOf(own.inputs) != americanoption::Method::Boundary)
        return own;
    const MirroredPut put(own.inputs);
    const ExerciseBoundary boundary(put.terms(), Collocation::fast());
    own.premium = Premium { PremiumIntegral(put.terms(), boundary.collocation()),
                            PremiumCurve::of(boundary) };
    return own;
}

double StrategyCurve::Leg::price(double spot) const
{
    if (!isOption)
        return spot;
    OptionInputs in = inputs;
    in.spot = spot;
    if (in.years <= 0)
        return optionmodel::intrinsic(in);
    if (isAmerican && !premium)
        return americanoption::price(in).value_or(0);
    const double european = blackscholes::price(in).value_or(0);
    return premium ? MirroredPut(in).price(european, premium->integral, premium->curve) : european;
}

double StrategyCurve::value(double spot) const
{
    double sum = 0;
    for (const Leg &leg : m_legs)
        sum += leg.units * leg.price(spot);
    return sum;
}

} // namespace tapeline
