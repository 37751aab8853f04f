#include "bubblepainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr double smallest = 2; // pixels
constexpr double opacity = 0.85;

} // namespace

void BubblePainter::setColors(const std::array<QColor, 3> &sides, const QColor &edge)
{
    m_sides = sides;
    m_edge = edge;
    m_circles.clear();
}

/// Areas are as the sizes.
double BubblePainter::radiusOf(double size) const
{
    return std::max(smallest, m_largest * std::sqrt(std::min(1.0, size / m_fullSize)));
}

const QImage &BubblePainter::circle(int side, int radius, qreal ratio)
{
    QImage &image = m_circles[{ side, radius }];
    if (!image.isNull())
        return image;
    const int edge = 2 * radius + 2;
    image = QImage(QSize(edge, edge) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_edge, 1));
    QColor inside = m_sides[std::size_t(side + 1)];
    inside.setAlphaF(float(opacity));
    painter.setBrush(inside);
    painter.drawEllipse(QRectF(1, 1, 2 * radius, 2 * radius));
    return image;
}

void BubblePainter::draw(QPainter &painter, std::vector<Bubble> &bubbles, qreal devicePixelRatio)
{
    if (std::exchange(m_ratio, devicePixelRatio) != devicePixelRatio)
        m_circles.clear();
    std::ranges::sort(bubbles, {},
                      &Bubble::size); // small ones are not hidden for long: they move on
    for (const Bubble &bubble : bubbles) {
        const int radius = qRound(radiusOf(bubble.size));
        const QImage &image = circle(std::clamp(bubble.side, -1, 1), radius, devicePixelRatio);
        painter.drawImage(QPointF(bubble.x - radius - 1, bubble.y - radius - 1), image);
    }
}

} // namespace tapeline
