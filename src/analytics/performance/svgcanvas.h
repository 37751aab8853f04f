#pragma once

#include <QByteArray>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace tapeline {

/// A drawing as SVG 1.2 Tiny, without style sheets and scripts, so that browsers and QSvgRenderer
/// show the same. Coordinates are in units of about a pixel; text is escaped.
class SvgCanvas
{
public:
    enum class Anchor : quint8 { Start, Middle, End };

    /// description: what it shows, for those who cannot see it.
    SvgCanvas(qreal width, qreal height, const QString &description);

    /// Colours are "#rrggbb".
    void rect(const QRectF &rect, const QByteArray &fill, const QString &hover = {});
    void line(const QPointF &from, const QPointF &to, const QByteArray &color, qreal width = 1);
    void polyline(const std::vector<QPointF> &points, const QByteArray &color, qreal width = 1.5);
    /// Closed, without an outline.
    void polygon(const std::vector<QPointF> &points, const QByteArray &fill);
    void text(const QPointF &base, const QString &text, const QByteArray &color,
              Anchor anchor = Anchor::Start, qreal size = 11);

    QByteArray svg() const { return m_body + "</svg>"; }

private:
    void points(const std::vector<QPointF> &points);

    QByteArray m_body;
};

} // namespace tapeline
