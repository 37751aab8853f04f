#pragma once

#include "instrument.h"

namespace tapeline {

/// The step in which prices of a symbol are quoted, where its class or product has one of its own:
/// of options, currencies and futures. 0 of the others, whose prices tell it.
inline Price priceStepOf(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    if (!instrument)
        return {};
    switch (instrument->assetClass) {
    case AssetClass::Options:
    case AssetClass::Forex:
        return instrument->tickAt(Price::whole(1));
    case AssetClass::Futures:
        return instrument->ownTick;
    case AssetClass::Stocks:
    case AssetClass::Indices:
    case AssetClass::Crypto:
        break;
    }
    return {};
}

/// The step that bars of a range of prices count in: that, or a cent of stocks and indices whatever
/// they cost, so that their bars stay what they are, and of coins the fifth digit of their price.
Price barStepOf(const QString &symbol, Price price);

} // namespace tapeline
