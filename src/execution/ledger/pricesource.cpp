#include "pricesource.h"

#include "wideinteger.h"

namespace tapeline {

namespace {

/// How old a quote may be (B.8).
bool isOld(const Quote &quote, AssetClass assetClass, Timestamp now, bool regular)
{
    const Duration age = now - quote.time;
    switch (assetClass) {
    case AssetClass::Crypto:
        return age > 10s;
    case AssetClass::Options:
        return regular && age > 15min;
    case AssetClass::Stocks:
    case AssetClass::Indices:
    case AssetClass::Forex:
    case AssetClass::Futures:
        return regular && age > 60s;
    }
    Q_UNREACHABLE();
}

Price midOf(const Quote &quote)
{
    return quote.bid + Price::fromUnits(divideHalfEven((quote.ask - quote.bid).units(), 2));
}

std::optional<Price> quotePrice(const Quote &quote, Qty qty, ValuationMode mode)
{
    if (mode == ValuationMode::Mid && quote.isTwoSided())
        return midOf(quote);
    if (mode == ValuationMode::Liquidation && qty > Qty() && quote.hasBid())
        return quote.bid;
    if (mode == ValuationMode::Liquidation && qty < Qty() && quote.hasAsk())
        return quote.ask;
    return {};
}

} // namespace

Price anyPrice(const MarketPrices &prices)
{
    if (prices.quote.isTwoSided())
        return midOf(prices.quote);
    return prices.last > Price() ? prices.last : prices.previousClose;
}

Mark markOf(const MarketPrices &prices, const Instrument &instrument, Qty qty, ValuationMode mode,
            Timestamp now, bool regular)
{
    if (mode == ValuationMode::Last && prices.last > Price())
        return { prices.last, true, false };
    if (const std::optional<Price> price = quotePrice(prices.quote, qty, mode))
        return { *price, true, isOld(prices.quote, instrument.assetClass, now, regular) };
    const Price price = anyPrice(prices);
    return { price, price > Price(), true };
}

} // namespace tapeline
