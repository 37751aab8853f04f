#include "strategyevaluation.h"

#include "chainbook.h"
#include "chainlisting.h"
#include "strategyodds.h"

#include <algorithm>
#include <cmath>

namespace tapeline::strategyevaluation {

namespace {

constexpr double nsPerDay = 24.0 * 3600 * 1e9;
constexpr int curvePoints = 121;

/// Puts a draft's legs together with what the chain knows of them.
class Assembly
{
public:
    Assembly(const StrategyDraft &draft, const ChainBook &book)
        : m_draft(draft)
        , m_book(book)
    {
        m_chain.underlying = book.underlying();
        m_chain.spot = book.spot().toDouble();
        m_chain.now = book.asOf();
        for (const DraftLeg &leg : draft.legs)
            add(leg);
    }

    std::vector<LegEvaluation> &legs() { return m_legs; }
    const Strategy &strategy() const { return m_strategy; }
    ListedChain &chain() { return m_chain; }
    /// Null where no leg has this end.
    const ListedExpiry *expiryThatEnds(Timestamp end) const
    {
        const auto found = std::ranges::find_if(m_expiries, [end](const ListedExpiry &expiry) {
            return expiry.assumptions.ends == end;
        });
        return found == m_expiries.end() ? nullptr : &*found;
    }

private:
    double quantityOf(const DraftLeg &leg) const
    {
        const double sign = leg.side == Side::Buy ? 1 : -1;
        const double packages = leg.isHeld ? 1 : double(m_draft.packages);
        return sign * leg.qty.toDouble() * packages;
    }

    const ListedExpiry &expiryOf(const ChainContract &contract)
    {
        const ChainExpiry wanted { contract.terms.expiry, contract.root };
        const auto found = std::ranges::find(m_expiries, wanted, &ListedExpiry::expiry);
        if (found != m_expiries.end())
            return *found;
        return m_expiries.emplace_back(chainlisting::expiry(m_book, wanted));
    }

    void add(const DraftLeg &leg)
    {
        LegEvaluation one { leg };
        if (leg.symbol == m_draft.underlying)
            addUnderlying(one);
        else if (const ChainContract *contract = m_book.contract(leg.symbol))
            addOption(one, *contract);
        m_legs.push_back(one);
    }

    void addUnderlying(LegEvaluation &one)
    {
        one.bid = one.ask = m_book.spot();
        one.mid = m_chain.spot;
        one.state = m_chain.spot > 0 || one.leg.price ? LegEvaluation::State::Priced
                                                      : LegEvaluation::State::NoPrice;
        StrategyLeg leg;
        leg.symbol = one.leg.symbol;
        leg.quantity = quantityOf(one.leg);
        leg.price = one.leg.price ? one.leg.price->toDouble() : one.mid;
        m_strategy.legs.push_back(leg);
    }

    void addOption(LegEvaluation &one, const ChainContract &contract)
    {
        const ListedExpiry &expiry = expiryOf(contract);
        one.option = contract.terms;
        one.expiry = expiry.expiry;
        one.bid = contract.bid;
        one.ask = contract.ask;
        one.mid = contract.mid();
        const bool known = one.leg.price || contract.hasQuote();
        one.state = expiry.assumptions.ends <= m_chain.now ? LegEvaluation::State::Ended
            : known                                        ? LegEvaluation::State::Priced
                                                           : LegEvaluation::State::NoPrice;
        const double price = one.leg.price ? one.leg.price->toDouble() : one.mid;
        StrategyLeg leg
            = listedchains::leg(m_chain, expiry, contract, quantityOf(one.leg), price, 0);
        if (leg.volatility == 0)
            leg.volatility = listedchains::atTheMoneyVolatility(m_chain, expiry);
        one.volatility = leg.volatility;
        m_strategy.legs.push_back(leg);
    }

    const StrategyDraft &m_draft;
    const ChainBook &m_book;
    ListedChain m_chain;
    std::vector<ListedExpiry> m_expiries;
    std::vector<LegEvaluation> m_legs;
    Strategy m_strategy { m_book.underlying(), {} };
};

/// Per unit of the underlying: one contract's multiplier is that of all, and a package that has
/// units of the underlying counts them in contracts; where it has no options, as the first leg.
double unitsOf(const LegEvaluation &leg, double multiplier)
{
    return leg.option ? leg.leg.qty.toDouble() : leg.leg.qty.toDouble() / multiplier;
}

/// Of what is to be sent.
double multiplierOf(const StrategyEvaluation &evaluation)
{
    double units = 0;
    for (std::size_t i = 0; i < evaluation.legs.size(); ++i) {
        const LegEvaluation &leg = evaluation.legs[i];
        if (leg.leg.isHeld)
            continue;
        if (leg.option)
            return evaluation.strategy.legs[i].multiplier;
        if (units == 0)
            units = leg.leg.qty.toDouble();
    }
    return units;
}

/// The net debit a package by one price of each leg that is to be sent.
std::optional<double> netOf(const StrategyEvaluation &evaluation, bool natural)
{
    const double multiplier = multiplierOf(evaluation);
    double net = 0;
    bool any = false;
    for (const LegEvaluation &leg : evaluation.legs) {
        if (leg.leg.isHeld)
            continue;
        if (!leg.isPriced())
            return {};
        const bool buys = leg.leg.side == Side::Buy;
        const double side = (buys ? leg.ask : leg.bid).toDouble();
        const double price = leg.leg.price ? leg.leg.price->toDouble() : natural ? side : leg.mid;
        net += (buys ? 1 : -1) * unitsOf(leg, multiplier) * price;
        any = true;
    }
    return any ? std::optional(net) : std::nullopt;
}

/// The prices of legs moved so that a package costs what it would be sent at.
void priceStrategy(StrategyEvaluation &evaluation, const StrategyDraft &draft)
{
    if (!evaluation.mid)
        return;
    const double wanted = draft.price == PackagePrice::Own ? draft.ownPrice.toDouble()
        : draft.price == PackagePrice::Mid                 ? *evaluation.mid
                                                           : *evaluation.natural;
    const double multiplier = multiplierOf(evaluation);
    for (std::size_t i = 0; i < evaluation.legs.size(); ++i) {
        const LegEvaluation &leg = evaluation.legs[i];
        if (leg.leg.isHeld)
            continue;
        // Only the sum counts: the first leg takes the difference
        const double sign = leg.leg.side == Side::Buy ? 1 : -1;
        evaluation.strategy.legs[i].price
            += sign * (wanted - *evaluation.mid) / unitsOf(leg, multiplier);
        return;
    }
}

void addOdds(StrategyEvaluation &evaluation, Assembly &assembly, const SmileOf &smileOf)
{
    const ListedExpiry *expiry = assembly.expiryThatEnds(evaluation.outcome.horizon);
    if (!expiry)
        return;
    const ListedChain &chain = assembly.chain();
    const double forward = listedchains::forward(chain, *expiry);
    const double years = listedchains::yearsTo(chain, *expiry);
    const double volatility = listedchains::atTheMoneyVolatility(chain, *expiry);
    const auto flat = TerminalDistribution::lognormal(forward, years, volatility);
    if (!flat || !(volatility > 0))
        return;
    evaluation.prices = *flat;
    evaluation.deviationLow = flat->deviationsAway(-1);
    evaluation.deviationHigh = flat->deviationsAway(1);
    evaluation.probability = strategyodds::probabilityOfProfit(evaluation.outcome.line, *flat);
    TerminalDistribution::Smile smile = smileOf ? smileOf(chain, *expiry) : nullptr;
    if (!smile)
        smile = listedchains::quotedSmile(chain, *expiry);
    const auto smiling = TerminalDistribution::ofSmile(forward, years, std::move(smile));
    if (smiling)
        evaluation.expectedValue = strategyodds::expectedValue(
            evaluation.outcome.line, evaluation.cost, expiry->assumptions.rate, *smiling,
            strategyodds::dividends(evaluation.strategy, evaluation.spot, expiry->assumptions.yield,
                                    years));
}

void addGreeks(StrategyEvaluation &evaluation)
{
    const StrategyMarket market { evaluation.spot, evaluation.now, 0 };
    for (std::size_t i = 0; i < evaluation.legs.size(); ++i) {
        const Strategy alone { evaluation.strategy.underlying, { evaluation.strategy.legs[i] } };
        if (const auto greeks = strategyvalue::greeks(alone, market)) {
            evaluation.legs[i].greeks = *greeks;
            evaluation.greeks += *greeks;
        }
    }
}

StrategyMarket marketThen(const StrategyEvaluation &evaluation, const WhatIf &whatIf)
{
    return { evaluation.spot * (1 + whatIf.spotShift),
             evaluation.now + Duration(qint64(whatIf.days * nsPerDay)), whatIf.volatilityShift };
}

} // namespace

StrategyEvaluation evaluate(const StrategyDraft &draft, const ChainBook &book, const WhatIf &whatIf,
                            const SmileOf &smileOf)
{
    StrategyEvaluation evaluation;
    Assembly assembly(draft, book);
    evaluation.legs = assembly.legs();
    evaluation.spot = assembly.chain().spot;
    evaluation.now = assembly.chain().now;
    evaluation.strategy = assembly.strategy();
    evaluation.form = strategyforms::recognise(evaluation.strategy.legs);
    const bool priced = std::ranges::all_of(evaluation.legs, &LegEvaluation::isPriced);
    if (evaluation.strategy.legs.size() != evaluation.legs.size()) {
        evaluation.form = {}; // of a part of it
        return evaluation;
    }
    evaluation.mid = netOf(evaluation, false);
    evaluation.natural = netOf(evaluation, true);
    if (!priced || draft.isEmpty() || !(evaluation.spot > 0))
        return evaluation;
    priceStrategy(evaluation, draft);
    const auto outcome
        = strategypayoff::atFirstEnd(evaluation.strategy, evaluation.spot, whatIf.volatilityShift);
    if (!outcome)
        return evaluation;
    evaluation.isComplete = true;
    evaluation.outcome = *outcome;
    evaluation.cost = strategies::cost(evaluation.strategy);
    if (outcome->maxGain && outcome->maxLoss && *outcome->maxLoss > 0)
        evaluation.rewardToRisk = *outcome->maxGain / *outcome->maxLoss;
    addGreeks(evaluation);
    if (const auto then
        = strategyvalue::greeks(evaluation.strategy, marketThen(evaluation, whatIf))) {
        evaluation.greeksThen = *then;
        evaluation.profitThen = then->value - evaluation.cost;
    }
    addOdds(evaluation, assembly, smileOf);
    return evaluation;
}

std::optional<Price> limitOf(const StrategyDraft &draft, const StrategyEvaluation &evaluation)
{
    if (draft.price == PackagePrice::Market)
        return {};
    if (draft.price == PackagePrice::Own)
        return draft.ownPrice;
    const bool natural = draft.price == PackagePrice::Natural;
    const std::optional<double> net = natural ? evaluation.natural : evaluation.mid;
    if (!net)
        return {};
    // To the cent, in the market's favour: what is asked for can be had
    const double cents = *net * 100;
    const double whole
        = std::abs(cents - std::round(cents)) < 1e-6 ? std::round(cents) : std::ceil(cents);
    return Price::fromUnits(qint64(whole) * (Price::unitsPerOne / 100));
}

std::pair<double, double> plotRange(const StrategyEvaluation &evaluation)
{
    double low = evaluation.spot;
    double high = evaluation.spot;
    const auto include = [&](double price) {
        low = std::min(low, price);
        high = std::max(high, price);
    };
    for (const double strike : strategies::strikes(evaluation.strategy))
        include(strike);
    if (evaluation.prices) {
        include(evaluation.prices->deviationsAway(-2));
        include(evaluation.prices->deviationsAway(2));
    } else {
        include(0.85 * evaluation.spot);
        include(1.15 * evaluation.spot);
    }
    const double span = high - low;
    for (const double spot : evaluation.outcome.breakEvens)
        if (spot > low - span && spot < high + span)
            include(spot);
    const double room = 0.05 * (high - low);
    return { std::max(low - room, 0.0), high + room };
}

Curves curves(const StrategyEvaluation &evaluation, const WhatIf &whatIf, double low, double high)
{
    std::vector<double> spots;
    for (int i = 0; i < curvePoints; ++i)
        if (const double spot = low + (high - low) * i / (curvePoints - 1); spot > 0)
            spots.push_back(spot);
    Curves curves;
    if (const auto now = strategypayoff::atMoment(evaluation.strategy, evaluation.now, 0, spots))
        curves.now = *now;
    if (whatIf.days == 0 && whatIf.volatilityShift == 0) {
        curves.then = curves.now;
        return curves;
    }
    const StrategyMarket then = marketThen(evaluation, whatIf);
    if (const auto points
        = strategypayoff::atMoment(evaluation.strategy, then.time, then.volatilityShift, spots))
        curves.then = *points;
    return curves;
}

} // namespace tapeline::strategyevaluation
