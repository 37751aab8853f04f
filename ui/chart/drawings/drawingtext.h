#pragma once

#include "drawing.h"

#include <QLocale>

namespace tapeline::drawingtext {

/// "Trend line".
QString name(DrawingTool tool);
/// What a tool is for, and how it is used; a sentence for its tool tip.
QString use(DrawingTool tool);

/// From one point to another, as a measure tells it.
struct Measured
{
    double from = 0; ///< price
    double to = 0;
    double tick = 0; ///< 0: there is none to count in
    int decimals = 2;
    qint64 bars = 0; ///< negative to the left
    Duration time {};
};

/// "+1.24 (+0.66 %), 124 ticks" and "12 bars, 1 h 0 min".
QStringList measure(const Measured &measured, const QLocale &locale);
/// "2 d 4 h", "35 min", "12 s": the two largest units.
QString duration(Duration time, const QLocale &locale);
/// "0.618 (187.32)"
QString level(double ratio, double price, int decimals, const QLocale &locale);

} // namespace tapeline::drawingtext
