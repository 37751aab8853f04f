#include "snapshotcontract.h"

#include "symbology.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString rootOf(const QString &symbol)
{
    const auto parsed = symbology::parseOption(symbol);
    return parsed ? parsed->root : QString();
}

/// The service's figures, where it could reckon them.
std::optional<ContractGreeks> serviceGreeks(const OptionFigures &figures)
{
    if (!figures.impliedVolatility || !figures.delta)
        return {};
    return ContractGreeks { .volatility = *figures.impliedVolatility,
                            .delta = *figures.delta,
                            .gamma = figures.gamma.value_or(0),
                            .theta = figures.theta.value_or(0),
                            .vega = figures.vega.value_or(0) };
}

} // namespace

ChainContract snapshotcontract::of(const OptionDetails &details, const QString &underlying)
{
    ChainContract contract;
    contract.symbol = details.symbol;
    contract.root = rootOf(details.symbol);
    contract.terms.underlying = underlying;
    contract.terms.right = details.type == ContractType::Put ? OptionRight::Put : OptionRight::Call;
    contract.terms.strike = details.strike;
    contract.terms.expiry = details.expiration;
    contract.terms.american = details.exerciseStyle == "american"_L1;
    contract.terms.cashSettled = symbology::classOf(underlying) == AssetClass::Indices;
    contract.multiplier = std::max(1LL, std::llround(details.sharesPerContract));
    return contract;
}

void snapshotcontract::addFigures(ChainContract &contract, const UniversalSnapshot &row)
{
    contract.volume = row.session.volume;
    contract.previousClose = row.session.previousClose;
    contract.openInterest = row.option->openInterest;
    contract.service = serviceGreeks(*row.option);
}

void snapshotcontract::addQuote(ChainContract &contract, const UniversalSnapshot &row)
{
    if (!row.lastQuote)
        return;
    contract.bid = row.lastQuote->bid;
    contract.ask = row.lastQuote->ask;
    contract.bidSize = row.lastQuote->bidSize;
    contract.askSize = row.lastQuote->askSize;
    contract.quoteTime = row.lastQuote->time;
}

void snapshotcontract::addTrade(ChainContract &contract, const UniversalSnapshot &row)
{
    if (row.lastTrade && row.lastTrade->time >= contract.lastTime) {
        contract.last = row.lastTrade->price;
        contract.lastSize = row.lastTrade->size;
        contract.lastTime = row.lastTrade->time;
    } else if (!row.lastTrade && row.session.updated >= contract.lastTime) {
        // The plan has no trades: the day's bar ends with the newest
        contract.last = row.session.close;
        contract.lastTime = row.session.updated;
    }
}

} // namespace tapeline
