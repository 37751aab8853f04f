#pragma once

#include "chartscene.h"
#include "pixelcolumns.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

/// A pane of a scene in device pixels: where bars and values fall on whole ones. All painters of
/// bars count with it, so that they agree to the pixel.
struct BarFrame
{
    static constexpr double columnsBelow = 2.0; ///< device pixels a bar: fewer, and columns it is

    /// Widths in device pixels at so many device pixels a bar; both odd or both even, so that the
    /// wick is central.
    struct Widths
    {
        int body;
        int wick;
    };
    static Widths widthsOf(double perBar, double ratio);

    /// A pane with a linear scale of its own.
    BarFrame(const ChartScene &scene, const QRect &pane, double lowest, double highest,
             double pixelRatio);
    /// The pane of prices, by the scene's scale.
    BarFrame(const ChartScene &scene, double pixelRatio);

    /// Not rounded, and however far beyond the edges.
    double exactY(double value) const
    {
        return offset + perValue * (log ? std::log(std::max(value, 1e-10)) : value);
    }
    /// What lies beyond an edge is just outside.
    int yOf(double value) const
    {
        return static_cast<int>(
            std::floor(std::clamp(exactY(value), top - 1.0, bottom + 1.0) + 1e-6));
    }
    struct Rows
    {
        int top;
        int bottom;
        int count() const { return bottom - top + 1; }
    };
    /// Between two values, both included, whichever is higher.
    Rows rows(double a, double b) const
    {
        const auto [upper, lower] = std::minmax({ yOf(a), yOf(b) });
        return { upper, lower };
    }
    /// No part of it is in the pane.
    bool isOutside(const OhlcRun &run) const
    {
        if (run.isEmpty())
            return true;
        const Rows all = rows(run.low, run.high);
        return all.bottom < top || all.top >= bottom;
    }
    /// The edge that areas and columns stand on: the pane's lower one, the upper one of an inverted
    /// scale.
    int floor() const { return perValue > 0 ? top : bottom; }
    bool isColumns() const { return keys.perBar < columnsBelow; }
    QRect toLogical(const QRect &device) const
    {
        return QRectF(device.x() / ratio, device.y() / ratio, device.width() / ratio,
                      device.height() / ratio)
            .toAlignedRect();
    }

    double ratio;
    int left;
    int right; ///< the first column beyond the pane
    int top;
    int bottom; ///< the first row below the pane
    KeyScale keys;
    Widths widths;

private:
    BarFrame(const ChartScene &scene, const QRect &pane, double pixelRatio);
    void setScale(double lowest, double highest, bool inverted);

    bool log = false;
    double offset = 0;
    double perValue = 0;
};

/// Calls visit(column, run) for each pixel column that bars [first, last] fall into, at less than
/// two pixels a bar.
/// @param firstKey  of index 0 of the runs
template<typename Run, typename Visit>
void forEachColumn(const BarFrame &frame, const RunPyramid<Run> &runs, ChartSeries::Key firstKey,
                   ChartSeries::Key first, ChartSeries::Key last, Visit visit)
{
    const KeyScale indices { frame.keys.offset + frame.keys.perBar * double(firstKey),
                             frame.keys.perBar };
    forEachPixelColumn(runs, first - firstKey, last + 1 - firstKey, indices, visit);
}

} // namespace tapeline
