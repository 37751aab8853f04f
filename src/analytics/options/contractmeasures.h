#pragma once

#include "optionchain.h"

#include <optional>

namespace tapeline {

/// What the quote and terms of one contract tell. Prices are per unit of the underlying.
namespace contractmeasures {

/// What exercise pays now, >= 0.
double intrinsic(const ChainContract &contract, double spot);
/// The middle of the quote less the intrinsic value; below 0 where the quote is. Nothing without
/// two sides.
std::optional<double> timeValue(const ChainContract &contract, double spot);
/// Where a buyer at the middle neither gains nor loses at expiry. Nothing without two sides.
std::optional<double> breakEven(const ChainContract &contract);
/// The spread in percent of the middle. Nothing without two sides.
std::optional<double> spreadPercent(const ChainContract &contract);

/// How easily a contract is traded, 0 to 100; 0 without two sides. 40 points for the spread (all
/// up to 1 % of the middle or a cent, none from 25 %), 20 for what is shown on the thinner side
/// (100 contracts), 20 for the day's volume (1,000), 20 for open interest (10,000); each on a
/// logarithmic scale up to the number named.
double liquidityScore(const ChainContract &contract);

/// That it ends in the money, by Black and Scholes: N(d2), of a put N(-d2). After expiry 0 or 1,
/// at the strike a half. InvalidArgument as optionmodel::check() says.
Result<double> probabilityInTheMoney(const OptionInputs &inputs);
/// That the underlying trades at the strike before expiry: the first passage of a geometric
/// Brownian motion (Haug, The Complete Guide to Option Pricing Formulas, barrier options). 1 at the
/// strike, 0 after expiry elsewhere. InvalidArgument as optionmodel::check() says.
Result<double> probabilityOfTouch(const OptionInputs &inputs);

} // namespace contractmeasures
} // namespace tapeline
