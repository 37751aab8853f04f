#include "restingrows.h"

#include "heldsum.h"

#include <algorithm>
#include <utility>

namespace tapeline {

namespace {

constexpr qint64 cent = Price::unitsPerOne / 100;
constexpr qint64 finestOfCrypto = Price::unitsPerOne / 100'000'000;

/// The largest power of ten that divides all of them.
qint64 decimalPlace(const std::vector<Price> &prices)
{
    qint64 place = 1;
    const auto divides = [&](qint64 step) {
        return std::ranges::all_of(prices, [step](Price p) { return p.units() % step == 0; });
    };
    while (place <= prices.front().units() / 10 && divides(place * 10))
        place *= 10;
    return place;
}

/// The largest power of ten that is not above it; 1 at least.
qint64 powerOfTenUpTo(qint64 value)
{
    qint64 power = 1;
    while (power <= value / 10)
        power *= 10;
    return power;
}

/// coarsestPart: of the price.
PriceGrid gridOf(AssetClass assetClass, const std::vector<Price> &prices, qint64 coarsestPart)
{
    if (prices.empty())
        return PriceGrid(Price::fromUnits(cent));
    const qint64 price = std::ranges::max(prices).units();
    if (assetClass != AssetClass::Crypto)
        return PriceGrid(Price::fromUnits(price >= Price::unitsPerOne ? cent : cent / 100));
    const qint64 finest = std::max(powerOfTenUpTo(price / 10'000'000), finestOfCrypto);
    const qint64 coarsest = std::max(powerOfTenUpTo(price / coarsestPart), finest);
    return PriceGrid(Price::fromUnits(std::clamp(decimalPlace(prices), finest, coarsest)));
}

} // namespace

void RestingRows::add(const Quote &quote)
{
    if (quote.hasBid())
        addBid(quote.bid, quote.bidSize);
    if (quote.hasAsk())
        addAsk(quote.ask, quote.askSize);
}

std::vector<RestingRow> RestingRows::take()
{
    std::vector<RestingRow> rows;
    std::ranges::sort(m_rows, {}, &RestingRow::row);
    for (const RestingRow &part : std::exchange(m_rows, {})) {
        if (rows.empty() || rows.back().row != part.row) {
            rows.push_back(part);
            continue;
        }
        rows.back().bid = heldSum(rows.back().bid, part.bid);
        rows.back().ask = heldSum(rows.back().ask, part.ask);
    }
    return rows;
}

PriceGrid depthGrid(AssetClass assetClass, const std::vector<Price> &prices)
{
    return gridOf(assetClass, prices, 100);
}

PriceGrid quoteGrid(AssetClass assetClass, const std::vector<Price> &prices)
{
    return gridOf(assetClass, prices, 1'000'000);
}

bool fitsGrid(PriceGrid grid, const std::vector<Price> &prices)
{
    return std::ranges::all_of(prices,
                               [grid](Price p) { return p.units() % grid.height().units() == 0; });
}

} // namespace tapeline
