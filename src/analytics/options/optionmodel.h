#pragma once

#include "optionright.h"
#include "result.h"

namespace tapeline {

/// What an option's value depends on. Prices are in one currency per unit of the underlying, times
/// in years (ACT/365), rates continuously compounded per year (0.05 is 5 %).
struct OptionInputs
{
    OptionRight right = OptionRight::Call;
    double spot = 0; ///< S, > 0
    double strike = 0; ///< K, > 0
    double years = 0; ///< T, time to expiry; 0 and less: expired
    double rate = 0; ///< r
    double yield = 0; ///< q, of dividends
    double volatility = 0; ///< v, >= 0; 0.2 is 20 % a year
};

/// A value and its derivatives, each per whole unit of what it is taken by.
struct OptionValue
{
    double price = 0;
    double delta = 0; ///< dV/dS
    double gamma = 0; ///< d2V/dS2
    double vega = 0; ///< dV/dv; / 100 is per point of volatility
    double theta = 0; ///< dV/dt, per year; / 365 is per calendar day
    double rho = 0; ///< dV/dr; / 100 is per percent
};

namespace optionmodel {

/// Success, or InvalidArgument for a value out of its range or not finite.
Result<void> check(const OptionInputs &inputs);

/// Whether every figure is a number.
bool isFinite(const OptionValue &value);
/// +1 for a call, -1 for a put.
constexpr double sign(OptionRight right)
{
    return right == OptionRight::Call ? 1.0 : -1.0;
}
/// What exercise pays now, >= 0.
double intrinsic(const OptionInputs &inputs);
/// Never worth exercising before expiry, since what is paid for it earns more than what it gives:
/// an American option is worth the European price then.
bool isHeldToExpiry(const OptionInputs &inputs);
/// At or after expiry: intrinsic value, delta 0, 1 or -1 (a half at the strike), nothing else.
OptionValue expired(const OptionInputs &inputs);

/// Distribution and density of the standard normal, exact far into both tails.
double normalDistribution(double x);
double normalDensity(double x);

} // namespace optionmodel
} // namespace tapeline
