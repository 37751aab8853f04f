#pragma once

#include "pixelfill.h"

#include <QPainter>

#include <algorithm>
#include <vector>

namespace tapeline {

/// A line of dashes on whole pixels, one logical pixel wide, along the longer side of a rectangle.
/// A dashed pen costs many times as much where parts are repainted.
inline void drawDashes(QPainter &painter, const QRect &line, int dash, int gap, const QColor &color)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const auto pixels = [ratio](int length) { return qRound(length * ratio); };
    const int width = std::max(1, static_cast<int>(ratio + 0.25));
    const int end = std::max(line.width(), line.height());
    std::vector<QRect> dashes;
    for (int at = 0; at < end; at += dash + gap) {
        const int length = pixels(std::min(dash, end - at));
        if (line.width() >= line.height())
            dashes.emplace_back(pixels(line.left() + at), pixels(line.top()), length, width);
        else
            dashes.emplace_back(pixels(line.left()), pixels(line.top() + at), width, length);
    }
    PixelFill(painter).fill(dashes, color);
}

} // namespace tapeline
