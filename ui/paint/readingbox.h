#pragma once

#include <QRectF>
#include <QStringList>

class QPainter;

namespace tapeline {

class Theme;

/// Paints what is read of a plot's item in a box beside it, a line each: left of an item in the
/// right half of the area, and never wider than the plot of this width.
void paintReading(QPainter &painter, const Theme &theme, const QStringList &lines,
                  const QPointF &item, const QRectF &area, int width);

} // namespace tapeline
