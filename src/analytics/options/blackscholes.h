#pragma once

#include "optionmodel.h"

namespace tapeline {

/// European options by Black, Scholes and Merton with a continuous yield (Hull, Options, Futures
/// and Other Derivatives; Haug, The Complete Guide to Option Pricing Formulas). After expiry:
/// optionmodel::expired(). InvalidArgument as optionmodel::check() says.
namespace blackscholes {

/// The derivatives that OptionValue leaves out.
struct FurtherGreeks
{
    double dividendRho = 0; ///< dV/dq
    double vanna = 0; ///< d2V/dSdv
    double volga = 0; ///< d2V/dv2
    double charm = 0; ///< d(delta)/dt, per year
};

Result<double> price(const OptionInputs &inputs);
Result<OptionValue> value(const OptionInputs &inputs);
Result<FurtherGreeks> furtherGreeks(const OptionInputs &inputs);

} // namespace blackscholes
} // namespace tapeline
