#pragma once

#include "chartseries.h"
#include "flowrows.h"

namespace tapeline {

/// Where bars may have been traded, for want of trades: the volume of each spread evenly over the
/// rows from its low to its high, without a side (half bought, half sold). The sum is the volume of
/// the bars to the last unit. Costs as much per bar however many rows it has.
class BarRows
{
public:
    explicit BarRows(PriceGrid grid)
        : m_grid(grid)
    {
    }

    /// Nothing of a bar without prices, and of one whose volume leaves the range (splitLimit).
    void add(const ChartBar &bar);
    FlowRows rows() const;
    Qty volume() const { return m_bound.volume(); }

private:
    struct Step // from a row on every row has so many units more
    {
        qint64 row = 0;
        qint64 units = 0;
    };
    PriceGrid m_grid;
    std::vector<Step> m_steps;
    VolumeBound m_bound;
};

} // namespace tapeline
