#pragma once

#include <QRegion>

class QWidget;

namespace tapeline {

/// What of a widget to repaint so that a part of it is new up to its last pixel. Where the screen
/// has 1.25, 1.5 or 1.75 pixels for one of the layout, a rectangle ends within a pixel and Qt
/// rounds that either way: parts grow to where both count the same. At other fractions it is all.
QRegion wholePixels(const QWidget &widget, const QRegion &part);

} // namespace tapeline
