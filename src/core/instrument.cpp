#include "instrument.h"

#include "futuresproducts.h"
#include "optionexpiry.h"
#include "pricedecimals.h"
#include "symbology.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Options on an index are settled in cash; nearly all can be exercised on their last day only.
struct IndexRoot
{
    QLatin1StringView root;
    QLatin1StringView index;
    bool american = false;
};

constexpr std::array indexRoots {
    IndexRoot { "SPX"_L1, "I:SPX"_L1 },   IndexRoot { "SPXW"_L1, "I:SPX"_L1 },
    IndexRoot { "XSP"_L1, "I:XSP"_L1 },   IndexRoot { "NDX"_L1, "I:NDX"_L1 },
    IndexRoot { "NDXP"_L1, "I:NDX"_L1 },  IndexRoot { "XND"_L1, "I:XND"_L1 },
    IndexRoot { "RUT"_L1, "I:RUT"_L1 },   IndexRoot { "RUTW"_L1, "I:RUT"_L1 },
    IndexRoot { "MRUT"_L1, "I:MRUT"_L1 }, IndexRoot { "VIX"_L1, "I:VIX"_L1 },
    IndexRoot { "VIXW"_L1, "I:VIX"_L1 },  IndexRoot { "DJX"_L1, "I:DJX"_L1 },
    IndexRoot { "XEO"_L1, "I:OEX"_L1 },   IndexRoot { "OEX"_L1, "I:OEX"_L1, true },
};

void applyIndexTerms(Instrument &instrument)
{
    OptionTerms &terms = *instrument.option;
    const QString root = terms.underlying;
    const auto found = std::ranges::find(indexRoots, terms.underlying, &IndexRoot::root);
    if (found == indexRoots.end())
        return;
    terms.underlying = found->index;
    terms.cashSettled = true;
    terms.american = found->american;
    if (optionexpiry::isSettledAtOpen(root, terms.expiry))
        instrument.lastDay = terms.expiry.addDays(-1);
}

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
    applyIndexTerms(instrument);
    return instrument;
}

void applyFuturesTerms(Instrument &instrument)
{
    const Result<symbology::FutureContract> contract = symbology::parseFuture(instrument.symbol);
    const std::optional<FuturesProduct> product
        = contract ? futuresProduct(contract->root) : std::nullopt;
    instrument.tradable = product.has_value();
    if (!product)
        return;
    instrument.multiplier = product->multiplier;
    instrument.ownTick = product->tick;
}

} // namespace

Price Instrument::tickAt(Price price) const
{
    if (!ownTick.isZero())
        return ownTick;
    switch (assetClass) {
    case AssetClass::Stocks:
        return Price::fromUnits(price >= Price::whole(1) ? Price::unitsPerOne / 100
                                                         : Price::unitsPerOne / 10'000);
    case AssetClass::Crypto:
        return Price::fromUnits(Price::unitsPerOne / 100'000'000);
    case AssetClass::Forex:
        return Price::fromUnits(Price::unitsPerOne / (symbol.endsWith("JPY"_L1) ? 1'000 : 100'000));
    case AssetClass::Options:
    case AssetClass::Indices:
    case AssetClass::Futures:
        return Price::fromUnits(Price::unitsPerOne / 100);
    }
    Q_UNREACHABLE();
}

int instrumentDecimals(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    return tickDecimals(instrument.value_or(Instrument()).tickAt(Price::whole(1)));
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
    if (*assetClass == AssetClass::Futures)
        applyFuturesTerms(instrument);
    return instrument;
}

} // namespace tapeline
