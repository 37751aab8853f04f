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

/// a + b of sizes that are not negative, held at the end of the range.
Qty heldSum(Qty a, Qty b);

/// Rows for the prices of a book. Stocks and all but crypto: a cent from a dollar up, below it a
/// hundredth of one. Crypto: the finest decimal place that any of the prices uses, but at most a
/// hundredth of the price and at least its ten-millionth part and 1e-8. prices: above zero;
/// without any, cents.
PriceGrid bookGrid(AssetClass assetClass, const std::vector<Price> &prices);

} // namespace tapeline
