#include "instrument.h"

#include "symbology.h"

namespace tapeline {

namespace {

Result<Instrument> optionFromSymbol(const QString &symbol)
{
    const Result<symbology::OptionContract> contract = symbology::parseOption(symbol);
    if (!contract)
        return contract.error();
    Instrument instrument;
    instrument.symbol = symbol;
    instrument.assetClass = AssetClass::Options;
    instrument.multiplier = 100;
    instrument.shortable = true;
    instrument.lastDay = contract->expiration;
    OptionTerms &terms = instrument.option.emplace();
    terms.underlying = contract->root;
    terms.right = contract->call ? OptionRight::Call : OptionRight::Put;
    terms.strike = contract->strike;
    terms.expiry = contract->expiration;
    return instrument;
}

} // namespace

Price Instrument::tickAt(Price price) const
{
    switch (assetClass) {
    case AssetClass::Stocks:
        return Price::fromUnits(price >= Price::whole(1) ? Price::unitsPerOne / 100
                                                         : Price::unitsPerOne / 10'000);
    case AssetClass::Crypto:
        return Price::fromUnits(Price::unitsPerOne / 100'000'000);
    case AssetClass::Forex:
        return Price::fromUnits(Price::unitsPerOne / 100'000);
    case AssetClass::Options:
    case AssetClass::Indices:
    case AssetClass::Futures:
        return Price::fromUnits(Price::unitsPerOne / 100);
    }
    Q_UNREACHABLE();
}

Result<Instrument> instrumentFromSymbol(const QString &symbol)
{
    const Result<AssetClass> assetClass = symbology::classify(symbol);
    if (!assetClass)
        return assetClass.error();
    if (*assetClass == AssetClass::Options)
        return optionFromSymbol(symbol);
    Instrument instrument;
    instrument.symbol = symbol;
    instrument.assetClass = *assetClass;
    instrument.tradable = *assetClass != AssetClass::Indices;
    instrument.fractions = *assetClass == AssetClass::Stocks || *assetClass == AssetClass::Crypto;
    instrument.shortable = *assetClass != AssetClass::Crypto;
    return instrument;
}

} // namespace tapeline
