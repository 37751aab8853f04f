#pragma once

#include "optionmodel.h"

namespace tapeline {

/// American options by the method of Andersen, Lake and Offengenden (High Performance American
/// Option Pricing, 2016): the European price and an integral over the exercise boundary, which is
/// found on a few Chebyshev nodes. A call is the put with spot and strike, rate and yield exchanged
/// (McDonald and Schroder 1998).
///
/// An option that is never exercised early is priced as a European one. Where exercise pays in a
/// band between two boundaries (a put with yield < rate < 0, a call with rate < yield < 0) and for
/// numbers beyond what the method stands (ExerciseBoundary::isFound) the tree of optiontree
/// answers. Prices are at least the European price and what exercise pays now. After expiry:
/// optionmodel::expired(). InvalidArgument as optionmodel::check() says.
namespace americanoption {

enum class Precision {
    Fast, ///< 1e-5 of the strike: chains
    Exact ///< 1e-9 of the strike, some fifty times the work: one selected contract
};

/// How an option is priced.
enum class Method {
    HeldToExpiry, ///< by blackscholes: it is never exercised early, or has expired
    Boundary, ///< by its exercise boundary
    Tree
};
Method methodOf(const OptionInputs &inputs);

Result<double> price(const OptionInputs &inputs, Precision precision = Precision::Fast);
/// Delta, gamma, vega and rho are derivatives of the integral, theta follows from them by the
/// Black-Scholes equation. Where exercise is due: intrinsic value, delta 1 or -1, nothing else.
Result<OptionValue> value(const OptionInputs &inputs, Precision precision = Precision::Fast);

} // namespace americanoption
} // namespace tapeline
