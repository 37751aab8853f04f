#include "chainmeasures.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

std::optional<double> ratio(double puts, double calls)
{
    return calls > 0 ? std::optional(puts / calls) : std::nullopt;
}

double exposure(const ChainContract *contract, double spot, GreeksSource source)
{
    if (!contract)
        return 0;
    const ContractGreeks *greeks = chainmeasures::greeks(*contract, source);
    return greeks
        ? chainmeasures::gammaExposure(contract->terms.right, greeks->gamma, contract->openInterest,
                                       double(contract->multiplier), spot)
        : 0;
}

/// A volatility at a place: a strike, a delta.
struct Point
{
    double at = 0;
    double volatility = 0;
};

/// Between the two neighbours of a place; points ascend. Nothing outside.
std::optional<double> between(std::span<const Point> points, double at)
{
    const auto after = std::ranges::lower_bound(points, at, {}, &Point::at);
    if (after == points.end())
        return std::nullopt;
    if (after->at == at)
        return after->volatility;
    if (after == points.begin())
        return std::nullopt;
    const Point &before = *std::prev(after);
    const double share = (at - before.at) / (after->at - before.at);
    return before.volatility + share * (after->volatility - before.volatility);
}

/// Of both sides where both are known.
std::optional<double> averaged(const ChainStrike &strike, GreeksSource source)
{
    double sum = 0;
    int count = 0;
    for (const ChainContract *contract : { strike.call, strike.put }) {
        const ContractGreeks *greeks
            = contract ? chainmeasures::greeks(*contract, source) : nullptr;
        if (greeks && greeks->volatility > 0) {
            sum += greeks->volatility;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

/// The volatility of one side's contract with a delta of that size.
std::optional<double> atDelta(std::span<const ChainStrike> strikes, OptionRight right, double size,
                              GreeksSource source)
{
    std::vector<Point> points;
    for (const ChainStrike &strike : strikes) {
        const ChainContract *contract = right == OptionRight::Call ? strike.call : strike.put;
        const ContractGreeks *greeks
            = contract ? chainmeasures::greeks(*contract, source) : nullptr;
        if (greeks && greeks->volatility > 0)
            points.push_back({ std::abs(greeks->delta), greeks->volatility });
    }
    std::ranges::sort(points, {}, &Point::at);
    return between(points, size);
}

} // namespace

std::optional<double> ChainTotals::putCallVolume() const
{
    return ratio(putVolume, callVolume);
}

std::optional<double> ChainTotals::putCallInterest() const
{
    return ratio(putInterest, callInterest);
}

ChainTotals &ChainTotals::operator+=(const ChainTotals &other)
{
    callVolume += other.callVolume;
    putVolume += other.putVolume;
    callInterest += other.callInterest;
    putInterest += other.putInterest;
    gamma += other.gamma;
    return *this;
}

namespace chainmeasures {

const ContractGreeks *greeks(const ChainContract &contract, GreeksSource source)
{
    const auto &first = source == GreeksSource::Own ? contract.own : contract.service;
    const auto &second = source == GreeksSource::Own ? contract.service : contract.own;
    return first ? &*first : second ? &*second : nullptr;
}

double gammaExposure(OptionRight right, double gamma, double openInterest, double multiplier,
                     double spot)
{
    return optionmodel::sign(right) * gamma * openInterest * multiplier * spot * spot * 0.01;
}

std::vector<StrikeProfile> profile(std::span<const ChainStrike> strikes, double spot,
                                   GreeksSource source)
{
    std::vector<StrikeProfile> profile;
    profile.reserve(strikes.size());
    for (const ChainStrike &at : strikes) {
        StrikeProfile row;
        row.strike = at.strike.toDouble();
        if (at.call) {
            row.callVolume = at.call->volume.toDouble();
            row.callInterest = at.call->openInterest;
        }
        if (at.put) {
            row.putVolume = at.put->volume.toDouble();
            row.putInterest = at.put->openInterest;
        }
        if (const ChainContract *either = at.call ? at.call : at.put)
            row.multiplier = double(either->multiplier);
        row.callGamma = exposure(at.call, spot, source);
        row.putGamma = exposure(at.put, spot, source);
        profile.push_back(row);
    }
    return profile;
}

ChainTotals totals(std::span<const StrikeProfile> profile)
{
    ChainTotals sum;
    for (const StrikeProfile &row : profile)
        sum += { row.callVolume, row.putVolume, row.callInterest, row.putInterest, row.netGamma() };
    return sum;
}

std::vector<double> payouts(std::span<const StrikeProfile> profile)
{
    std::vector<double> sums;
    sums.reserve(profile.size());
    for (const StrikeProfile &settled : profile) {
        double sum = 0;
        for (const StrikeProfile &row : profile) {
            const double inTheMoney = settled.strike - row.strike;
            sum += row.multiplier
                * (inTheMoney > 0 ? row.callInterest * inTheMoney : row.putInterest * -inTheMoney);
        }
        sums.push_back(sum);
    }
    return sums;
}

std::optional<double> maxPain(std::span<const StrikeProfile> profile, double spot, PainTie tie)
{
    const bool isOpen = std::ranges::any_of(profile, [](const StrikeProfile &row) {
        return row.callInterest > 0 || row.putInterest > 0;
    });
    if (!isOpen)
        return std::nullopt;
    const std::vector<double> sums = payouts(profile);
    std::size_t best = 0;
    const auto rank = [&](std::size_t i) {
        const double strike = profile[i].strike;
        const double distance = tie == PainTie::NearestSpot ? std::abs(strike - spot) : 0;
        return std::tuple(sums[i], distance, strike);
    };
    for (std::size_t i = 1; i < profile.size(); ++i)
        if (rank(i) < rank(best))
            best = i;
    return profile[best].strike;
}

const ChainStrike *nearestStrike(std::span<const ChainStrike> strikes, double price)
{
    const auto nearest = std::ranges::min_element(strikes, {}, [price](const ChainStrike &at) {
        return std::pair(std::abs(at.strike.toDouble() - price), at.strike);
    });
    return nearest == strikes.end() ? nullptr : &*nearest;
}

std::optional<double> volatilityAt(std::span<const ChainStrike> strikes, double price,
                                   GreeksSource source)
{
    std::vector<Point> points;
    for (const ChainStrike &strike : strikes)
        if (const auto volatility = averaged(strike, source))
            points.push_back({ strike.strike.toDouble(), *volatility });
    if (points.empty())
        return std::nullopt;
    std::ranges::sort(points, {}, &Point::at);
    return between(points, std::clamp(price, points.front().at, points.back().at));
}

std::optional<double> skew25(std::span<const ChainStrike> strikes, GreeksSource source)
{
    const auto put = atDelta(strikes, OptionRight::Put, 0.25, source);
    const auto call = atDelta(strikes, OptionRight::Call, 0.25, source);
    return put && call ? std::optional(*put - *call) : std::nullopt;
}

} // namespace chainmeasures
} // namespace tapeline
