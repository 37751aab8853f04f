#pragma once

#include "optionmodel.h"

namespace tapeline {

/// American options on a binomial tree of Leisen and Reimer (1996): centred on the strike, with
/// errors that fall smoothly with the number of steps. Prices are at least the European price and
/// what exercise pays now; an option that is never worth exercising early (a call without yield, a
/// put without rate) is priced as a European one. After expiry: optionmodel::expired().
/// InvalidArgument as optionmodel::check() says, and for steps out of range.
namespace optiontree {

/// Enough for chains: errors around 1e-3 of a dollar (execution.md E.2).
inline constexpr int chainSteps = 101;
inline constexpr int mostSteps = 5'001;

/// steps is odd (an even number is taken one higher), 1 to mostSteps.
Result<double> price(const OptionInputs &inputs, int steps = chainSteps);
/// Price, delta and gamma from the tree at the present, theta by the Black-Scholes equation (0
/// where exercise is due); vega and rho are not filled in. The work of one price().
Result<OptionValue> spotGreeks(const OptionInputs &inputs, int steps = chainSteps);
/// The same with vega and rho by central differences: five prices' work.
Result<OptionValue> value(const OptionInputs &inputs, int steps = chainSteps);
/// Richardson's extrapolation 2 * price(201) - price(101): errors around 1e-4, a hundred times the
/// work of chainSteps' precision. For one selected contract.
Result<double> extrapolatedPrice(const OptionInputs &inputs);

} // namespace optiontree
} // namespace tapeline
