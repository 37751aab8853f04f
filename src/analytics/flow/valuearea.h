#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// The weight of one row of a profile, above or equal to zero.
struct RowWeight
{
    qint64 row = 0;
    qint64 weight = 0;
};

/// How the value area grows from the point of control (execution.md D.4).
enum class ValueAreaMethod : quint8 {
    Single, ///< by the larger of the next row above and below, on a tie the upper
    Pairs ///< two rows at a time (the classic CBOT method)
};

/// What lies next to a row.
enum class RowNeighbours : quint8 {
    Dense, ///< the next price; rows without trades count as 0
    Existing ///< the next row with trades
};

struct ValueAreaRules
{
    ValueAreaMethod method = ValueAreaMethod::Single;
    RowNeighbours neighbours = RowNeighbours::Dense;
    int percent = 70; ///< 1 to 100
};

struct ValueArea
{
    qint64 poc = 0; ///< row of the point of control
    qint64 low = 0; ///< outer rows, both inside
    qint64 high = 0;
    qint64 inside = 0; ///< weight of the area
    qint64 total = 0;

    friend bool operator==(const ValueArea &, const ValueArea &) = default;
};

/// The row with the largest weight; of equal ones the nearest to the middle row, then the lower.
/// Rows ascend; nothing for none.
std::optional<qint64> pointOfControl(std::span<const RowWeight> rows);

/// Rows ascend, their weights add up to what qint64 holds. Nothing without any weight.
std::optional<ValueArea> valueArea(std::span<const RowWeight> rows,
                                   const ValueAreaRules &rules = {});

/// Rows that stand out of their neighbourhood, the row with the two above and the two below.
struct VolumeNodes
{
    std::vector<qint64> high; ///< local maxima of at least 1.5 times its mean
    std::vector<qint64> low; ///< local minima of at most half of it, rows without trades included
};

/// On the dense grid between the first and the last row. Of equal neighbours the lower is the node.
VolumeNodes volumeNodes(std::span<const RowWeight> rows);

} // namespace tapeline
