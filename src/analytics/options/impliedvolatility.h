#pragma once

#include "americanoption.h"
#include "optionmodel.h"
#include "optiontree.h"

namespace tapeline {

enum class ImpliedStatus : quint8 {
    Ok,
    LowVega, ///< found, but the price hardly depends on it: vega / S < 1e-6
    BelowIntrinsic, ///< no volatility gives so low a price
    AboveBound, ///< none gives so high a price
    Expired
};

/// The volatility at which a model gives a price.
struct ImpliedVolatility
{
    double volatility = 0; ///< 0 unless found
    ImpliedStatus status = ImpliedStatus::Ok;
    double residual = 0; ///< model price less the price asked for

    bool isFound() const { return status <= ImpliedStatus::LowVega; }
};

/// Solving for volatility. inputs.volatility is not read. InvalidArgument as optionmodel::check()
/// says, and for a price that is negative or not finite.
namespace impliedvolatility {

/// Black-Scholes inverted to the precision of doubles: the out-of-the-money twin by parity, then
/// Newton's steps on a transformed price that is nearly straight (after Jaeckel, Let's Be
/// Rational, 2013), held in a bracket.
Result<ImpliedVolatility> european(const OptionInputs &inputs, double price);
/// americanoption inverted between 0 and the European answer (an American option is worth more at
/// the same volatility); 1e-8 in price.
Result<ImpliedVolatility> american(const OptionInputs &inputs, double price,
                                   americanoption::Precision precision
                                   = americanoption::Precision::Fast);
/// The same of optiontree. InvalidArgument for steps out of range, too.
Result<ImpliedVolatility> americanOnTree(const OptionInputs &inputs, double price,
                                         int steps = optiontree::chainSteps);

} // namespace impliedvolatility
} // namespace tapeline
