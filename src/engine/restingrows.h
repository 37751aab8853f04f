#pragma once

#include "bookupdate.h"

#include <vector>

namespace tapeline {

/// Sums up what rests by row of prices. Sums beyond the range of Qty stay at its end.
class RestingRows
{
public:
    explicit RestingRows(PriceGrid grid)
        : m_grid(grid)
    {
    }

    void addBid(Price price, Qty size) { m_rows.push_back({ m_grid.rowOf(price), size, {} }); }
    void addAsk(Price price, Qty size) { m_rows.push_back({ m_grid.rowOf(price), {}, size }); }
    /// The sides that a quote has.
    void add(const Quote &quote);

    /// Ascending; it is empty afterwards.
    std::vector<RestingRow> take();

private:
    PriceGrid m_grid;
    std::vector<RestingRow> m_rows; // in no order, more than one of a row
};

/// Rows for the prices of a book: those of its levels, or the best ones of quotes. prices: above
/// zero; without any, cents. Stocks and all but crypto: a cent where the highest is a dollar or
/// more, below it a hundredth of one.
///
/// Crypto: the finest decimal place that any of the prices uses, but at least the ten-millionth
/// part of the highest and 1e-8. The levels of depth tell it: at most a hundredth of the price. A
/// quote tells nothing when its prices happen to be round: at most a millionth.
PriceGrid depthGrid(AssetClass assetClass, const std::vector<Price> &prices);
PriceGrid quoteGrid(AssetClass assetClass, const std::vector<Price> &prices);
/// Whether they all stand where a row begins.
bool fitsGrid(PriceGrid grid, const std::vector<Price> &prices);

} // namespace tapeline
