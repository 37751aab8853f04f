#include "svgcanvas.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray number(qreal value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

QByteArray attribute(const char *name, qreal value)
{
    return QByteArray(" ") + name + "=\"" + number(value) + '"';
}

QByteArray attribute(const char *name, const QByteArray &value)
{
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

} // namespace

SvgCanvas::SvgCanvas(qreal width, qreal height, const QString &description)
{
    m_body = "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" baseProfile=\"tiny\""
        + attribute("width", width) + attribute("height", height)
        + attribute("viewBox", "0 0 " + number(width) + ' ' + number(height))
        + " font-family=\"sans-serif\"><title>" + escaped(description) + "</title>";
}

void SvgCanvas::rect(const QRectF &rect, const QByteArray &fill, const QString &hover)
{
    m_body += "<rect" + attribute("x", rect.x()) + attribute("y", rect.y())
        + attribute("width", rect.width()) + attribute("height", rect.height())
        + attribute("fill", fill);
    m_body += hover.isEmpty() ? QByteArray("/>") : "><title>" + escaped(hover) + "</title></rect>";
}

void SvgCanvas::line(const QPointF &from, const QPointF &to, const QByteArray &color, qreal width)
{
    m_body += "<line" + attribute("x1", from.x()) + attribute("y1", from.y())
        + attribute("x2", to.x()) + attribute("y2", to.y()) + attribute("stroke", color)
        + attribute("stroke-width", width) + "/>";
}

void SvgCanvas::polyline(const std::vector<QPointF> &points, const QByteArray &color, qreal width)
{
    m_body += "<polyline fill=\"none\" stroke-linejoin=\"round\"" + attribute("stroke", color)
        + attribute("stroke-width", width);
    this->points(points);
}

void SvgCanvas::polygon(const std::vector<QPointF> &points, const QByteArray &fill)
{
    m_body += "<polygon" + attribute("fill", fill);
    this->points(points);
}

void SvgCanvas::text(const QPointF &base, const QString &text, const QByteArray &color,
                     Anchor anchor, qreal size)
{
    const QByteArray where = anchor == Anchor::Start ? "start"
        : anchor == Anchor::Middle                   ? "middle"
                                                     : "end";
    m_body += "<text" + attribute("x", base.x()) + attribute("y", base.y())
        + attribute("font-size", size) + attribute("fill", color) + attribute("text-anchor", where)
        + '>' + escaped(text) + "</text>";
}

void SvgCanvas::points(const std::vector<QPointF> &points)
{
    m_body += " points=\"";
    for (const QPointF &point : points)
        m_body += number(point.x()) + ',' + number(point.y()) + ' ';
    m_body += "\"/>";
}

} // namespace tapeline
