#pragma once

#include "drawing.h"

#include <functional>

namespace tapeline {

/// Where an instant lies on a chart's axis of bars: BarTimes::keyAt(), or any other that rises with
/// time. Sloped lines are straight on that axis, so their prices depend on it.
using KeyOfTime = std::function<double(Timestamp)>;

/// The prices at which the lines of a drawing stand at an instant, its main line first: both of a
/// channel or a rectangle, the shown levels of Fibonacci tools, the three of a pitchfork. Empty
/// where it has none: before a ray's first point, beyond the ends of a line that is not extended,
/// and always of texts, vertical lines and shapes without straight sides.
/// @param logScale  the line is straight on a logarithmic scale of prices, as it was drawn
std::vector<double> drawingPricesAt(const Drawing &drawing, Timestamp time, const KeyOfTime &keyOf,
                                    bool logScale = false);
/// The same with a place for each of its straight lines whatever the instant, as long as its style
/// stays: noValue where that line has no price.
std::vector<double> drawingLinePricesAt(const Drawing &drawing, Timestamp time,
                                        const KeyOfTime &keyOf, bool logScale = false);
/// Whether its prices depend on how many bars lie between its points: it has sloped lines.
bool isSloped(const Drawing &drawing);
/// The main line's alone.
std::optional<double> drawingPriceAt(const Drawing &drawing, Timestamp time, const KeyOfTime &keyOf,
                                     bool logScale = false);
/// Whether drawingPricesAt() can ever have an answer.
bool hasDrawingPrices(DrawingTool tool);

} // namespace tapeline
