#include "barplot.h"

#include "plotaxis.h"
#include "theme.h"

#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QStackedBarSeries>

#include <algorithm>
#include <cmath>

namespace tapeline {

BarPlot::BarPlot(const Theme &theme, const QString &objectName, QWidget *parent)
    : JournalPlot(theme, objectName, parent)
{
}

void BarPlot::setBars(std::vector<PlotBar> bars, Layout layout, const ValueText &mark,
                      const std::vector<PlotMark> &edges)
{
    m_bars = std::move(bars);
    m_layout = layout;
    makeSeries();
    scaleAxes(mark, edges);
    redress();
    refresh();
}

/// One stack of three sets, of which each bar fills one: a set has one colour.
void BarPlot::makeSeries()
{
    chart()->removeAllSeries();
    const bool isLying = m_layout == Layout::Lying;
    m_series = isLying ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries)
                       : new QStackedBarSeries;
    for (std::size_t i = 0; i < m_sets.size(); ++i) {
        m_sets[i] = new QBarSet({});
        QList<qreal> values(qsizetype(m_bars.size()), 0.0);
        for (std::size_t bar = 0; bar < m_bars.size(); ++bar)
            if (m_bars[bar].sign + 1 == int(i))
                values[qsizetype(isLying ? m_bars.size() - 1 - bar : bar)] = m_bars[bar].value;
        m_sets[i]->append(values);
        m_series->append(m_sets[i]);
    }
    addSeries(m_series);
}

void BarPlot::scaleAxes(const ValueText &mark, const std::vector<PlotMark> &edges)
{
    if (m_bars.empty())
        return;
    double low = 0;
    double high = 0;
    for (const PlotBar &bar : m_bars) {
        low = std::min(low, bar.value);
        high = std::max(high, bar.value);
    }
    const double air = std::max((high - low) * 0.05, 1e-9);
    low -= low < 0 ? air : 0;
    high += high > 0 ? air : 0;
    if (low == high)
        high = 1;
    std::vector<PlotMark> names;
    if (m_layout == Layout::Touching)
        names = edges;
    else
        for (int i = 0; i < itemCount(); ++i)
            names.push_back({ placeOf(i), m_bars[std::size_t(i)].label });
    std::ranges::sort(names, {}, &PlotMark::at);
    const double end = double(m_bars.size()) - 0.5;
    if (m_layout == Layout::Lying) {
        yAxis().setScale(-0.5, end, plotmarks::fixed(names, theme().scaled(12)));
        xAxis().setScale(low, high, plotmarks::values(mark, 0, theme().scaled(72)));
        return;
    }
    const QFontMetrics small(theme().font(FontRole::Small));
    int widest = theme().scaled(20);
    for (const PlotMark &name : names)
        widest = std::max(widest, small.horizontalAdvance(name.text) + theme().scaled(8));
    xAxis().setScale(-0.5, end, plotmarks::fixed(names, widest));
    yAxis().setScale(low, high, plotmarks::values(mark, 0, theme().scaled(34)));
}

/// Few of them do not become blocks.
void BarPlot::sizeBars()
{
    if (!m_series || m_bars.empty())
        return;
    const QRectF inside = area();
    const double room
        = (m_layout == Layout::Lying ? inside.height() : inside.width()) / double(m_bars.size());
    const double widest = theme().scaled(m_layout == Layout::Lying ? 30 : 56);
    m_series->setBarWidth(
        m_layout == Layout::Touching ? 0.96 : std::min(0.62, widest / std::max(1.0, room)));
}

void BarPlot::resizeEvent(QResizeEvent *event)
{
    JournalPlot::resizeEvent(event);
    sizeBars();
}

void BarPlot::restyle()
{
    sizeBars();
    const std::array roles { ColorRole::Down, ColorRole::MutedText, ColorRole::Up };
    for (std::size_t i = 0; m_series && i < m_sets.size(); ++i) {
        m_sets[i]->setBrush(theme().color(roles[i]));
        m_sets[i]->setPen(Qt::NoPen);
    }
}

bool BarPlot::hasGrid(Qt::Orientation axis) const
{
    return (axis == Qt::Horizontal) == (m_layout == Layout::Lying);
}

int BarPlot::leftMargin() const
{
    if (m_layout != Layout::Lying)
        return JournalPlot::leftMargin();
    const QFontMetrics small(theme().font(FontRole::Small));
    int widest = 0;
    for (const PlotBar &bar : m_bars)
        widest = std::max(widest, small.horizontalAdvance(bar.label));
    return std::min(widest + theme().scaled(18), width() / 3);
}

// --- reading ---------------------------------------------------------------------------------

/// Along the axis of names.
double BarPlot::placeOf(int item) const
{
    return m_layout == Layout::Lying ? itemCount() - 1 - item : item;
}

QPointF BarPlot::itemPosition(int item) const
{
    const double value = m_bars[std::size_t(item)].value;
    return m_layout == Layout::Lying ? positionOf(value, placeOf(item))
                                     : positionOf(placeOf(item), value);
}

QRectF BarPlot::bandOf(int item) const
{
    const QRectF inside = area();
    const double from = placeOf(item) - 0.5;
    if (m_layout == Layout::Lying) {
        const double top = positionOf(0, from + 1).y();
        return { inside.left(), top, inside.width(), positionOf(0, from).y() - top };
    }
    const double left = positionOf(from, 0).x();
    return { left, inside.top(), positionOf(from + 1, 0).x() - left, inside.height() };
}

int BarPlot::itemAt(const QPointF &place) const
{
    for (int i = 0; i < itemCount(); ++i)
        if (const QRectF band = bandOf(i); m_layout == Layout::Lying
                ? place.y() >= band.top() && place.y() < band.bottom()
                : place.x() >= band.left() && place.x() < band.right())
            return i;
    return -1;
}

QStringList BarPlot::itemReading(int item) const
{
    return m_bars[std::size_t(item)].reading;
}

void BarPlot::paintAbove(QPainter &painter)
{
    const QRectF inside = area();
    painter.setPen(QPen(theme().color(ColorRole::MutedText), 1));
    const QPointF zero = positionOf(0, 0);
    if (m_layout == Layout::Lying)
        painter.drawLine(QPointF(std::round(zero.x()) + 0.5, inside.top()),
                         QPointF(std::round(zero.x()) + 0.5, inside.bottom()));
    else
        painter.drawLine(QPointF(inside.left(), std::round(zero.y()) + 0.5),
                         QPointF(inside.right(), std::round(zero.y()) + 0.5));
    if (current() < 0)
        return;
    QColor band = theme().color(ColorRole::Text);
    band.setAlpha(22);
    painter.fillRect(bandOf(current()), band);
}

} // namespace tapeline
