#include "contractmeasures.h"

#include <algorithm>
#include <cmath>

namespace tapeline::contractmeasures {

namespace {

using namespace optionmodel;

/// 0 at none, 1 at full and above, on a logarithmic scale.
double share(double amount, double full)
{
    return std::clamp(std::log1p(std::max(0.0, amount)) / std::log1p(full), 0.0, 1.0);
}

double tightness(const ChainContract &contract)
{
    constexpr double best = 1; // percent
    constexpr double worst = 25;
    constexpr double cent = 0.01;
    if ((contract.ask - contract.bid).toDouble() <= cent + 1e-9)
        return 1;
    const double percent = spreadPercent(contract).value_or(worst);
    return std::clamp(std::log(worst / percent) / std::log(worst / best), 0.0, 1.0);
}

} // namespace

double intrinsic(const ChainContract &contract, double spot)
{
    return std::max(0.0, sign(contract.terms.right) * (spot - contract.terms.strike.toDouble()));
}

std::optional<double> timeValue(const ChainContract &contract, double spot)
{
    if (!contract.hasQuote())
        return std::nullopt;
    return contract.mid() - intrinsic(contract, spot);
}

std::optional<double> breakEven(const ChainContract &contract)
{
    if (!contract.hasQuote())
        return std::nullopt;
    return contract.terms.strike.toDouble() + sign(contract.terms.right) * contract.mid();
}

std::optional<double> spreadPercent(const ChainContract &contract)
{
    if (!contract.hasQuote())
        return std::nullopt;
    return 100 * (contract.ask - contract.bid).toDouble() / contract.mid();
}

double liquidityScore(const ChainContract &contract)
{
    if (!contract.hasQuote())
        return 0;
    const double shown = std::min(contract.bidSize, contract.askSize).toDouble();
    return 40 * tightness(contract) + 20 * share(shown, 100)
        + 20 * share(contract.volume.toDouble(), 1'000) + 20 * share(contract.openInterest, 10'000);
}

Result<double> probabilityInTheMoney(const OptionInputs &inputs)
{
    if (const Result<void> checked = check(inputs); !checked)
        return checked.error();
    const double w = sign(inputs.right);
    const double deviation = inputs.volatility * std::sqrt(std::max(0.0, inputs.years));
    const double years = std::max(0.0, inputs.years);
    const double drift = (inputs.rate - inputs.yield) * years - deviation * deviation / 2;
    const double distance = std::log(inputs.spot / inputs.strike) + drift;
    if (deviation > 0)
        return normalDistribution(w * distance / deviation);
    return distance == 0 ? 0.5 : w * distance > 0 ? 1.0 : 0.0;
}

Result<double> probabilityOfTouch(const OptionInputs &inputs)
{
    if (const Result<void> checked = check(inputs); !checked)
        return checked.error();
    const double away = std::log(inputs.strike / inputs.spot);
    if (away == 0)
        return 1.0;
    const double years = std::max(0.0, inputs.years);
    const double drift
        = inputs.rate - inputs.yield - inputs.volatility * inputs.volatility / 2; // a year
    const double deviation = inputs.volatility * std::sqrt(years);
    if (deviation <= 0)
        return drift * years / away >= 1 ? 1.0 : 0.0;
    // Seen from the side that the strike is on
    const double side = away > 0 ? 1.0 : -1.0;
    const double direct = normalDistribution(side * (drift * years - away) / deviation);
    const double reflected
        = std::exp(2 * drift * away / (inputs.volatility * inputs.volatility)
                   + std::log(normalDistribution(side * (-drift * years - away) / deviation)));
    // Without any deviation worth the name the logarithms are both without bounds
    return std::clamp(direct + (std::isfinite(reflected) ? reflected : 0), 0.0, 1.0);
}

} // namespace tapeline::contractmeasures
