#include "flowrows.h"

#include <algorithm>

namespace tapeline {

namespace {

FlowRow added(const FlowRow &a, const FlowRow &b)
{
    return { a.row, a.buy + b.buy, a.sell + b.sell, a.time + b.time };
}

/// Both lists, ascending by row, into one.
std::vector<FlowRow> merged(std::span<const FlowRow> a, std::span<const FlowRow> b)
{
    std::vector<FlowRow> all;
    all.reserve(a.size() + b.size());
    std::ranges::merge(a, b, std::back_inserter(all), {}, &FlowRow::row, &FlowRow::row);
    std::size_t count = 0;
    for (const FlowRow &row : all) {
        if (count > 0 && all[count - 1].row == row.row)
            all[count - 1] = added(all[count - 1], row);
        else
            all[count++] = row;
    }
    all.resize(count);
    return all;
}

} // namespace

FlowRow &FlowRows::rowAt(qint64 row)
{
    if (FlowRow *near = rowNearLast(row))
        return *near;
    const auto at = std::ranges::lower_bound(m_rows, row, {}, &FlowRow::row);
    m_last = static_cast<std::size_t>(at - m_rows.begin());
    if (at != m_rows.end() && at->row == row)
        return *at;
    return *m_rows.insert(at, FlowRow { row, {}, {}, {} });
}

/// Where the row is when none is missing between it and the last one, as between prices that are
/// often traded: no search, whose steps no processor foresees.
FlowRow *FlowRows::rowNearLast(qint64 row)
{
    if (m_last >= m_rows.size())
        return nullptr;
    const quint64 away = quint64(row) - quint64(m_rows[m_last].row);
    const quint64 index = m_last + away; // downwards it wraps around, and back
    if (index >= m_rows.size() || m_rows[index].row != row)
        return nullptr;
    m_last = index;
    return &m_rows[index];
}

void FlowRows::add(const FlowRows &other)
{
    m_rows = merged(m_rows, other.m_rows);
    m_last = 0;
}

void FlowRows::remove(const FlowRows &other)
{
    for (const FlowRow &gone : other.m_rows) {
        FlowRow &row = rowAt(gone.row);
        row.buy -= gone.buy;
        row.sell -= gone.sell;
        row.time -= gone.time;
    }
    std::erase_if(m_rows, [](const FlowRow &row) {
        return row.buy.isZero() && row.sell.isZero() && row.time == Duration();
    });
    m_last = 0;
}

void FlowRows::clear()
{
    m_rows.clear();
    m_last = 0;
}

FlowRows FlowRows::sum(std::span<const FlowRows *const> parts)
{
    FlowRows result;
    std::vector<FlowRow> &rows = result.m_rows;
    for (const FlowRows *part : parts)
        rows.insert(rows.end(), part->m_rows.begin(), part->m_rows.end());
    std::ranges::sort(rows, {}, &FlowRow::row);
    std::size_t count = 0;
    for (const FlowRow &row : rows) {
        if (count > 0 && rows[count - 1].row == row.row)
            rows[count - 1] = added(rows[count - 1], row);
        else
            rows[count++] = row;
    }
    rows.resize(count);
    return result;
}

template<typename RowOf> FlowRows FlowRows::moved(RowOf rowOf) const
{
    FlowRows result;
    for (const FlowRow &own : m_rows) {
        FlowRow &at = result.rowAt(rowOf(own.row));
        at.buy += own.buy;
        at.sell += own.sell;
        at.time += own.time;
    }
    return result;
}

FlowRows FlowRows::grouped(qint64 prices) const
{
    return moved([prices](qint64 row) {
        const qint64 rest = row % prices;
        return (row - (rest < 0 ? rest + prices : rest)) / prices;
    });
}

FlowRows FlowRows::regridded(PriceGrid own, PriceGrid other) const
{
    return moved([own, other](qint64 row) { return other.rowOf(own.bottom(row)); });
}

const FlowRow *FlowRows::find(qint64 row) const
{
    const auto at = std::ranges::lower_bound(m_rows, row, {}, &FlowRow::row);
    return at != m_rows.end() && at->row == row ? &*at : nullptr;
}

} // namespace tapeline
