#include "barrows.h"

#include <algorithm>

namespace tapeline {

void BarRows::add(const ChartBar &bar)
{
    const double most = Qty::fromUnits(splitLimit / 4).toDouble();
    if (!bar.hasPrices || !(bar.volume > 0) || bar.volume >= most)
        return;
    const Qty volume = Qty::fromDouble(bar.volume);
    const qint64 low = m_grid.rowOf(Price::fromDouble(bar.low));
    const qint64 high = m_grid.rowOf(Price::fromDouble(bar.high));
    if (high < low || !m_bound.admit(volume))
        return;
    const qint64 rows = high - low + 1;
    const qint64 rest = volume.units() % rows; // a unit each for the lowest
    m_steps.push_back({ low, volume.units() / rows });
    m_steps.push_back({ high + 1, -(volume.units() / rows) });
    if (rest > 0) {
        m_steps.push_back({ low, 1 });
        m_steps.push_back({ low + rest, -1 });
    }
}

FlowRows BarRows::rows() const
{
    std::vector<Step> steps = m_steps;
    std::ranges::sort(steps, {}, &Step::row);
    FlowRows result;
    qint64 units = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        units += steps[i].units;
        const qint64 end = i + 1 < steps.size() ? steps[i + 1].row : steps[i].row;
        FlowPrint print;
        print.size = Qty::fromUnits(units);
        for (qint64 row = steps[i].row; row < end && units > 0; ++row)
            result.add(row, print);
    }
    return result;
}

} // namespace tapeline
