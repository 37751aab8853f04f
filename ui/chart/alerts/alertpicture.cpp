#include "alertpicture.h"

#include "alertbell.h"
#include "colormix.h"
#include "dashes.h"
#include "valuemarks.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

namespace {

constexpr int labelLeft = 8; // from the pane's left
constexpr int padding = 6;
constexpr int buttonWidth = 18;
constexpr int bellSize = 9;
constexpr double quiet = 0.55; // towards the background
constexpr int markAbove = 14; // a bar's high
constexpr std::size_t mostMarks = 200;

void paintBell(QPainter &painter, const QRectF &square, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(bellPath(square));
    painter.restore();
}

void paintCross(QPainter &painter, const QRect &button, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.3));
    const QPointF middle = QRectF(button).center();
    painter.drawLine(middle - QPointF(3.2, 3.2), middle + QPointF(3.2, 3.2));
    painter.drawLine(middle + QPointF(-3.2, 3.2), middle + QPointF(3.2, -3.2));
    painter.restore();
}

void paintFrame(QPainter &painter, const QRect &place, const QColor &edge, const QColor &inside)
{
    painter.fillRect(place, edge);
    painter.fillRect(place.adjusted(1, 1, -1, -1), inside);
}

/// Those of the scale that a tag would cut.
void hideAxisLabels(QPainter &painter, const ChartScene &scene, const QRect &tag, int textHeight)
{
    for (const double price : scene.priceMarks) {
        QRect label = tag;
        label.setHeight(textHeight + 2);
        label.moveTop(qRound(scene.priceY(price)) - label.height() / 2);
        if (label.intersects(tag))
            painter.fillRect(label, scene.colors.background);
    }
}

void paintLine(QPainter &painter, const PlacedAlert &placed, const ChartScene &scene,
               const QFontMetrics &metrics)
{
    const ChartColors &colors = scene.colors;
    const QColor edge
        = placed.isActive ? colors.text : mixed(colors.text, colors.background, quiet);
    const QRect &pane = scene.panes.price;
    drawDashes(painter, { pane.left(), placed.y, pane.width(), 1 }, 4, 4, edge);
    if (!placed.label.isNull()) {
        paintFrame(painter, placed.label, edge, colors.background);
        painter.setPen(colors.text);
        painter.drawText(placed.label.adjusted(padding, 0, 0, 0),
                         int(Qt::AlignLeft) | Qt::AlignVCenter, placed.line.text);
        if (!placed.endButton.isNull())
            paintCross(painter, placed.endButton, colors.text);
    }
    if (placed.tag.isNull())
        return;
    hideAxisLabels(painter, scene, placed.tag, metrics.height());
    paintFrame(painter, placed.tag, edge, colors.background);
    const QRectF bell(placed.tag.left() + 3, placed.tag.center().y() - bellSize / 2.0 + 0.5,
                      bellSize, bellSize);
    paintBell(painter, bell, colors.text);
    painter.setPen(colors.text);
    painter.drawText(placed.tag.adjusted(bellSize + 5, 0, 0, 0),
                     int(Qt::AlignLeft) | Qt::AlignVCenter, placed.price);
}

} // namespace

QRegion AlertPicture::region(const ChartScene &scene) const
{
    QRegion region;
    for (const PlacedAlert &placed : lines) {
        region += QRect(scene.panes.price.left(), placed.y, scene.panes.price.width(), 2);
        region += placed.label;
        if (!placed.tag.isNull()) // the scale's labels beside it come and go
            region += placed.tag.adjusted(0, -placed.tag.height(), 0, placed.tag.height());
    }
    for (const FiredMark &mark : marks)
        region += mark.place().adjusted(-1, -1, 1, 1);
    return region;
}

std::vector<PlacedAlert> placeAlerts(const std::vector<AlertLine> &lines, const AlertLine *active,
                                     const ChartScene &scene, const QFontMetrics &metrics)
{
    const QRect &pane = scene.panes.price;
    const int height = metrics.height() + 2;
    std::vector<PlacedAlert> all;
    for (const AlertLine &line : lines) {
        PlacedAlert placed { .line = line, .y = qRound(scene.priceY(line.price)) };
        if (placed.y < pane.top() || placed.y > pane.bottom())
            continue;
        placed.isActive = active && line.isSame(*active);
        const int top = std::clamp(placed.y - height / 2, pane.top(), pane.bottom() + 1 - height);
        const int width = metrics.horizontalAdvance(line.text) + 2 * padding + buttonWidth;
        if (placed.isActive && width + 2 * labelLeft <= pane.width()) {
            placed.label = { pane.left() + labelLeft, top, width, height };
            placed.endButton = { placed.label.right() + 1 - buttonWidth, top, buttonWidth, height };
        }
        placed.price = priceText(line.price, scene.series->priceDecimals(), QLocale());
        placed.tag = QRect(scene.panes.priceAxis.left() + 1, top, scene.panes.priceAxis.width() - 1,
                           height);
        all.push_back(std::move(placed));
    }
    std::ranges::stable_sort(all, {}, &PlacedAlert::isActive);
    return all;
}

std::vector<FiredMark> placeFirings(const std::vector<const AlertFiring *> &firings,
                                    const ChartScene &scene)
{
    std::vector<FiredMark> marks;
    if (!scene.hasBars())
        return marks;
    const ChartSeries &series = *scene.series;
    const QRect &pane = scene.panes.price;
    for (const AlertFiring *firing : firings) {
        const ChartSeries::Key key = series.keyHolding(firing->time);
        if (!series.contains(key) || key < scene.view.firstVisible()
            || key > scene.view.lastVisible() || series.run(key).isEmpty())
            continue;
        if (!marks.empty() && marks.back().key == key) {
            marks.back().firings.push_back(firing->number);
            continue;
        }
        const int y = qRound(scene.priceY(series.run(key).high)) - markAbove;
        const QPoint middle(pane.left() + qRound(scene.view.xOf(double(key))),
                            std::clamp(y, pane.top() + 8, pane.bottom() - 8));
        marks.push_back({ key, middle, { firing->number } });
    }
    if (marks.size() > mostMarks)
        marks.erase(marks.begin(), marks.end() - mostMarks);
    return marks;
}

void paintAlerts(QPainter &painter, const AlertPicture &picture, const ChartScene &scene,
                 const QFont &font)
{
    painter.setFont(font);
    const QFontMetrics metrics(font);
    for (const FiredMark &mark : picture.marks) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(scene.colors.text);
        painter.setBrush(scene.colors.background);
        painter.drawEllipse(QRectF(mark.place()).adjusted(0.5, 0.5, -0.5, -0.5));
        painter.restore();
        paintBell(painter, QRectF(mark.place()).adjusted(3.5, 3, -3.5, -4), scene.colors.text);
    }
    for (const PlacedAlert &placed : picture.lines)
        paintLine(painter, placed, scene, metrics);
}

} // namespace tapeline
