#include "scenariotable.h"

namespace tapeline::scenarios {

using namespace Qt::Literals::StringLiterals;

std::vector<double> spotsAround(double spot, double step, int steps)
{
    std::vector<double> spots;
    for (int i = -steps; i <= steps; ++i)
        if (const double moved = spot * (1 + i * step); moved > 0)
            spots.push_back(moved);
    return spots;
}

Result<ScenarioTable> table(const Strategy &strategy, Timestamp now, const ScenarioAxes &axes)
{
    if (axes.cells() == 0 || axes.cells() > ScenarioAxes::mostCells)
        return Error { Error::Code::InvalidArgument, u"%1 cells"_s.arg(axes.cells()) };
    constexpr double nsPerDay = 24.0 * 3600 * 1e9;
    const double cost = strategies::cost(strategy);
    ScenarioTable table { axes, {} };
    table.cells.reserve(axes.cells());
    for (const double days : axes.days) {
        const Timestamp then = now + Duration(qint64(days * nsPerDay));
        for (const double shift : axes.volatilityShifts) {
            for (const double spot : axes.spots) {
                const Result<StrategyGreeks> greeks
                    = strategyvalue::greeks(strategy, { spot, then, shift });
                if (!greeks)
                    return greeks.error();
                table.cells.push_back({ *greeks, greeks->value - cost });
            }
        }
    }
    return table;
}

} // namespace tapeline::scenarios
