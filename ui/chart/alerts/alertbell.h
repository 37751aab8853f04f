#pragma once

#include <QPainterPath>
#include <QRectF>

namespace tapeline {

/// A bell that fills a square: the sign of an alert on a chart's axis.
inline QPainterPath bellPath(const QRectF &square)
{
    const auto at = [&](double x, double y) {
        return QPointF(square.left() + x * square.width(), square.top() + y * square.height());
    };
    QPainterPath path(at(0.1, 0.75));
    path.cubicTo(at(0.28, 0.62), at(0.18, 0.12), at(0.5, 0.1));
    path.cubicTo(at(0.82, 0.12), at(0.72, 0.62), at(0.9, 0.75));
    path.closeSubpath();
    path.addEllipse(at(0.5, 0.86), square.width() * 0.1, square.height() * 0.1);
    return path;
}

} // namespace tapeline
