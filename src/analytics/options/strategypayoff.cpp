#include "strategypayoff.h"

#include "strategycurve.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tapeline {

// --- the line
// -----------------------------------------------------------------------------------------

double PayoffLine::at(double spot) const
{
    const auto next = std::ranges::upper_bound(points, spot, {}, &PayoffPoint::spot);
    if (next == points.begin())
        return points.front().profit;
    const PayoffPoint &left = *std::prev(next);
    if (next == points.end())
        return left.profit + endSlope * (spot - left.spot);
    const double share = (spot - left.spot) / (next->spot - left.spot);
    return left.profit + share * (next->profit - left.profit);
}

std::vector<double> PayoffLine::zeros() const
{
    std::vector<double> zeros;
    const auto add = [&zeros](double spot) {
        if (zeros.empty() || zeros.back() != spot)
            zeros.push_back(spot);
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PayoffPoint &here = points[i];
        const PayoffPoint *next = i + 1 < points.size() ? &points[i + 1] : nullptr;
        if (here.profit == 0) {
            const bool flatBefore = i > 0 && points[i - 1].profit == 0;
            const bool flatAfter = next ? next->profit == 0 : endSlope == 0;
            // The middle of a flat stretch is no end of it; neither is a price of 0
            if (!(flatBefore && flatAfter) && here.spot > 0)
                add(here.spot);
        } else if (next && here.profit * next->profit < 0) {
            add(here.spot + (next->spot - here.spot) * here.profit / (here.profit - next->profit));
        } else if (!next && here.profit * endSlope < 0) {
            add(here.spot - here.profit / endSlope);
        }
    }
    return zeros;
}

namespace strategypayoff {

namespace {

/// Points of a line that is not made of straight pieces.
constexpr int samples = 240;
constexpr double around = 0.25; ///< of a strike, where the line bends most
constexpr double reach = 3; ///< times the highest of spot and strikes

double exercise(const StrategyLeg &leg, double spot)
{
    if (!leg.option)
        return spot;
    const double past
        = optionmodel::sign(leg.option->right) * (spot - leg.option->strike.toDouble());
    return std::max(past, 0.0);
}

/// Of the payoff beyond the highest strike.
double slopeAtTop(const Strategy &strategy)
{
    double slope = 0;
    for (const StrategyLeg &leg : strategy.legs)
        if (!leg.option || leg.option->right == OptionRight::Call)
            slope += leg.units();
    return slope;
}

/// A slope of rounding alone is none: 0.1 + 0.2 - 0.3.
double withoutDust(double slope, const Strategy &strategy)
{
    double size = 0;
    for (const StrategyLeg &leg : strategy.legs)
        size += std::abs(leg.units());
    return std::abs(slope) <= 1e-12 * size ? 0 : slope;
}

PayoffLine exactLine(const Strategy &strategy)
{
    const double cost = strategies::cost(strategy);
    double size = std::abs(cost);
    const auto profitAt = [&](double spot) {
        double sum = -cost;
        for (const StrategyLeg &leg : strategy.legs) {
            const double part = leg.units() * exercise(leg, spot);
            size = std::max(size, std::abs(part));
            sum += part;
        }
        // What is left of sums that cancel out is no profit
        return std::abs(sum) <= 1e-12 * size ? 0 : sum;
    };
    PayoffLine line;
    line.points.push_back({ 0, profitAt(0) });
    for (const double strike : strategies::strikes(strategy))
        line.points.push_back({ strike, profitAt(strike) });
    line.endSlope = withoutDust(slopeAtTop(strategy), strategy);
    return line;
}

/// Profit at a moment.
class Profit
{
public:
    Profit(StrategyCurve curve, double cost)
        : m_curve(std::move(curve))
        , m_cost(cost)
    {
    }

    double operator()(double spot) const
    {
        // Prices are positive; what they tend to at 0 is told a millionth above
        return m_curve.value(std::max(spot, m_least)) - m_cost;
    }
    void setLeast(double spot) { m_least = spot; }

private:
    StrategyCurve m_curve;
    double m_cost;
    double m_least = 1e-6;
};

std::vector<double> sampledSpots(const Strategy &strategy, double top)
{
    // Two thirds of them where the strikes are
    std::vector<double> spots = strategies::strikes(strategy);
    const double low = (1 - around) * spots.front();
    const double high = (1 + around) * spots.back();
    for (int i = 0; i <= samples / 3; ++i)
        spots.push_back(top * i / (samples / 3));
    for (int i = 0; i <= samples * 2 / 3; ++i)
        spots.push_back(low + (high - low) * i / (samples * 2 / 3));
    std::ranges::sort(spots);
    const auto again = std::ranges::unique(spots);
    spots.erase(again.begin(), again.end());
    return spots;
}

double zeroBetween(const Profit &profit, double low, double high)
{
    const bool lowIsGain = profit(low) > 0;
    for (int i = 0; i < 40 && high - low > 1e-9 * high; ++i) {
        const double middle = (low + high) / 2;
        ((profit(middle) > 0) == lowIsGain ? low : high) = middle;
    }
    return (low + high) / 2;
}

/// The extreme near a sample that is higher (sign +1) or lower (-1) than its neighbours: golden
/// sections.
double extremeNear(const Profit &profit, double low, double high, double sign)
{
    constexpr double golden = 0.618033988749895;
    for (int i = 0; i < 40 && high - low > 1e-7 * high; ++i) {
        const double left = high - golden * (high - low);
        const double right = low + golden * (high - low);
        if (sign * profit(left) < sign * profit(right))
            low = left;
        else
            high = right;
    }
    return profit((low + high) / 2);
}

void fillModelled(StrategyOutcome &outcome, const Strategy &strategy, double spot,
                  StrategyCurve curve)
{
    const std::vector<double> strikes = strategies::strikes(strategy);
    const double top = reach * std::max(spot, strikes.back());
    Profit profit(std::move(curve), strategies::cost(strategy));
    profit.setLeast(top * 1e-6);
    for (const double price : sampledSpots(strategy, top))
        outcome.line.points.push_back({ price, profit(price) });
    const auto &points = outcome.line.points;
    outcome.line.endSlope = withoutDust(slopeAtTop(strategy), strategy);
    outcome.isModelled = true;

    double highest = points.front().profit;
    double lowest = highest;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const PayoffPoint &here = points[i];
        if (points[i - 1].profit * here.profit < 0)
            outcome.breakEvens.push_back(zeroBetween(profit, points[i - 1].spot, here.spot));
        else if (here.profit == 0)
            outcome.breakEvens.push_back(here.spot);
        highest = std::max(highest, here.profit);
        lowest = std::min(lowest, here.profit);
    }
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const double low = points[i - 1].spot;
        const double high = points[i + 1].spot;
        if (points[i].profit == highest)
            highest = std::max(highest, extremeNear(profit, low, high, 1));
        else if (points[i].profit == lowest)
            lowest = std::min(lowest, extremeNear(profit, low, high, -1));
    }
    outcome.maxGain = highest;
    outcome.maxLoss = -lowest;
}

void fillExact(StrategyOutcome &outcome, const Strategy &strategy)
{
    outcome.line = exactLine(strategy);
    const auto [lowest, highest] = std::ranges::minmax(
        outcome.line.points, {}, [](const PayoffPoint &point) { return point.profit; });
    outcome.maxGain = highest.profit;
    outcome.maxLoss = -lowest.profit;
    outcome.breakEvens = outcome.line.zeros();
}

} // namespace

Result<StrategyOutcome> atFirstEnd(const Strategy &strategy, double spot, double shift)
{
    StrategyOutcome outcome;
    outcome.horizon = strategies::firstEnd(strategy).value_or(Timestamp());
    if (!(spot > 0) || !std::isfinite(spot) || !std::isfinite(shift))
        return Error { Error::Code::InvalidArgument, QStringLiteral("spot %1").arg(spot) };
    const Result<StrategyCurve> curve = StrategyCurve::of(strategy, outcome.horizon, shift);
    if (!curve)
        return curve.error();
    if (strategies::hasOneEnd(strategy))
        fillExact(outcome, strategy);
    else
        fillModelled(outcome, strategy, spot, *curve);
    if (outcome.line.endSlope > 0)
        outcome.maxGain.reset();
    if (outcome.line.endSlope < 0)
        outcome.maxLoss.reset();
    return outcome;
}

Result<std::vector<PayoffPoint>> atMoment(const Strategy &strategy, Timestamp time, double shift,
                                          const std::vector<double> &spots)
{
    const bool sound = std::isfinite(shift)
        && std::ranges::all_of(spots, [](double spot) { return spot > 0 && std::isfinite(spot); });
    if (!sound)
        return Error { Error::Code::InvalidArgument, QStringLiteral("a price of the underlying") };
    const Result<StrategyCurve> curve = StrategyCurve::of(strategy, time, shift);
    if (!curve)
        return curve.error();
    const double cost = strategies::cost(strategy);
    std::vector<PayoffPoint> points;
    points.reserve(spots.size());
    for (const double spot : spots)
        points.push_back({ spot, curve->value(spot) - cost });
    return points;
}

} // namespace strategypayoff
} // namespace tapeline
