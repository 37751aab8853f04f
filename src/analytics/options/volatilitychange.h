#pragma once

#include "optionmodel.h"

#include <optional>

namespace tapeline {

/// A contract's price at a moment, and what it depended on then. inputs.volatility is not read.
struct PricedContract
{
    OptionInputs inputs;
    double price = 0;
};

/// By how much the volatility that a contract implies is another than before, as a fraction a year
/// (0.02: two points more). Both by Black-Scholes, also of American contracts: what early exercise
/// is worth is in both and goes out in the difference. Nothing where one of them cannot be told, or
/// hangs on a price that hardly depends on it.
std::optional<double> volatilityChange(const PricedContract &before, const PricedContract &now);

} // namespace tapeline
