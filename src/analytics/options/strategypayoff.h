#pragma once

#include "strategyvalue.h"

#include <optional>
#include <vector>

namespace tapeline {

struct PayoffPoint
{
    double spot = 0;
    double profit = 0; ///< in currency for the whole strategy, what it cost taken off

    friend bool operator==(const PayoffPoint &, const PayoffPoint &) = default;
};

/// Profit over the price of the underlying, straight between points.
struct PayoffLine
{
    std::vector<PayoffPoint> points {}; ///< ascending, at least one; the first is at 0
    double endSlope = 0; ///< beyond the last point

    double at(double spot) const;
    /// Where it is 0, ascending; of a stretch along 0 the ends.
    std::vector<double> zeros() const;
};

/// What can come of a strategy at the end of its first options (execution.md E.6).
struct StrategyOutcome
{
    PayoffLine line {};
    std::optional<double> maxGain {}; ///< the highest profit; nothing: unlimited
    std::optional<double> maxLoss {}; ///< the lowest with its sign turned; nothing: unlimited
    std::vector<double> breakEvens {}; ///< prices of the underlying, ascending
    Timestamp horizon {}; ///< what it is reckoned for; the epoch without options
    bool isModelled = false; ///< options that end later are in it at what the model says then
};

namespace strategypayoff {

/// The payoff when all options end together, exactly: kinks are at the strikes. Where some end
/// later they are valued by the model at the first end, sampled finely up to three times the
/// highest of spot and strikes; whether gain or loss is unlimited is told there by the calls and
/// units of the underlying that are left over. Without options the line of the underlying.
///
/// @param spot  price of the underlying now, > 0
/// @param shift of all volatilities; only counts for options that end later
/// InvalidArgument as strategyvalue says.
Result<StrategyOutcome> atFirstEnd(const Strategy &strategy, double spot, double shift = 0);

/// Profit at a moment over prices, one point each (each > 0). InvalidArgument as strategyvalue
/// says.
Result<std::vector<PayoffPoint>> atMoment(const Strategy &strategy, Timestamp time, double shift,
                                          const std::vector<double> &spots);

} // namespace strategypayoff
} // namespace tapeline
