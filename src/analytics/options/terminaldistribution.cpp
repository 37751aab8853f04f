#include "terminaldistribution.h"

#include "blackscholes.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TerminalDistribution::TerminalDistribution(double forward, double years, Smile smile, bool isFlat)
    : m_forward(forward)
    , m_years(std::max(years, 0.0))
    , m_smile(std::move(smile))
    , m_isFlat(isFlat)
{
}

Result<TerminalDistribution> TerminalDistribution::lognormal(double forward, double years,
                                                             double volatility)
{
    if (!(volatility >= 0) || !std::isfinite(volatility))
        return Error { Error::Code::InvalidArgument, u"volatility %1"_s.arg(volatility) };
    if (!(forward > 0) || !std::isfinite(forward) || !std::isfinite(years))
        return Error { Error::Code::InvalidArgument, u"forward %1"_s.arg(forward) };
    return TerminalDistribution(
        forward, years, [volatility](double) { return volatility; }, true);
}

Result<TerminalDistribution> TerminalDistribution::ofSmile(double forward, double years,
                                                           Smile smile)
{
    if (!(forward > 0) || !std::isfinite(forward) || !std::isfinite(years) || !smile)
        return Error { Error::Code::InvalidArgument, u"forward %1"_s.arg(forward) };
    return TerminalDistribution(forward, years, std::move(smile), false);
}

double TerminalDistribution::volatilityAt(double strike) const
{
    const double volatility = m_smile(strike);
    return std::isfinite(volatility) ? std::max(volatility, 0.0) : 0.0;
}

double TerminalDistribution::below(double price) const
{
    if (!(price > 0))
        return 0;
    const double deviation = volatilityAt(price) * std::sqrt(m_years);
    if (!(deviation > 0))
        return price > m_forward ? 1 : 0;
    if (m_isFlat)
        return optionmodel::normalDistribution(std::log(price / m_forward) / deviation
                                               + deviation / 2);
    // The slope of the call's mean over the strike
    const double step = 1e-4 * price;
    const double slope = (meanAbove(price + step) - meanAbove(price - step)) / (2 * step);
    return std::clamp(1 + slope, 0.0, 1.0);
}

double TerminalDistribution::meanAbove(double strike) const
{
    if (!(strike > 0))
        return m_forward - strike;
    OptionInputs in;
    in.spot = m_forward;
    in.strike = strike;
    in.years = m_years;
    in.volatility = volatilityAt(strike);
    return blackscholes::price(in).value_or(std::max(m_forward - strike, 0.0));
}

double TerminalDistribution::deviationsAway(double deviations) const
{
    return m_forward * std::exp(deviations * volatility() * std::sqrt(m_years));
}

} // namespace tapeline
