#include "lineplottable.h"

#include "linecolumns.h"
#include "pixelcolumns.h"

#include <QPolygonF>

#include <algorithm>

namespace tapeline {

namespace {

constexpr double columnsBelow = 2.0; // device pixels a value

int widthOf(const QPen &pen, double ratio)
{
    return std::max(1, static_cast<int>(pen.widthF() * ratio + 0.25));
}

} // namespace

/// Values fall on the same rows as a chart's prices: the axis begins at the pane's lower edge,
/// where QCPAxis::coordToPixel() begins a pixel above.
struct LinePlottable::Frame
{
    Frame(const QCPAxis &keyAxis, const QCPAxis &valueAxis, double pixelRatio)
        : ratio(pixelRatio)
        , edges(valueAxis.axisRect()->rect())
        , log(valueAxis.scaleType() == QCPAxis::stLogarithmic)
        , reversed(valueAxis.rangeReversed())
    {
        const double zero = keyAxis.coordToPixel(0);
        keys = { zero * ratio, (keyAxis.coordToPixel(1) - zero) * ratio };
        upper = toScale(valueAxis.range().upper);
        perValue = edges.height() / (upper - toScale(valueAxis.range().lower));
    }
    double toScale(double value) const { return log ? std::log(std::max(value, 1e-10)) : value; }
    /// Logical pixels; no farther out than a painter can count.
    double exact(double value) const
    {
        const double fromUpper = (upper - toScale(value)) * perValue;
        return edges.top()
            + std::clamp(reversed ? edges.height() - fromUpper : fromUpper, -2.0 * edges.height(),
                         3.0 * edges.height());
    }
    int rowOf(double value) const
    {
        return static_cast<int>(std::floor(exact(value) * ratio + 1e-6));
    }
    std::optional<int> rowOrGap(double value) const
    {
        return std::isnan(value) ? std::nullopt : std::optional(rowOf(value));
    }

    double ratio;
    KeyScale keys;
    QRect edges;
    bool log;
    bool reversed;
    double upper = 0;
    double perValue = 0;
};

LinePlottable::LinePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ValueSeries &series)
    : QCPAbstractPlottable(keyAxis, valueAxis)
    , m_series(series)
{
    setSelectable(QCP::stNone);
    setAntialiased(false); // QCPPainter would move everything by half a pixel
    setBrush(Qt::NoBrush);
}

double LinePlottable::selectTest(const QPointF &, bool, QVariant *) const
{
    return -1; // the chart maps positions to bars itself
}

QCPRange LinePlottable::getKeyRange(bool &foundRange, QCP::SignDomain) const
{
    foundRange = !m_series.isEmpty();
    if (!foundRange)
        return {};
    return { double(m_series.firstKey()), double(m_series.lastKey()) };
}

QCPRange LinePlottable::getValueRange(bool &foundRange, QCP::SignDomain,
                                      const QCPRange &inKeyRange) const
{
    const bool all = inKeyRange == QCPRange();
    const ValueRun whole = all ? m_series.over(m_series.firstKey(), m_series.lastKey())
                               : m_series.over(qCeil(inKeyRange.lower), qFloor(inKeyRange.upper));
    foundRange = !whole.isEmpty();
    return foundRange ? QCPRange(whole.low, whole.high) : QCPRange();
}

void LinePlottable::draw(QCPPainter *painter)
{
    if (m_series.isEmpty() || !keyAxis() || !valueAxis())
        return;
    const Frame frame(*keyAxis(), *valueAxis(), painter->device()->devicePixelRatioF());
    if (frame.keys.perBar < columnsBelow)
        drawColumns(*painter, frame);
    else
        drawSmooth(*painter, frame);
}

void LinePlottable::drawColumns(QPainter &painter, const Frame &frame)
{
    const QCPRange range = keyAxis()->range();
    const ValueSeries::Key origin = m_series.firstKey();
    const KeyScale indices { frame.keys.offset + frame.keys.perBar * double(origin),
                             frame.keys.perBar };
    m_columns.clear();
    LineColumns runs(m_columns, pen().color().rgb());
    // One value more at either side: the line goes on beyond the edges
    forEachPixelColumn(m_series.pyramid(), qFloor(range.lower) - 1 - origin,
                       qCeil(range.upper) + 2 - origin, indices,
                       [&](int column, const ValueRun &run) {
                           if (run.isEmpty())
                               return runs.addGap();
                           runs.add(column, frame.rowOf(run.high), frame.rowOf(run.low),
                                    frame.rowOrGap(run.first), frame.rowOrGap(run.last));
                       });
    fillLineColumns(painter, m_columns, widthOf(pen(), frame.ratio));
}

void LinePlottable::drawSmooth(QPainter &painter, const Frame &frame) const
{
    const QCPRange range = keyAxis()->range();
    const auto first = std::max<ValueSeries::Key>(qFloor(range.lower) - 1, m_series.firstKey());
    const auto last = std::min<ValueSeries::Key>(qCeil(range.upper) + 1, m_series.lastKey());
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(pen());
    QPolygonF line;
    const auto finish = [&] {
        if (line.size() > 1)
            painter.drawPolyline(line);
        else if (line.size() == 1)
            painter.drawPoint(line.front()); // alone between two gaps
        line.clear();
    };
    for (ValueSeries::Key key = first; key <= last; ++key) {
        const double value = m_series.at(key);
        if (std::isnan(value)) {
            finish();
            continue;
        }
        const double x = (frame.keys.offset + frame.keys.perBar * double(key)) / frame.ratio;
        line.append(QPointF(x, frame.exact(value)));
    }
    finish();
}

void LinePlottable::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    painter->setPen(pen());
    painter->drawLine(QLineF(rect.left(), rect.center().y(), rect.right(), rect.center().y()));
}

} // namespace tapeline
