#include "impliedforward.h"

#include "blackscholes.h"
#include "robustline.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int treeSteps = 51;
constexpr int mostRounds = 6;
constexpr double leastWidth = 0.01; // a cent: nobody quotes closer than that

Error refused(const QString &what)
{
    return { Error::Code::InvalidArgument, what };
}

bool isUsable(const ParityPair &pair)
{
    return pair.strike > 0 && pair.call > 0 && pair.put > 0 && pair.width >= 0
        && std::isfinite(pair.strike + pair.call + pair.put + pair.width);
}

/// Those where call and put are worth nearly the same, ascending by strike.
std::vector<ParityPair> nearTheMoney(std::span<const ParityPair> pairs, std::size_t most)
{
    std::vector<ParityPair> near;
    std::ranges::copy_if(pairs, std::back_inserter(near), isUsable);
    std::ranges::sort(near, {}, [](const ParityPair &p) { return std::abs(p.call - p.put); });
    if (near.size() > most)
        near.resize(most);
    std::ranges::sort(near, {}, &ParityPair::strike);
    return near;
}

/// The price at a volatility on the tree less that of the formula.
double exercisePremium(const OptionInputs &inputs)
{
    const Result<double> american = optiontree::price(inputs, treeSteps);
    const Result<double> european = blackscholes::price(inputs);
    return american && european ? std::max(0.0, *american - *european) : 0;
}

/// What early exercise adds to the call less what it adds to the put.
double premiumDifference(const ParityQuestion &question, double yield, const ParityPair &pair)
{
    OptionInputs inputs;
    inputs.spot = question.spot;
    inputs.strike = pair.strike;
    inputs.years = question.years;
    inputs.rate = *question.rate;
    inputs.yield = yield;
    const bool isCallOut = pair.call <= pair.put;
    inputs.right = isCallOut ? OptionRight::Call : OptionRight::Put;
    const auto implied
        = impliedvolatility::americanOnTree(inputs, isCallOut ? pair.call : pair.put, treeSteps);
    if (!implied || !implied->isFound())
        return 0;
    inputs.volatility = implied->volatility;
    inputs.right = OptionRight::Call;
    const double call = exercisePremium(inputs);
    inputs.right = OptionRight::Put;
    return call - exercisePremium(inputs);
}

/// C - P by strike, less what early exercise is worth in it.
std::vector<robustline::Point> differences(const ParityQuestion &question,
                                           std::span<const ParityPair> pairs,
                                           std::optional<double> yield)
{
    std::vector<robustline::Point> points;
    for (const ParityPair &pair : pairs) {
        const double premium = yield ? premiumDifference(question, *yield, pair) : 0;
        points.push_back(
            { pair.strike, pair.call - pair.put - premium, std::max(pair.width, leastWidth) / 2 });
    }
    return points;
}

ImpliedForward answer(const ParityQuestion &question, const robustline::Line &line)
{
    ImpliedForward found;
    const double discount = -line.slope;
    found.rate = question.rate.value_or(-std::log(discount) / question.years);
    found.forward = line.level / discount;
    found.error = line.levelError / discount;
    found.yield = found.rate - std::log(found.forward / question.spot) / question.years;
    found.outliers = int(std::ranges::count_if(line.weights, [](double w) { return w <= 0; }));
    found.pairs = int(line.weights.size()) - found.outliers;
    return found;
}

/// Nothing where the line tells no forward.
std::optional<ImpliedForward> regress(const ParityQuestion &question,
                                      std::span<const robustline::Point> points)
{
    const robustline::Line line = question.rate
        ? robustline::withSlope(points, -std::exp(-*question.rate * question.years))
        : robustline::fit(points);
    if (!(line.slope < 0) || !(line.level > 0))
        return std::nullopt;
    return answer(question, line);
}

Result<void> check(const ParityQuestion &question)
{
    if (!(question.spot > 0) || !std::isfinite(question.spot))
        return refused(u"spot"_s);
    if (!(question.years > 0) || !std::isfinite(question.years))
        return refused(u"years"_s);
    if (question.rate && !std::isfinite(*question.rate))
        return refused(u"rate"_s);
    if (question.american && !question.rate)
        return refused(u"American options do not tell a rate"_s);
    return {};
}

} // namespace

std::vector<ParityPair> impliedforward::pairs(std::span<const ChainStrike> strikes)
{
    const auto width
        = [](const ChainContract &contract) { return (contract.ask - contract.bid).toDouble(); };
    std::vector<ParityPair> pairs;
    for (const ChainStrike &at : strikes)
        if (at.call && at.put && at.call->hasQuote() && at.put->hasQuote())
            pairs.push_back({ at.strike.toDouble(), at.call->mid(), at.put->mid(),
                              width(*at.call) + width(*at.put) });
    return pairs;
}

Result<ImpliedForward> impliedforward::estimate(const ParityQuestion &question,
                                                std::span<const ParityPair> pairs)
{
    if (const Result<void> checked = check(question); !checked)
        return checked.error();
    const std::vector<ParityPair> near
        = nearTheMoney(pairs, question.rate ? nearestPairs : pairsForRate);
    if (near.size() < (question.rate ? 1 : 3))
        return refused(u"too few strikes with quotes on both sides"_s);
    std::optional<ImpliedForward> found
        = regress(question, differences(question, near, std::nullopt));
    if (!question.american)
        return found ? Result(*found) : refused(u"the quotes contradict parity"_s);
    for (int round = 0; found && round < mostRounds; ++round) {
        const double before = found->yield;
        found = regress(question, differences(question, near, before));
        if (found && std::abs(found->yield - before) * question.years < 1e-7)
            break;
    }
    return found ? Result(*found) : refused(u"the quotes contradict parity"_s);
}

} // namespace tapeline
