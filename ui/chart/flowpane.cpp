#include "flowpane.h"

#include "colormix.h"
#include "easterntime.h"
#include "flowtext.h"
#include "valuemarks.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QPoint legendPlace { 10, 6 };
constexpr double materialShare = 0.1; // of volume without a clear side: less needs no band

QColor faded(const QColor &color, const QColor &background)
{
    return mixed(color, background, 0.6);
}

QString clockText(Timestamp time)
{
    const auto minutes
        = std::chrono::floor<std::chrono::minutes>(easterntime::timeOfDay(time)).count();
    return u"%1:%2"_s.arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

FlowPane::FlowPane(const ChartScene &scene)
    : m_scene(scene)
    , m_bars(scene)
{
}

void FlowPane::setStyle(const QFont &font, const QLocale &locale)
{
    m_glyphs.setFont(font, 1);
    m_locale = locale;
}

// --- where things are
// -----------------------------------------------------------------------------------------

std::pair<double, double> FlowPane::range(const ChartFlow &flow, ChartSeries::Key first,
                                          ChartSeries::Key last)
{
    const auto over = [&](ChartSeries::Key from) {
        return flow.options.style == FlowStyle::Delta ? flow.series->deltaOver(from, last)
                                                      : flow.series->cvdOver(from, last);
    };
    // Estimates may be many times as large: they do not press the rest flat
    OhlcRun run = over(std::max(first, flow.series->firstKnown()));
    if (run.isEmpty())
        run = over(first);
    if (run.isEmpty() || (run.high == 0 && run.low == 0))
        return { -1, 1 };
    const double room = std::max((run.high - run.low) * 0.06, 1.0);
    return { run.low - room, run.high + room };
}

QPointF FlowPane::pointOf(ChartSeries::Key key) const
{
    return { m_scene.xOf(key), m_scene.flowY(m_scene.flow.series->cvd(key).close) };
}

BarPainter::Candles FlowPane::candles(bool estimated) const
{
    const FlowSeries &series = *m_scene.flow.series;
    const ChartColors &colors = m_scene.colors;
    const bool delta = m_scene.flow.options.style == FlowStyle::Delta;
    return { delta ? series.deltaPyramid() : series.cvdPyramid(),
             series.firstKey(),
             m_scene.panes.flow,
             m_scene.flow.low,
             m_scene.flow.high,
             estimated ? faded(colors.up, colors.background) : colors.up,
             estimated ? faded(colors.down, colors.background) : colors.down };
}

QRect FlowPane::barRect(ChartSeries::Key key, double ratio) const
{
    if (!m_scene.flow.isShown() || !m_scene.flow.series->contains(key))
        return {};
    if (m_scene.flow.options.style == FlowStyle::Line) {
        const QRectF step(pointOf(std::max(key - 1, m_scene.flow.series->firstKey())),
                          pointOf(key));
        return step.normalized().adjusted(-3, -3, 3, 3).toAlignedRect();
    }
    return m_bars.candleRect(candles(false), key, ratio);
}

// --- painting
// -------------------------------------------------------------------------------------------------

void FlowPane::paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    if (!m_scene.flow.isShown())
        return;
    const ChartSeries::Key known = m_scene.flow.series->firstKnown();
    paintZero(painter, first, last);
    if (m_scene.flow.options.style != FlowStyle::Delta)
        paintBand(painter, std::max(first, known), last);
    if (m_scene.flow.options.style == FlowStyle::Line)
        return paintLine(painter, first, last);
    if (first < known)
        m_bars.paintCandles(painter, candles(true), first, std::min(last, known - 1));
    m_bars.paintCandles(painter, candles(false), std::max(first, known), last);
}

/// Behind these bars only: others have been painted.
void FlowPane::paintZero(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last) const
{
    const int y = qFloor(m_scene.flowY(0));
    const QRect &pane = m_scene.panes.flow;
    if (y <= pane.top() || y >= pane.bottom())
        return;
    const int left = std::max(pane.left(), qFloor(m_scene.view.xOf(double(first) - 0.5)));
    const int right = std::min(pane.right(), qFloor(m_scene.view.xOf(double(last) + 0.5)) - 1);
    painter.fillRect(QRect(QPoint(left, y), QPoint(right, y)), m_scene.colors.dayLine);
}

/// Where the sum would be had all prints without a clear side been sold, or bought.
void FlowPane::paintBand(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last) const
{
    const FlowSeries &series = *m_scene.flow.series;
    first = std::max(first, series.firstKey());
    last = std::min(last, series.lastKey());
    if (first >= last || m_scene.view.barWidth < 1
        || series.doubtfulShare(first, last) < materialShare)
        return;
    QPolygonF outline;
    const auto add = [&](ChartSeries::Key key, double value) {
        const QRect &pane = m_scene.panes.flow;
        outline << QPointF(
            m_scene.view.xOf(double(key)) + 0.5,
            std::clamp(m_scene.flowY(value), double(pane.top()), double(pane.bottom())));
    };
    for (ChartSeries::Key key = first; key <= last; ++key)
        add(key, series.band(key).second);
    for (ChartSeries::Key key = last; key >= first; --key)
        add(key, series.band(key).first);
    QColor fill = m_scene.colors.accent;
    fill.setAlphaF(0.07F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(outline);
    painter.setBrush(Qt::NoBrush);
}

void FlowPane::paintLine(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last) const
{
    const FlowSeries &series = *m_scene.flow.series;
    first = std::max(first - 1, series.firstKey());
    last = std::min(last, series.lastKey());
    const ChartSeries::Key known = series.firstKnown();
    const QColor &color = m_scene.colors.accent;
    // Several bars a pixel: every so many of them are enough for a line
    const auto step = std::max<ChartSeries::Key>(1, ChartSeries::Key(0.5 / m_scene.view.barWidth));
    const auto draw = [&](ChartSeries::Key from, ChartSeries::Key to, const QColor &stroke) {
        painter.setPen(QPen(stroke, 1.4));
        QPolygonF line;
        for (ChartSeries::Key key = from; key <= to; ++key) {
            const bool anew = key > from && series.cvd(key).open != series.cvd(key - 1).close;
            if (anew) {
                painter.drawPolyline(line << pointOf(key - 1));
                line.clear();
            }
            if (anew || key == to || (key - from) % step == 0)
                line << pointOf(key);
        }
        painter.drawPolyline(line);
    };
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (first < known)
        draw(first, std::min(last, known), faded(color, m_scene.colors.background));
    if (known <= last)
        draw(std::max(first, known), last, color);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// --- words
// ----------------------------------------------------------------------------------------------------

QStringList FlowPane::words(ChartSeries::Key key) const
{
    const FlowSeries &series = *m_scene.flow.series;
    const auto sum = [&](double volume) {
        const bool isCoarse = series.isEstimated(key) && std::abs(volume) >= 1;
        return signedVolumeText(isCoarse ? std::round(volume) : wholeShares(volume), m_locale);
    };
    QStringList words;
    //: Legend of the order flow pane: cumulative volume delta
    words << tr("CVD %1").arg(sum(series.cvd(key).close));
    //: Legend of the order flow pane: delta of one bar
    words << tr("Delta %1").arg(sum(series.delta(key).close));
    if (series.isPartial(key))
        //: Legend of the order flow pane: of this bar only the prints since %1 are known
        words << tr("since %1").arg(clockText(*series.knownFrom()));
    if (series.isEstimated(key)) {
        words << (isOutside(key) ? tr("estimated from bars, outside this scale")
                                 : tr("estimated from bars"));
        return words;
    }
    words << ruleText(series.statistics().rule);
    const double doubtful = series.doubtfulShare(key, key);
    if (doubtful > 0)
        //: Legend of the order flow pane: share of the volume that traded between bid and ask
        words << tr("%1 % without a clear side").arg(m_locale.toString(doubtful * 100, 'f', 0));
    return words;
}

/// Whether a bar lies beyond an edge of the pane.
bool FlowPane::isOutside(ChartSeries::Key key) const
{
    const ChartFlow &flow = m_scene.flow;
    const OhlcRun &run
        = flow.options.style == FlowStyle::Delta ? flow.series->delta(key) : flow.series->cvd(key);
    return run.low > flow.high || run.high < flow.low;
}

/// Whether estimates of bars in view are beyond the scale of what is known.
bool FlowPane::hidesEstimates() const
{
    const FlowSeries &series = *m_scene.flow.series;
    const ChartSeries::Key known = std::min(series.firstKnown(), m_scene.view.lastVisible() + 1);
    for (ChartSeries::Key key = std::max(series.firstKey(), m_scene.view.firstVisible());
         key < known; ++key)
        if (isOutside(key))
            return true;
    return false;
}

QString FlowPane::legendText() const
{
    if (!m_scene.flow.isShown())
        return {};
    const FlowSeries &series = *m_scene.flow.series;
    const bool pointed = m_scene.crosshair && series.contains(m_scene.crosshair->key);
    return words(pointed ? m_scene.crosshair->key : series.lastKey()).join(u"   "_s);
}

QRect FlowPane::legendRect() const
{
    if (!m_scene.flow.isShown())
        return {};
    const QRect &pane = m_scene.panes.flow;
    return QRect(pane.topLeft() + legendPlace,
                 QSize(std::max(1, pane.width() - 2 * legendPlace.x()), m_glyphs.height()));
}

int FlowPane::legendRoom() const
{
    return legendPlace.y() + m_glyphs.height();
}

void FlowPane::paintLegend(QPainter &painter)
{
    const QRect rect = legendRect();
    if (rect.isNull())
        return;
    m_glyphs.setFont(m_glyphs.font(), painter.device()->devicePixelRatioF());
    painter.setClipRect(m_scene.panes.flow);
    m_glyphs.drawElided(painter, rect, Qt::AlignLeft, legendText(), m_scene.colors.textDim);
    if (hidesEstimates()) {
        const QRect below(rect.left(), m_scene.panes.flow.bottom() - rect.height() - 2,
                          rect.width(), rect.height());
        //: In the order flow pane: earlier bars are guessed, and not in view
        const QString note = tr("Earlier bars: estimated, outside this scale");
        // Over the bars it speaks of, which are not painted; never over known ones
        const int known = qFloor(m_scene.xOf(m_scene.flow.series->firstKnown())) - 4;
        const QRect place = below.adjusted(0, 0, std::min(0, known - below.right()), 0);
        if (place.width() >= 3 * m_glyphs.height())
            m_glyphs.drawElided(painter, place, Qt::AlignLeft, note, m_scene.colors.textDim);
    }
    painter.setClipping(false);
}

QString FlowPane::valueText(int y) const
{
    const QRect &pane = m_scene.panes.flow;
    const double share = double(y - pane.top()) / pane.height();
    const double value = m_scene.flow.high - share * (m_scene.flow.high - m_scene.flow.low);
    return markText(m_scene.flow, value, m_locale);
}

QString FlowPane::markText(const ChartFlow &flow, double value, const QLocale &locale)
{
    const double span = flow.high - flow.low;
    const bool coins = span < 10; // parts of them count
    const bool fine = span < 0.05 * std::max(std::abs(flow.high), std::abs(flow.low));
    if (value == 0 || (!fine && !coins))
        return signedVolumeText(std::round(value), locale);
    const QString digits = coins ? locale.toString(std::abs(value), 'f', 2)
                                 : locale.toString(std::abs(std::round(value)), 'f', 0);
    return (value < 0 ? QChar(0x2212) : QChar(u'+')) + digits;
}

} // namespace tapeline
