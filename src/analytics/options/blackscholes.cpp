#include "blackscholes.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

using namespace optionmodel;

/// The terms that every formula is made of; years > 0.
struct Terms
{
    explicit Terms(const OptionInputs &in)
        : w(sign(in.right))
        , rootYears(std::sqrt(in.years))
        , deviation(in.volatility * rootYears > none ? in.volatility * rootYears : 0)
        , spot(in.spot * std::exp(-in.yield * in.years))
        , strike(in.strike * std::exp(-in.rate * in.years))
    {
        const double logForward = std::log(in.spot / in.strike) + (in.rate - in.yield) * in.years;
        if (deviation > 0) {
            d1 = logForward / deviation + deviation / 2;
            d2 = logForward / deviation - deviation / 2;
        } else if (logForward != 0) {
            d1 = d2 = std::copysign(HUGE_VAL, logForward); // certain to end in or out of the money
        }
    }

    double price() const
    {
        return std::max(
            0.0, w * (spot * normalDistribution(w * d1) - strike * normalDistribution(w * d2)));
    }

    static constexpr double none = 1e-150; ///< less cannot be divided by

    double w;
    double rootYears;
    double deviation;
    double spot; ///< discounted by the yield
    double strike; ///< discounted by the rate
    double d1 = 0;
    double d2 = 0;
};

} // namespace

Result<double> blackscholes::price(const OptionInputs &inputs)
{
    if (const Result<void> checked = check(inputs); !checked)
        return checked.error();
    return inputs.years > 0 ? Terms(inputs).price() : intrinsic(inputs);
}

Result<OptionValue> blackscholes::value(const OptionInputs &inputs)
{
    if (const Result<void> checked = check(inputs); !checked)
        return checked.error();
    if (inputs.years <= 0)
        return expired(inputs);
    const Terms t(inputs);
    const double chance1 = normalDistribution(t.w * t.d1);
    const double chance2 = normalDistribution(t.w * t.d2);
    const double density = normalDensity(t.d1);
    OptionValue value;
    value.price = t.price();
    value.delta = t.w * t.spot / inputs.spot * chance1;
    value.vega = t.spot * density * t.rootYears;
    value.theta = -t.w * inputs.rate * t.strike * chance2 + t.w * inputs.yield * t.spot * chance1;
    value.rho = t.w * t.strike * inputs.years * chance2;
    if (t.deviation > 0) {
        value.gamma = t.spot / inputs.spot * density / (inputs.spot * t.deviation);
        value.theta -= t.spot * density * inputs.volatility / (2 * t.rootYears);
    }
    return value;
}

Result<blackscholes::FurtherGreeks> blackscholes::furtherGreeks(const OptionInputs &inputs)
{
    if (const Result<void> checked = check(inputs); !checked)
        return checked.error();
    FurtherGreeks greeks;
    if (inputs.years <= 0)
        return greeks;
    const Terms t(inputs);
    const double chance1 = normalDistribution(t.w * t.d1);
    const double density = normalDensity(t.d1);
    const double discount = t.spot / inputs.spot;
    greeks.dividendRho = -t.w * inputs.years * t.spot * chance1;
    greeks.charm = t.w * inputs.yield * discount * chance1;
    if (t.deviation > 0) {
        greeks.vanna = -discount * density * t.d2 / inputs.volatility;
        greeks.volga = t.spot * density * t.rootYears * t.d1 * t.d2 / inputs.volatility;
        greeks.charm -= discount * density
            * (2 * (inputs.rate - inputs.yield) * inputs.years - t.d2 * t.deviation)
            / (2 * inputs.years * t.deviation);
    }
    return greeks;
}

} // namespace tapeline
