#pragma once

#include "bookmodel.h"

#include <QColor>
#include <QImage>

#include <array>
#include <map>

class QPainter;

namespace tapeline {

/// One bubble: trades of one side in one row within a short time.
struct Bubble
{
    double x = 0;
    double y = 0;
    double size = 0;
    int side = 0;
};

/// Draws trades as circles, by area for their size and by colour for their side; larger ones last.
/// Circles are pictures that are painted once.
class BubblePainter
{
public:
    /// By side: sold, not known, bought; edge: of the circles.
    void setColors(const std::array<QColor, 3> &sides, const QColor &edge);
    /// Of the largest, in pixels.
    void setLargestRadius(double radius) { m_largest = radius; }
    /// A size from here on has the largest radius.
    void setFullSize(double size) { m_fullSize = size; }
    double radiusOf(double size) const;

    void draw(QPainter &painter, std::vector<Bubble> &bubbles, qreal devicePixelRatio);

private:
    const QImage &circle(int side, int radius, qreal ratio);

    std::array<QColor, 3> m_sides;
    QColor m_edge;
    double m_largest = 14;
    double m_fullSize = 1;
    qreal m_ratio = 1;
    std::map<std::pair<int, int>, QImage> m_circles; ///< by side and radius
};

} // namespace tapeline
