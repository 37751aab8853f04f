#include "strategyodds.h"

#include <algorithm>
#include <cmath>

namespace tapeline::strategyodds {

namespace {

/// The slope of a line behind its point i.
double slopeBehind(const PayoffLine &line, std::size_t i)
{
    if (i + 1 >= line.points.size())
        return line.endSlope;
    const PayoffPoint &here = line.points[i];
    const PayoffPoint &next = line.points[i + 1];
    return (next.profit - here.profit) / (next.spot - here.spot);
}

} // namespace

double probabilityOfProfit(const PayoffLine &line, const TerminalDistribution &prices)
{
    // Between zeros and kinks the sign is one; it is told in the middle
    std::vector<double> bounds = line.zeros();
    for (const PayoffPoint &point : line.points)
        if (point.profit == 0)
            bounds.push_back(point.spot);
    bounds.push_back(0);
    std::ranges::sort(bounds);
    const auto again = std::ranges::unique(bounds);
    bounds.erase(again.begin(), again.end());

    double chance = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        const bool isLast = i + 1 == bounds.size();
        const double beyond = 2 * std::max(bounds[i], line.points.back().spot) + 1;
        const double inside = isLast ? beyond : (bounds[i] + bounds[i + 1]) / 2;
        if (line.at(inside) > 0)
            chance += (isLast ? 1 : prices.below(bounds[i + 1])) - prices.below(bounds[i]);
    }
    return std::clamp(chance, 0.0, 1.0);
}

double expectedProfit(const PayoffLine &line, const TerminalDistribution &prices)
{
    double slope = slopeBehind(line, 0);
    double sum = line.points.front().profit + slope * (prices.forward() - line.points.front().spot);
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const double next = slopeBehind(line, i);
        if (next != slope)
            sum += (next - slope) * prices.meanAbove(line.points[i].spot);
        slope = next;
    }
    return sum;
}

double expectedValue(const PayoffLine &line, double cost, double rate,
                     const TerminalDistribution &prices, double dividends)
{
    const double paid = expectedProfit(line, prices) + cost;
    return paid * std::exp(-rate * prices.years()) + dividends - cost;
}

double dividends(const Strategy &strategy, double spot, double yield, double years)
{
    double units = 0;
    for (const StrategyLeg &leg : strategy.legs)
        if (!leg.option)
            units += leg.units();
    return units * spot * -std::expm1(-yield * years);
}

} // namespace tapeline::strategyodds
