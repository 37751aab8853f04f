#pragma once

#include "strategypayoff.h"
#include "terminaldistribution.h"

namespace tapeline {

/// What to expect of a strategy where its underlying ends up by a distribution.
namespace strategyodds {

/// The chance, 0 to 1, that the line ends above 0. execution.md E.6 asks for the lognormal one with
/// the volatility at the money.
double probabilityOfProfit(const PayoffLine &line, const TerminalDistribution &prices);

/// The mean of the line, exactly: by the calls that a line of straight pieces is made of.
double expectedProfit(const PayoffLine &line, const TerminalDistribution &prices);

/// The same in today's money: what it pays is discounted, what it costs is paid now. 0 for a
/// strategy that costs what the distribution's own prices say.
///
/// @param cost       strategies::cost() of the strategy whose line it is
/// @param rate       a year, continuously compounded
/// @param dividends  worth today of what units of the underlying pay until then
double expectedValue(const PayoffLine &line, double cost, double rate,
                     const TerminalDistribution &prices, double dividends = 0);

/// S (1 - exp(-q T)) for each unit of the underlying in a strategy; yield is q, a year.
double dividends(const Strategy &strategy, double spot, double yield, double years);

} // namespace strategyodds
} // namespace tapeline
