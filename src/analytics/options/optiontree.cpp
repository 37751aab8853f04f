#include "optiontree.h"

#include "blackscholes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace tapeline {

namespace {

using namespace optionmodel;

/// Beyond this many deviations from the strike nothing is left to chance.
constexpr double certain = 12;

/// What the tree is made of: growth of a step up and down, and their discounted chances.
struct Steps
{
    double up;
    double down;
    double chanceUp;
    double chanceDown;
};

/// The second inversion of Peizer and Pratt: the chance of a step up so that n of them pass z
/// deviations as often as the normal distribution does.
double peizerPratt(double z, int n)
{
    const double scaled = z / (n + 1.0 / 3 + 0.1 / (n + 1));
    const double tail = std::exp(-scaled * scaled * (n + 1.0 / 6));
    const double small = 0.5 * tail / (1 + std::sqrt(1 - tail)); // (1 - sqrt(1 - tail)) / 2
    return z < 0 ? small : 1 - small;
}

/// Nothing where the outcome is as good as certain.
std::optional<Steps> stepsOf(const OptionInputs &in, int n)
{
    const double deviation = in.volatility * std::sqrt(in.years);
    const double logForward = std::log(in.spot / in.strike) + (in.rate - in.yield) * in.years;
    if (!(deviation > 0) || std::abs(logForward) > certain * deviation)
        return {};
    const double d1 = logForward / deviation + deviation / 2;
    const double pUp = peizerPratt(d1 - deviation, n);
    const double pUpShares = peizerPratt(d1, n);
    const double step = in.years / n;
    const double growth = std::exp((in.rate - in.yield) * step);
    const double discount = std::exp(-in.rate * step);
    if (!(pUp > 0) || !(pUp < 1) || !(pUpShares < 1))
        return {};
    return Steps { growth * pUpShares / pUp, growth * (1 - pUpShares) / (1 - pUp), discount * pUp,
                   discount * (1 - pUp) };
}

/// The present and its neighbours, two steps of the underlying apart.
struct Nodes
{
    std::array<double, 3> spot;
    std::array<double, 3> value;
};

/// Walks the tree back from expiry. It begins two steps before the present, so that at the present
/// there are three nodes with the spot in the middle.
Nodes walkBack(const OptionInputs &in, const Steps &steps, int n)
{
    const double w = sign(in.right);
    const int leaves = n + 3;
    std::vector<double> spots(static_cast<std::size_t>(leaves));
    std::vector<double> values(static_cast<std::size_t>(leaves));
    const double ratio = steps.up / steps.down;
    double spot = in.spot * std::pow(steps.down, n) / ratio;
    for (std::size_t j = 0; j < spots.size(); ++j, spot *= ratio) {
        spots[j] = spot;
        values[j] = std::max(0.0, w * (spot - in.strike));
    }
    const double back = 1 / steps.down;
    for (std::size_t nodes = spots.size() - 1; nodes >= 3; --nodes) {
        for (std::size_t j = 0; j < nodes; ++j) {
            spots[j] *= back;
            const double held = steps.chanceUp * values[j + 1] + steps.chanceDown * values[j];
            const double exercised = w * (spots[j] - in.strike);
            values[j] = held > exercised ? held : exercised;
        }
    }
    return { { spots[0], spots[1], spots[2] }, { values[0], values[1], values[2] } };
}

/// The best moment to exercise when the underlying grows for certain; price only.
double certainPrice(const OptionInputs &in)
{
    const double w = sign(in.right);
    const auto exercisedAt = [&](double years) {
        return w * (in.spot * std::exp(-in.yield * years) - in.strike * std::exp(-in.rate * years));
    };
    double best = std::max({ 0.0, exercisedAt(0), exercisedAt(in.years) });
    const double turn = std::log(in.rate * in.strike / (in.yield * in.spot)) / (in.rate - in.yield);
    if (std::isfinite(turn) && turn > 0 && turn < in.years)
        best = std::max(best, exercisedAt(turn));
    return best;
}

double treePrice(const OptionInputs &in, int n)
{
    const double floor = std::max(intrinsic(in), *blackscholes::price(in));
    const std::optional<Steps> steps = stepsOf(in, n);
    return std::max(floor, steps ? walkBack(in, *steps, n).value[1] : certainPrice(in));
}

Result<void> check(const OptionInputs &inputs, int steps)
{
    if (steps < 1 || steps > optiontree::mostSteps)
        return Error { Error::Code::InvalidArgument, QStringLiteral("steps") };
    return optionmodel::check(inputs);
}

int oddSteps(int steps)
{
    return steps % 2 == 0 ? steps + 1 : steps;
}

/// Delta and gamma of the parabola through three nodes, at the middle one.
void differentiate(const Nodes &nodes, OptionValue &value)
{
    const double below = (nodes.value[1] - nodes.value[0]) / (nodes.spot[1] - nodes.spot[0]);
    const double above = (nodes.value[2] - nodes.value[1]) / (nodes.spot[2] - nodes.spot[1]);
    const double curvature = (above - below) / (nodes.spot[2] - nodes.spot[0]);
    value.delta = below + curvature * (nodes.spot[1] - nodes.spot[0]);
    value.gamma = 2 * curvature;
}

/// Where nothing is left to chance: exercise is due now, or it is a European option.
OptionValue certainValue(const OptionInputs &in)
{
    OptionValue value = *blackscholes::value(in);
    const double best = certainPrice(in);
    if (best > value.price && best <= intrinsic(in))
        value = expired(in);
    value.price = std::max(value.price, best);
    return value;
}

} // namespace

Result<double> optiontree::price(const OptionInputs &inputs, int steps)
{
    if (const Result<void> checked = check(inputs, steps); !checked)
        return checked.error();
    if (inputs.years <= 0)
        return intrinsic(inputs);
    return isHeldToExpiry(inputs) ? blackscholes::price(inputs)
                                  : treePrice(inputs, oddSteps(steps));
}

Result<OptionValue> optiontree::spotGreeks(const OptionInputs &inputs, int steps)
{
    if (const Result<void> checked = check(inputs, steps); !checked)
        return checked.error();
    if (inputs.years <= 0)
        return expired(inputs);
    if (isHeldToExpiry(inputs))
        return blackscholes::value(inputs);
    const int n = oddSteps(steps);
    const std::optional<Steps> growth = stepsOf(inputs, n);
    if (!growth)
        return certainValue(inputs);

    const Nodes nodes = walkBack(inputs, *growth, n);
    OptionValue value;
    value.price = std::max({ nodes.value[1], intrinsic(inputs), *blackscholes::price(inputs) });
    differentiate(nodes, value);
    constexpr double rounding = 1e-10; // of the strike, over the walk
    if (value.price > intrinsic(inputs) + rounding * inputs.strike) {
        const double variance = inputs.volatility * inputs.volatility;
        value.theta = inputs.rate * value.price
            - (inputs.rate - inputs.yield) * inputs.spot * value.delta
            - variance * inputs.spot * inputs.spot * value.gamma / 2;
    }
    return value;
}

Result<OptionValue> optiontree::value(const OptionInputs &inputs, int steps)
{
    Result<OptionValue> value = spotGreeks(inputs, steps);
    if (!value || inputs.years <= 0)
        return value;
    if (isHeldToExpiry(inputs))
        return blackscholes::value(inputs);
    if (!stepsOf(inputs, oddSteps(steps)))
        return value; // certain: as filled in
    const auto slope = [&](double OptionInputs::*by, double width) {
        OptionInputs low = inputs;
        OptionInputs high = inputs;
        low.*by -= width;
        high.*by += width;
        return (treePrice(high, oddSteps(steps)) - treePrice(low, oddSteps(steps))) / (2 * width);
    };
    value->vega = slope(&OptionInputs::volatility, inputs.volatility / 100);
    value->rho = slope(&OptionInputs::rate, 1e-4);
    return value;
}

Result<double> optiontree::extrapolatedPrice(const OptionInputs &inputs)
{
    const Result<double> coarse = price(inputs, 101);
    if (!coarse)
        return coarse.error();
    const double floor = std::max(intrinsic(inputs), *blackscholes::price(inputs));
    return std::max(floor, 2 * *price(inputs, 201) - *coarse);
}

} // namespace tapeline
