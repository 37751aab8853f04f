#include "mirroredput.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

bool isCall(const OptionInputs &inputs)
{
    return inputs.right == OptionRight::Call;
}

} // namespace

MirroredPut::MirroredPut(const OptionInputs &in)
    : m_inputs(in)
    , m_terms { .years = in.years,
                .rate = isCall(in) ? in.yield : in.rate,
                .yield = isCall(in) ? in.rate : in.yield,
                .volatility = in.volatility }
    , m_spot(isCall(in) ? in.strike / in.spot : in.spot / in.strike)
{
}

PremiumCurve::Carry MirroredPut::carry() const
{
    return isCall(m_inputs) ? PremiumCurve::Carry::Yield : PremiumCurve::Carry::Rate;
}

/// What the put of strike 1 stands for.
double MirroredPut::unit() const
{
    return isCall(m_inputs) ? m_inputs.spot : m_inputs.strike;
}

bool MirroredPut::isExercised(const PremiumCurve &curve) const
{
    return std::log(m_spot) <= curve.logNow;
}

double MirroredPut::price(double european, const PremiumIntegral &integral,
                          const PremiumCurve &curve) const
{
    const double exercised = optionmodel::intrinsic(m_inputs);
    if (isExercised(curve))
        return std::max(exercised, european);
    const double premium = integral.price(curve, m_spot);
    return std::max(exercised, european + std::max(0.0, unit() * premium));
}

OptionValue MirroredPut::value(const OptionValue &european, const PremiumIntegral &integral,
                               const PremiumCurve &curve) const
{
    if (isExercised(curve))
        return optionmodel::expired(m_inputs);
    const OptionInputs &in = m_inputs;
    const PremiumValue premium = integral.value(curve, m_spot);
    OptionValue value = european;
    value.price = std::max(optionmodel::intrinsic(in),
                           european.price + std::max(0.0, unit() * premium.price));
    if (isCall(in)) {
        // V(S) = S P(K / S)
        value.delta += premium.price - m_spot * premium.delta;
        value.gamma += m_spot * m_spot * premium.gamma / in.spot;
    } else {
        value.delta += premium.delta;
        value.gamma += premium.gamma / in.strike;
    }
    value.vega += unit() * premium.vega;
    value.rho += unit() * premium.rho;
    const double variance = in.volatility * in.volatility;
    value.theta = in.rate * value.price - (in.rate - in.yield) * in.spot * value.delta
        - variance * in.spot * in.spot * value.gamma / 2;
    return value;
}

} // namespace tapeline
