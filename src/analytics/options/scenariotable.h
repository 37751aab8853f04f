#pragma once

#include "strategyvalue.h"

#include <vector>

namespace tapeline {

/// The axes of a table of what-ifs. None may be empty; together at most mostCells.
struct ScenarioAxes
{
    static constexpr std::size_t mostCells = 2'000;

    std::vector<double> spots {}; ///< prices of the underlying, > 0
    std::vector<double> volatilityShifts {}; ///< added to every volatility: 0.05 is five points
    std::vector<double> days {}; ///< calendar days from now, >= 0

    std::size_t cells() const { return spots.size() * volatilityShifts.size() * days.size(); }
};

struct ScenarioCell
{
    StrategyGreeks greeks {};
    double profit = 0; ///< value less what the strategy cost, in currency

    friend bool operator==(const ScenarioCell &, const ScenarioCell &) = default;
};

/// A strategy over price, volatility and time.
struct ScenarioTable
{
    ScenarioAxes axes {};
    std::vector<ScenarioCell> cells {}; ///< by day, then volatility, then price

    const ScenarioCell &at(std::size_t day, std::size_t volatility, std::size_t spot) const
    {
        return cells[(day * axes.volatilityShifts.size() + volatility) * axes.spots.size() + spot];
    }
};

namespace scenarios {

/// Spots around a price in equal steps: 2 * steps + 1 of them, each `step` (a fraction of the
/// price, 0.05 is 5 %) from the next. Those that would not be positive are left out.
std::vector<double> spotsAround(double spot, double step, int steps);
/// InvalidArgument as strategyvalue says, and for axes that are empty or too long.
Result<ScenarioTable> table(const Strategy &strategy, Timestamp now, const ScenarioAxes &axes);

} // namespace scenarios
} // namespace tapeline
