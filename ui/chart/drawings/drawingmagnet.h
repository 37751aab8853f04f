#pragma once

#include "chartplane.h"

namespace tapeline {

/// How strongly points of drawings are drawn to prices of bars: not at all, when they are near, or
/// always.
enum class MagnetMode : quint8 { Off, Weak, Strong };

namespace magnet {

constexpr double weakReach = 24; // pixels to a price of the bar
constexpr double pointReach = 9; // to a point of another drawing

/// Where a point is put that someone puts at position: at an open, high, low or close of the bar
/// there, or at a point of another drawing; else at that bar, at a price of so many decimals.
DrawingPoint snapped(QPointF position, MagnetMode mode, const ChartSeries &series,
                     const ChartPlane &plane, std::span<const DrawingPoint> others);

/// A position whose line from anchor is level, upright or at 45 degrees, whichever is nearest.
QPointF constrained(QPointF position, QPointF anchor);

/// To so many decimals.
double rounded(double price, int decimals);

} // namespace magnet
} // namespace tapeline
