#pragma once

#include "pixelfill.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace tapeline {

/// A line as one run of rows a pixel column, from column to column, so that it has no holes.
class LineColumns
{
public:
    /// columns: to which they are added, from left to right.
    LineColumns(std::vector<PixelColumn> &columns, QRgb pixel)
        : m_columns(columns)
        , m_pixel(pixel)
    {
    }
    /// first and last are rows where the line enters and leaves the column; there is none at a gap.
    void add(int column, int top, int bottom, std::optional<int> first, std::optional<int> last)
    {
        m_columns.push_back({ column, top, bottom, m_pixel });
        if (m_last && first)
            join(*m_last, *first);
        m_last = last;
    }
    void addGap() { m_last.reset(); }

private:
    /// The step to the newest run, spread evenly over the columns from the one before.
    void join(int from, int to)
    {
        PixelColumn newest = m_columns.back();
        m_columns.pop_back();
        const int start = m_columns.back().x;
        const int steps = newest.x - start;
        int before = from;
        for (int step = 1; step < steps; ++step) {
            const int next = from + (to - from) * step / steps;
            m_columns.push_back(
                { start + step, std::min(before, next), std::max(before, next), m_pixel });
            before = next;
        }
        newest.top = std::min({ newest.top, before, to });
        newest.bottom = std::max({ newest.bottom, before, to });
        m_columns.push_back(newest);
    }

    std::vector<PixelColumn> &m_columns;
    QRgb m_pixel;
    std::optional<int> m_last; ///< the row where the newest run ends, unless in a gap
};

/// Fills such columns as wide as a pen, in device pixels.
inline void fillLineColumns(QPainter &painter, std::vector<PixelColumn> &columns, int width)
{
    for (PixelColumn &column : columns) {
        column.x -= width / 2;
        column.top -= (width - 1) / 2;
        column.bottom += width / 2;
    }
    PixelFill pixels(painter);
    for (int shift = 0; shift < width; ++shift) {
        pixels.fillColumns(columns);
        for (PixelColumn &column : columns)
            ++column.x;
    }
}

} // namespace tapeline
