#include "portfoliogreeks.h"

#include "chainbook.h"
#include "easterntime.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Of the chain's two volatilities ours, which is of the newest quote; 0 while neither is known.
double volatilityOf(const ChainContract &contract)
{
    if (contract.own && contract.own->volatility > 0)
        return contract.own->volatility;
    return contract.service ? contract.service->volatility : 0;
}

StrategyLeg legOf(const PositionRow &position, const Instrument &instrument)
{
    return { .symbol = position.symbol,
             .option = instrument.option,
             .quantity = position.qty.toDouble(),
             .multiplier = double(instrument.multiplier),
             .price = position.average.toDouble() };
}

/// False when the chain does not know enough of the contract.
bool fillFromChain(StrategyLeg &leg, const ChainBook *chain)
{
    const ChainContract *contract = chain ? chain->contract(leg.symbol) : nullptr;
    if (!contract)
        return false;
    leg.volatility = volatilityOf(*contract);
    leg.ends = easterntime::at(contract->terms.expiry, std::chrono::hours(16));
    if (const ExpiryAssumptions *assumed
        = chain->assumptions({ contract->terms.expiry, contract->root })) {
        leg.ends = assumed->ends;
        leg.rate = assumed->rate;
        leg.yield = assumed->yield;
    }
    return leg.volatility > 0;
}

GreekSum sumOf(const StrategyGreeks &greeks, double spot, const Beta &beta, double indexSpot)
{
    GreekSum sum;
    sum.delta = greeks.delta;
    sum.deltaMoney = greeks.delta * spot;
    sum.indexDeltaMoney = sum.deltaMoney * beta.value;
    sum.indexDelta = indexSpot > 0 ? sum.indexDeltaMoney / indexSpot : 0;
    sum.gamma = greeks.gamma;
    sum.gammaMoney = greeks.gamma * spot * spot / 100;
    sum.theta = greeks.theta;
    sum.vega = greeks.vega;
    return sum;
}

/// What can be had by Greeks: crypto, futures and pairs have a table of their own.
bool isCounted(const Instrument &instrument)
{
    return instrument.assetClass == AssetClass::Stocks
        || instrument.assetClass == AssetClass::Options;
}

bool isBefore(const GreekRow &a, const GreekRow &b)
{
    return std::tie(a.expiry, a.position.symbol) < std::tie(b.expiry, b.position.symbol);
}

void addRow(UnderlyingGreeks &group, const PositionRow &position, const Instrument &instrument,
            Timestamp now, double indexSpot, const ChainBook *chain)
{
    GreekRow row { .position = position };
    StrategyLeg leg = legOf(position, instrument);
    row.isKnown = group.spot > 0;
    if (instrument.option) {
        row.expiry = instrument.option->expiry;
        row.isKnown = fillFromChain(leg, chain) && row.isKnown;
        row.volatility = leg.volatility;
    }
    if (row.isKnown) {
        const Strategy alone { group.underlying, { leg } };
        const Result<StrategyGreeks> greeks
            = strategyvalue::greeks(alone, { .spot = group.spot, .time = now });
        row.isKnown = greeks.has_value();
        if (greeks)
            row.greeks = sumOf(*greeks, group.spot, group.beta, indexSpot);
    }
    if (row.isKnown) {
        group.sum += row.greeks;
        group.strategy.legs.push_back(leg);
    } else {
        ++group.unknown;
    }
    group.value += position.value;
    group.unrealized += position.unrealized;
    group.rows.push_back(row);
}

void addExpiry(std::vector<ExpiryAhead> &expiries, const GreekRow &row, const QString &underlying,
               QDate today)
{
    auto place = std::ranges::lower_bound(expiries, *row.expiry, {}, &ExpiryAhead::day);
    if (place == expiries.end() || place->day != *row.expiry)
        place = expiries.insert(place, { *row.expiry, int(today.daysTo(*row.expiry)) });
    place->contracts += std::abs(row.position.qty.toDouble());
    if (!place->underlyings.contains(underlying))
        place->underlyings.append(underlying);
}

} // namespace

GreekSum &GreekSum::operator+=(const GreekSum &other)
{
    delta += other.delta;
    deltaMoney += other.deltaMoney;
    indexDelta += other.indexDelta;
    indexDeltaMoney += other.indexDeltaMoney;
    gamma += other.gamma;
    gammaMoney += other.gammaMoney;
    theta += other.theta;
    vega += other.vega;
    return *this;
}

namespace portfoliogreeks {

PortfolioGreeks of(const PaperAccountView &account, Timestamp now, const Sources &sources)
{
    PortfolioGreeks portfolio { .index = sources.index, .indexSpot = sources.spot(sources.index) };
    std::map<QString, UnderlyingGreeks> groups;
    for (const PositionRow &position : account.positions) {
        const Result<Instrument> instrument = instrumentFromSymbol(position.symbol);
        if (!instrument || !isCounted(*instrument))
            continue;
        const QString underlying
            = instrument->option ? instrument->option->underlying : position.symbol;
        UnderlyingGreeks &group = groups[underlying];
        if (group.underlying.isEmpty()) {
            group.underlying = group.strategy.underlying = underlying;
            group.spot = sources.spot(underlying);
            group.beta = sources.beta(underlying);
        }
        addRow(group, position, *instrument, now, portfolio.indexSpot, sources.chain(underlying));
    }
    const QDate today = easterntime::date(now);
    for (auto &[underlying, group] : groups) {
        std::ranges::sort(group.rows, isBefore);
        for (const GreekRow &row : group.rows)
            if (row.expiry)
                addExpiry(portfolio.expiries, row, underlying, today);
        portfolio.total += group.sum;
        portfolio.unrealized += group.unrealized;
        portfolio.unknown += group.unknown;
        portfolio.underlyings.push_back(std::move(group));
    }
    return portfolio;
}

PortfolioScenario scenario(const PortfolioGreeks &portfolio, Timestamp now, double days,
                           const std::vector<double> &moves, const std::vector<double> &shifts)
{
    PortfolioScenario result { .moves = moves, .shifts = shifts, .days = days };
    result.profits.resize(moves.size() * shifts.size());
    for (const UnderlyingGreeks &group : portfolio.underlyings) {
        if (group.strategy.legs.empty())
            continue;
        ScenarioAxes axes { .volatilityShifts = shifts, .days = { days } };
        for (const double move : moves)
            axes.spots.push_back(group.spot * (1 + move));
        const Result<ScenarioTable> table = scenarios::table(group.strategy, now, axes);
        const Result<double> before
            = strategyvalue::value(group.strategy, { .spot = group.spot, .time = now });
        if (!table || !before)
            continue;
        for (std::size_t move = 0; move < moves.size(); ++move)
            for (std::size_t shift = 0; shift < shifts.size(); ++shift)
                result.profits[move * shifts.size() + shift]
                    += table->at(0, shift, move).greeks.value - *before;
    }
    return result;
}

} // namespace portfoliogreeks
} // namespace tapeline
