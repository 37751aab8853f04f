#include "optionmodel.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

Result<void> optionmodel::check(const OptionInputs &inputs)
{
    const auto refused = [](const QString &what) {
        return Error { Error::Code::InvalidArgument, what };
    };
    if (!(inputs.spot > 0) || !std::isfinite(inputs.spot))
        return refused(u"spot"_s);
    if (!(inputs.strike > 0) || !std::isfinite(inputs.strike))
        return refused(u"strike"_s);
    if (!std::isfinite(inputs.years))
        return refused(u"years"_s);
    if (!std::isfinite(inputs.rate) || !std::isfinite(inputs.yield))
        return refused(u"rate or yield"_s);
    if (!(inputs.volatility >= 0) || !std::isfinite(inputs.volatility))
        return refused(u"volatility"_s);
    return {};
}

bool optionmodel::isFinite(const OptionValue &value)
{
    return std::isfinite(value.price) && std::isfinite(value.delta) && std::isfinite(value.gamma)
        && std::isfinite(value.vega) && std::isfinite(value.theta) && std::isfinite(value.rho);
}

double optionmodel::intrinsic(const OptionInputs &inputs)
{
    return std::max(0.0, sign(inputs.right) * (inputs.spot - inputs.strike));
}

bool optionmodel::isHeldToExpiry(const OptionInputs &in)
{
    return in.right == OptionRight::Call ? in.yield <= 0 && in.rate >= in.yield
                                         : in.rate <= 0 && in.yield >= in.rate;
}

OptionValue optionmodel::expired(const OptionInputs &inputs)
{
    const double w = sign(inputs.right);
    const double inTheMoney = w * (inputs.spot - inputs.strike);
    OptionValue value;
    value.price = std::max(0.0, inTheMoney);
    value.delta = inTheMoney > 0 ? w : inTheMoney < 0 ? 0.0 : w / 2;
    return value;
}

double optionmodel::normalDistribution(double x)
{
    constexpr double rootHalf = 0.70710678118654752440;
    return 0.5 * std::erfc(-x * rootHalf);
}

double optionmodel::normalDensity(double x)
{
    constexpr double scale = 0.39894228040143267794; // 1 / sqrt(2 pi)
    return scale * std::exp(-0.5 * x * x);
}

} // namespace tapeline
