#pragma once

#include "accountview.h"
#include "chainbook.h"
#include "easterntime.h"
#include "instrument.h"

namespace tapeline {

/// A position as an account tells it: so many at an average, marked; the multiplier is the
/// symbol's.
inline PositionRow heldPosition(const QString &symbol, qint64 qty, double average, double mark,
                                const QString &strategy = {})
{
    const qint64 multiplier = instrumentFromSymbol(symbol)->multiplier;
    PositionRow row;
    row.symbol = symbol;
    row.qty = Qty::whole(qty);
    row.average = Price::fromDouble(average);
    row.mark = Price::fromDouble(mark);
    row.cost = Money::fromUnits(qint64(average * 1e6) * qty * multiplier);
    row.value = Money::fromUnits(qint64(mark * 1e6) * qty * multiplier);
    row.unrealized = row.value - row.cost;
    row.strategy = strategy;
    return row;
}

/// A contract of a chain with a volatility of ours.
inline ChainContract listedContract(const QString &symbol, double volatility = 0.2)
{
    const Instrument instrument = *instrumentFromSymbol(symbol);
    ChainContract contract;
    contract.symbol = symbol;
    contract.terms = *instrument.option;
    contract.root = instrument.option->underlying;
    contract.multiplier = instrument.multiplier;
    if (volatility > 0)
        contract.own = ContractGreeks { .volatility = volatility };
    contract.status = VolatilityStatus::Ok;
    return contract;
}

/// A chain that is all here, at a price of its underlying.
inline ChainUpdate listedChain(const QString &underlying, double spot,
                               std::vector<ChainContract> contracts)
{
    ChainUpdate update;
    update.chain = 1;
    update.underlying = underlying;
    update.reset = true;
    update.state = ChainState::Here;
    update.spot = Price::fromDouble(spot);
    for (const ChainContract &contract : contracts) {
        ExpiryAssumptions assumed;
        assumed.expiry = { contract.terms.expiry, contract.root };
        assumed.ends = easterntime::at(contract.terms.expiry, std::chrono::hours(16));
        update.assumptions.push_back(assumed);
    }
    update.contracts = std::move(contracts);
    return update;
}

} // namespace tapeline
