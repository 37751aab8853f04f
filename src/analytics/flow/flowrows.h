#pragma once

#include "flowprint.h"
#include "pricegrid.h"

#include <span>
#include <vector>

namespace tapeline {

/// What was traded in one row of prices. buy + sell = volume, buy - sell = delta.
struct FlowRow
{
    qint64 row = 0;
    QuarterQty buy;
    QuarterQty sell;
    Duration time {}; ///< while the last trade was in this row

    QuarterQty volume() const { return buy + sell; }
    QuarterQty delta() const { return buy - sell; }
    bool hasBothSides() const { return buy > QuarterQty() && sell > QuarterQty(); }

    friend bool operator==(const FlowRow &, const FlowRow &) = default;
};

/// Rows with trades, ascending by price; rows without are absent. Trades close to the last one cost
/// the same however many rows there are. The owner bounds the volume (VolumeBound).
class FlowRows
{
public:
    void add(qint64 row, const FlowPrint &print)
    {
        FlowRow &at = rowAt(row);
        at.buy += print.buy();
        at.sell += print.sell();
    }
    void addTime(qint64 row, Duration time) { rowAt(row).time += time; }
    void add(const FlowRows &other);
    /// What was added before.
    void remove(const FlowRows &other);
    void clear();

    /// All of them together, at the cost of one pass.
    static FlowRows sum(std::span<const FlowRows *const> parts);
    /// The same in rows of several prices: row = floor(row / prices). prices: above zero.
    FlowRows grouped(qint64 prices) const;
    /// The same in the rows of another grid: a row goes where its price is.
    FlowRows regridded(PriceGrid own, PriceGrid other) const;

    bool isEmpty() const { return m_rows.empty(); }
    std::span<const FlowRow> rows() const { return m_rows; }
    /// Null where nothing was traded.
    const FlowRow *find(qint64 row) const;

private:
    template<typename RowOf> FlowRows moved(RowOf rowOf) const;
    FlowRow &rowAt(qint64 row);
    FlowRow *rowNearLast(qint64 row);

    std::vector<FlowRow> m_rows;
    std::size_t m_last = 0; // index of the row that was used last
};

} // namespace tapeline
