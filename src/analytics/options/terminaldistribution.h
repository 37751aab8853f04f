#pragma once

#include "result.h"

#include <functional>

namespace tapeline {

/// Where the price of an underlying may stand at a moment to come, by what options on it cost: the
/// risk-neutral distribution (Breeden and Litzenberger 1978). With one volatility it is lognormal.
class TerminalDistribution
{
public:
    /// Volatility at a strike, a fraction a year, > 0.
    using Smile = std::function<double(double strike)>;

    /// @param forward     price of the underlying for that moment, > 0
    /// @param years       until then, ACT/365; 0 and less: the price is the forward
    /// @param volatility  a year, >= 0
    /// InvalidArgument for what is out of range or not finite.
    static Result<TerminalDistribution> lognormal(double forward, double years, double volatility);
    /// The same with a volatility of its own at each strike.
    static Result<TerminalDistribution> ofSmile(double forward, double years, Smile smile);

    double forward() const { return m_forward; }
    double years() const { return m_years; }
    /// At the forward.
    double volatility() const { return volatilityAt(m_forward); }
    /// The chance of a price below this one, 0 to 1.
    double below(double price) const;
    /// The mean of max(price - strike, 0).
    double meanAbove(double strike) const;
    /// The price that so many deviations are away from the forward: forward * exp(n v sqrt(T)).
    double deviationsAway(double deviations) const;

private:
    TerminalDistribution(double forward, double years, Smile smile, bool isFlat);

    double volatilityAt(double strike) const;

    double m_forward;
    double m_years;
    Smile m_smile;
    bool m_isFlat;
};

} // namespace tapeline
