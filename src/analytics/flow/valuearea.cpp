#include "valuearea.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace tapeline {

namespace {

/// How far a row is from the middle one: the difference of its distances to both ends.
quint64 distanceToMiddle(std::span<const RowWeight> rows, qint64 row)
{
    const quint64 below = quint64(row) - quint64(rows.front().row);
    const quint64 above = quint64(rows.back().row) - quint64(row);
    return below > above ? below - above : above - below;
}

/// At least this much is `percent` of total; exact, without overflow.
qint64 targetOf(qint64 total, int percent)
{
    return total / 100 * percent + (total % 100 * percent + 99) / 100;
}

/// One end of a growing value area. `direction` is +1 upwards, -1 downwards; distances are counted
/// in rows from the point of control.
class Frontier
{
public:
    Frontier(std::span<const RowWeight> rows, std::size_t start, int direction)
        : m_rows(rows)
        , m_next(static_cast<qptrdiff>(start) + direction)
        , m_row(rows[start].row)
        , m_direction(direction)
    {
    }

    bool isAtEnd() const { return m_next < 0 || m_next >= qptrdiff(m_rows.size()); }
    qint64 row() const { return m_row; }

    /// The weight of the next `count` rows.
    qint64 ahead(int count) const
    {
        qint64 weight = 0;
        for (qptrdiff at = m_next; inside(at) && distance(at) <= quint64(count); at += m_direction)
            weight += rowAt(at).weight;
        return weight;
    }
    /// Takes up to so many of the next rows, none beyond the last.
    void advance(quint64 count)
    {
        while (!isAtEnd() && distance(m_next) <= count) {
            count -= distance(m_next);
            m_row = rowAt(m_next).row;
            m_next += m_direction;
        }
        if (!isAtEnd())
            m_row += m_direction * qint64(count);
    }
    /// Rows before the next one that exists.
    quint64 gap() const { return isAtEnd() ? 0 : distance(m_next) - 1; }

private:
    bool inside(qptrdiff at) const { return at >= 0 && at < qptrdiff(m_rows.size()); }
    const RowWeight &rowAt(qptrdiff at) const { return m_rows[std::size_t(at)]; }
    quint64 distance(qptrdiff at) const
    {
        const quint64 apart = quint64(rowAt(at).row) - quint64(m_row);
        return m_direction > 0 ? apart : 0 - apart;
    }

    std::span<const RowWeight> m_rows;
    qptrdiff m_next; // index of the next row that exists
    qint64 m_row; // the outermost row taken
    int m_direction;
};

/// Takes a step of the frontier; a gap of empty rows in whole steps at once.
qint64 take(Frontier &frontier, int step, bool leap)
{
    const qint64 weight = frontier.ahead(step);
    const quint64 steps = leap ? frontier.gap() / quint64(step) : 0;
    frontier.advance(std::max<quint64>(steps, 1) * quint64(step));
    return weight;
}

ValueArea grow(std::span<const RowWeight> rows, std::size_t start, const ValueAreaRules &rules)
{
    ValueArea area;
    for (const RowWeight &row : rows)
        area.total += row.weight;
    const qint64 target = targetOf(area.total, rules.percent);
    const int step = rules.method == ValueAreaMethod::Pairs ? 2 : 1;
    Frontier above(rows, start, 1);
    Frontier below(rows, start, -1);
    area.inside = rows[start].weight;
    while (area.inside < target && !(above.isAtEnd() && below.isAtEnd())) {
        const qint64 up = above.ahead(step);
        const qint64 down = below.ahead(step);
        const bool isUp = !above.isAtEnd() && (below.isAtEnd() || up >= down);
        area.inside += take(isUp ? above : below, step, up == 0 && down == 0);
    }
    area.poc = rows[start].row;
    area.low = below.row();
    area.high = above.row();
    return area;
}

std::size_t pocIndex(std::span<const RowWeight> rows)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const bool isNearer = rows[i].weight == rows[best].weight
            && distanceToMiddle(rows, rows[i].row) < distanceToMiddle(rows, rows[best].row);
        if (rows[i].weight > rows[best].weight || isNearer)
            best = i;
    }
    return best;
}

/// The value area of rows that are neighbours whatever lies between them.
ValueArea growWithoutGaps(std::span<const RowWeight> rows, std::size_t start,
                          const ValueAreaRules &rules)
{
    std::vector<RowWeight> closed(rows.begin(), rows.end());
    for (std::size_t i = 0; i < closed.size(); ++i)
        closed[i].row = qint64(i);
    ValueArea area = grow(closed, start, rules);
    for (qint64 *row : { &area.poc, &area.low, &area.high })
        *row = rows[std::size_t(*row)].row;
    return area;
}

/// The weight at a row of the dense grid, near a known index.
qint64 weightNear(std::span<const RowWeight> rows, std::size_t index, qint64 row)
{
    const std::size_t first = index > 3 ? index - 3 : 0;
    for (std::size_t i = first; i < rows.size() && rows[i].row <= row; ++i)
        if (rows[i].row == row)
            return rows[i].weight;
    return 0;
}

/// Looks whether `row`, at or just above rows[index], is a node.
void judge(std::span<const RowWeight> rows, std::size_t index, qint64 row, VolumeNodes &nodes)
{
    std::array<double, 5> weights {};
    double sum = 0;
    double count = 0;
    for (int offset = -2; offset <= 2; ++offset) {
        const qint64 at = row + offset;
        if (at < rows.front().row || at > rows.back().row)
            continue;
        const auto weight = double(weightNear(rows, index, at));
        weights[static_cast<std::size_t>(offset) + 2] = weight;
        sum += weight;
        ++count;
    }
    const auto [lower, own, upper] = std::tuple(weights[1], weights[2], weights[3]);
    const bool isInside = row > rows.front().row && row < rows.back().row;
    if (own > lower && own >= upper && own * count >= 1.5 * sum)
        nodes.high.push_back(row);
    else if (isInside && own < lower && own <= upper && own * count <= 0.5 * sum)
        nodes.low.push_back(row);
}

} // namespace

std::optional<qint64> pointOfControl(std::span<const RowWeight> rows)
{
    if (rows.empty())
        return std::nullopt;
    return rows[pocIndex(rows)].row;
}

std::optional<ValueArea> valueArea(std::span<const RowWeight> rows, const ValueAreaRules &rules)
{
    if (rows.empty())
        return std::nullopt;
    const std::size_t poc = pocIndex(rows);
    if (rows[poc].weight <= 0)
        return std::nullopt;
    return rules.neighbours == RowNeighbours::Existing ? growWithoutGaps(rows, poc, rules)
                                                       : grow(rows, poc, rules);
}

VolumeNodes volumeNodes(std::span<const RowWeight> rows)
{
    VolumeNodes nodes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        judge(rows, i, rows[i].row, nodes);
        // Of the empty rows above it, the first can be a minimum
        if (i + 1 < rows.size() && rows[i + 1].row > rows[i].row + 1)
            judge(rows, i, rows[i].row + 1, nodes);
    }
    return nodes;
}

} // namespace tapeline
