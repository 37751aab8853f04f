#pragma once

#include <QColor>
#include <QImage>
#include <QList>

namespace tapeline {

/// A small line chart of values, oldest at the left, from lowest to highest over the whole height;
/// size in device-independent pixels. Smoothed by the share of each pixel that the line covers: a
/// tenth of what QPainter's stroker costs.
QImage sparkPicture(const QList<double> &values, const QSize &size, const QColor &color,
                    qreal devicePixelRatio);

} // namespace tapeline
