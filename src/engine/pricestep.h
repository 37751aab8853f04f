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

} // namespace tapeline
