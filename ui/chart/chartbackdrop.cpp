#include "chartbackdrop.h"

#include "pixelcolumns.h"
#include "pixelfill.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

struct ChartBackdrop::Pixels
{
    Pixels(const ChartScene &scene, double pixelRatio)
        : ratio(pixelRatio)
        , line(std::max(1, static_cast<int>(ratio + 0.25)))
        , panes(of(scene.panes.all()))
        , priceAxis(of(scene.panes.priceAxis))
        , timeAxis(of(scene.panes.timeAxis))
        , keys { (scene.panes.price.left() - scene.view.left * scene.view.barWidth) * ratio,
                 scene.view.barWidth * ratio }
    {
    }
    int of(double length) const { return qRound(length * ratio); }
    QRect of(const QRect &rect) const
    {
        const QPoint end(of(rect.right() + 1), of(rect.bottom() + 1));
        return { QPoint(of(rect.left()), of(rect.top())), end - QPoint(1, 1) };
    }

    double ratio;
    int line; ///< of an emphasised line
    QRect panes;
    QRect priceAxis;
    QRect timeAxis;
    KeyScale keys;
};

ChartBackdrop::ChartBackdrop(QCustomPlot *plot, const ChartScene &scene)
    : QCPLayerable(plot, u"background"_s)
    , m_scene(scene)
{
}

/// The layer moves it up by a pixel.
QRect ChartBackdrop::clipRect() const
{
    return parentPlot()->viewport().adjusted(0, 0, 0, 1);
}

void ChartBackdrop::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

void ChartBackdrop::draw(QCPPainter *painter)
{
    const Pixels pixels(m_scene, painter->device()->devicePixelRatioF());
    {
        PixelFill fill(*painter);
        makeRow(pixels);
        const int width = static_cast<int>(m_row.size());
        fill.fillRows(QRect(0, 0, width, pixels.panes.bottom() + 1), m_row);
        const QRect below(0, pixels.timeAxis.top(), width, pixels.timeAxis.height());
        fill.fill(std::span(&below, 1), m_scene.colors.background);
        drawLines(fill, pixels);
        if (m_scene.hasBars())
            drawGaps(fill, pixels);
    }
    drawZone(*painter);
}

/// Colours the columns [from, to).
void ChartBackdrop::mark(int from, int to, const QColor &color)
{
    const int panes = static_cast<int>(m_row.size());
    from = std::clamp(from, 0, panes);
    std::fill(m_row.begin() + from, m_row.begin() + std::clamp(to, from, panes), color.rgb());
}

void ChartBackdrop::makeRow(const Pixels &pixels)
{
    m_row.assign(std::size_t(pixels.panes.width()), m_scene.colors.background.rgb());
    if (m_scene.hasBars()) {
        const ChartViewport &view = m_scene.view;
        const SessionSpans spans
            = sessionSpans(*m_scene.series, m_calendar, view.firstVisible(), view.lastVisible());
        const auto before
            = [&](ChartSeries::Key key) { return pixels.keys.columnOf(double(key) - 0.5); };
        for (const SessionSpan &span :
             m_scene.shadesExtended ? spans.extended : decltype(spans.extended)())
            mark(before(span.first), before(span.last + 1), m_scene.colors.session);
        for (const ChartSeries::Key key : spans.dayStarts)
            mark(before(key), before(key) + pixels.line, m_scene.colors.dayLine);
        for (const TimeMark &time : m_scene.timeMarks) {
            const int column = pixels.keys.columnOf(double(time.key));
            mark(column, column + 1, m_scene.colors.grid);
        }
    }
    m_row.resize(std::size_t(pixels.priceAxis.right() + 1), m_scene.colors.background.rgb());
    mark(pixels.priceAxis.left(), pixels.priceAxis.left() + pixels.line, m_scene.colors.paneLine);
}

void ChartBackdrop::drawLines(PixelFill &fill, const Pixels &pixels) const
{
    const ChartPanes &panes = m_scene.panes;
    std::vector<QRect> grid;
    const auto add = [&](const QRect &pane, double y) {
        if (y >= pane.top() && y <= pane.bottom())
            grid.emplace_back(0, pixels.of(y), pixels.panes.width(), 1);
    };
    if (m_scene.hasBars()) {
        for (const double price : m_scene.priceMarks)
            add(panes.price, panes.price.top() + m_scene.view.yOf(price));
        for (const double volume : m_scene.volumeMarks)
            add(panes.volume,
                panes.volume.bottom() + 1 - volume / m_scene.volumeHigh * panes.volume.height());
        const ChartFlow &flow = m_scene.flow;
        for (const double value : flow.marks)
            add(panes.flow,
                panes.flow.top()
                    + (flow.high - value) / (flow.high - flow.low) * panes.flow.height());
        for (const StudyPane &pane : m_scene.studies.panes)
            for (const double value : pane.marks)
                add(pane.rect,
                    pane.rect.top()
                        + (pane.high - value) / (pane.high - pane.low) * pane.rect.height());
    }
    fill.fill(grid, m_scene.colors.grid);

    std::vector<QRect> edges { { 0, pixels.timeAxis.top(), pixels.priceAxis.right() + 1,
                                 pixels.line } };
    if (m_scene.hasBars())
        for (const ChartPane &pane : panes.lower)
            edges.emplace_back(0, pixels.of(pane.rect.top()), pixels.panes.width(), pixels.line);
    fill.fill(edges, m_scene.colors.paneLine);
}

void ChartBackdrop::drawGaps(PixelFill &fill, const Pixels &pixels) const
{
    const int dash = pixels.of(4);
    const QRect &panes = pixels.panes;
    std::vector<QRect> dashes;
    for (const ChartSeries::Key key :
         m_scene.series->gaps(m_scene.view.firstVisible(), m_scene.view.lastVisible())) {
        const int x = pixels.keys.columnOf(double(key) - 0.5);
        for (int y = panes.top(); y < panes.bottom(); y += 2 * dash)
            dashes.emplace_back(x, y, pixels.line, dash);
        dashes.emplace_back(x - pixels.of(2), panes.bottom() - dash, pixels.of(5),
                            dash + pixels.line);
    }
    fill.fill(dashes, m_scene.colors.gap);
}

void ChartBackdrop::drawZone(QPainter &painter) const
{
    if (!m_scene.series || !m_scene.series->timeframe().isIntraday())
        return;
    const ChartPanes &panes = m_scene.panes;
    painter.setFont(parentPlot()->font());
    painter.setPen(m_scene.colors.axisText);
    //: In the corner below the price axis: the times are US Eastern time
    painter.drawText(QRect(panes.priceAxis.left(), panes.timeAxis.top(), panes.priceAxis.width(),
                           panes.timeAxis.height()),
                     Qt::AlignCenter, tr("ET"));
}

} // namespace tapeline
