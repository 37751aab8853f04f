#include "excursionplot.h"

#include "plotaxis.h"
#include "theme.h"

#include <QChart>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr int markSize = 9; // before scaling
constexpr int finestCell = 4; // pixels: points closer than that look like one
constexpr double reach = 12; // pixels from a point that still mean it

/// So that a few wild trades do not press all the others into the corner.
double usualMost(std::vector<double> values)
{
    if (values.empty())
        return 1;
    const auto most = std::ranges::max(values);
    const auto place = values.begin() + std::ptrdiff_t(double(values.size() - 1) * 0.98);
    std::ranges::nth_element(values, place);
    return std::max(most > 3 * *place ? 1.5 * *place : most, 1e-6);
}

} // namespace

ExcursionPlot::ExcursionPlot(const Theme &theme, const QString &objectName, QWidget *parent)
    : JournalPlot(theme, objectName, parent)
{
    for (QLineSeries *&series : m_series) {
        series = new QLineSeries;
        series->setPen(Qt::NoPen);
        addSeries(series);
    }
}

void ExcursionPlot::setPoints(std::vector<Point> points, const ValueText &mark, const Reading &read)
{
    m_points = std::move(points);
    m_read = read;
    if (!std::ranges::is_sorted(m_points, {}, &Point::adverse))
        std::ranges::stable_sort(m_points, {}, &Point::adverse);
    scaleAxes(mark);
    thin();
    refresh();
}

void ExcursionPlot::setLevels(const Levels &levels)
{
    m_levels = levels;
    viewport()->update();
}

void ExcursionPlot::scaleAxes(const ValueText &mark)
{
    std::vector<double> adverse;
    std::vector<double> favourable;
    for (const Point &point : m_points) {
        adverse.push_back(point.adverse);
        favourable.push_back(point.favourable);
    }
    const double right = usualMost(std::move(adverse)) * 1.04;
    const double top = usualMost(std::move(favourable)) * 1.04;
    xAxis().setScale(0, right, plotmarks::values(mark, 2, theme().scaled(64)));
    yAxis().setScale(0, top, plotmarks::values(mark, 2, theme().scaled(40)));
}

/// Points beyond the axes stand at their ends; one of those that would cover each other is drawn.
void ExcursionPlot::thin()
{
    m_shown.clear();
    const QRectF inside = area();
    if (inside.width() < 1 || inside.height() < 1)
        return;
    const int wide = int(inside.width()) / finestCell + 2;
    const int high = int(inside.height()) / finestCell + 2;
    std::vector<bool> taken(std::size_t(wide) * std::size_t(high) * 3);
    std::array<QList<QPointF>, 3> places;
    for (const Point &point : m_points) {
        const QPointF place(std::min(point.adverse, xAxis().max()),
                            std::min(point.favourable, yAxis().max()));
        const QPointF cell = (positionOf(place.x(), place.y()) - inside.topLeft()) / finestCell;
        const auto index = std::size_t((int(cell.y()) * wide + int(cell.x())) * 3 + point.sign + 1);
        if (taken[index])
            continue;
        taken[index] = true;
        m_shown.push_back(point);
        places[std::size_t(point.sign + 1)].append(place);
    }
    for (std::size_t i = 0; i < m_series.size(); ++i)
        m_series[i]->replace(places[i]);
}

QImage ExcursionPlot::marker(int sign) const
{
    const double ratio = devicePixelRatioF();
    const int size = theme().scaled(markSize);
    QImage image(QSize(size, size) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor color = theme().color(sign > 0       ? ColorRole::Up
                                     : sign < 0 ? ColorRole::Down
                                                : ColorRole::MutedText);
    painter.setPen(QPen(color, 1));
    color.setAlpha(110);
    painter.setBrush(color);
    const double edge = 1;
    const double end = size - 1;
    const double middle = size / 2.0;
    if (sign > 0)
        painter.drawPolygon(
            QPolygonF { { middle, edge }, { end, end - 0.5 }, { edge, end - 0.5 } });
    else if (sign < 0)
        painter.drawPolygon(
            QPolygonF { { edge, edge + 0.5 }, { end, edge + 0.5 }, { middle, end } });
    else
        painter.drawRect(QRectF(edge + 1, edge + 1, end - edge - 2, end - edge - 2));
    return image;
}

void ExcursionPlot::restyle()
{
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        m_series[i]->setPen(Qt::NoPen);
        m_series[i]->setLightMarker(marker(int(i) - 1));
        m_series[i]->setMarkerSize(theme().scaled(markSize));
    }
}

void ExcursionPlot::resizeEvent(QResizeEvent *event)
{
    JournalPlot::resizeEvent(event);
    thin();
}

// --- reading ---------------------------------------------------------------------------------

QPointF ExcursionPlot::itemPosition(int item) const
{
    const Point &point = m_shown[std::size_t(item)];
    return positionOf(std::min(point.adverse, xAxis().max()),
                      std::min(point.favourable, yAxis().max()));
}

QStringList ExcursionPlot::itemReading(int item) const
{
    return m_read ? m_read(tradeOf(item)) : QStringList();
}

int ExcursionPlot::itemAt(const QPointF &place) const
{
    int nearest = -1;
    double least = reach * reach;
    for (int i = 0; i < itemCount(); ++i) {
        const QPointF away = itemPosition(i) - place;
        if (const double square = QPointF::dotProduct(away, away); square < least) {
            least = square;
            nearest = i;
        }
    }
    return nearest;
}

/// What the marks mean, in the corner where a legend stands.
void ExcursionPlot::paintSigns(QPainter &painter) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int space = theme().scaled(8);
    const int size = theme().scaled(markSize);
    int right = width() - theme().scaled(22);
    painter.setPen(theme().color(ColorRole::MutedText));
    for (const auto &[sign, text] : { std::pair(-1, tr("Losers")), std::pair(1, tr("Winners")) }) {
        const int wide = metrics.horizontalAdvance(text);
        const QRect words(right - wide, space / 2, wide, metrics.height());
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text);
        const QPoint place(words.left() - size - space / 2, words.center().y() - size / 2);
        painter.drawImage(place, marker(sign));
        right = place.x() - 2 * space;
    }
}

void ExcursionPlot::paintAbove(QPainter &painter)
{
    paintSigns(painter);
    if (m_levels.stop)
        paintLevel(painter, false, *m_levels.stop);
    if (m_levels.target)
        paintLevel(painter, true, *m_levels.target);
    if (current() < 0)
        return;
    painter.setPen(QPen(theme().color(ColorRole::Accent), 1.5));
    painter.setBrush(Qt::NoBrush);
    const double ring = theme().scaled(markSize) * 0.9;
    painter.drawEllipse(itemPosition(current()), ring, ring);
}

void ExcursionPlot::paintLevel(QPainter &painter, bool isTarget, double value) const
{
    const QRectF inside = area();
    const QPointF at = positionOf(value, value);
    const QColor color = theme().color(ColorRole::Accent);
    painter.setPen(QPen(color, 1, isTarget ? Qt::DashLine : Qt::DashDotLine));
    const int space = theme().scaled(4);
    if (isTarget && at.y() > inside.top()) {
        const double y = std::round(at.y()) + 0.5;
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.drawText(inside.adjusted(0, 0, -space, y - space - inside.bottom()),
                         Qt::AlignRight | Qt::AlignBottom, tr("Target"));
    } else if (!isTarget && at.x() < inside.right()) {
        const double x = std::round(at.x()) + 0.5;
        painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()));
        painter.drawText(inside.adjusted(x - inside.left() + space, space, 0, 0),
                         Qt::AlignLeft | Qt::AlignTop, tr("Stop"));
    }
}

} // namespace tapeline
