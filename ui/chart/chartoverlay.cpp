#include "chartoverlay.h"

#include "barremainder.h"
#include "dashes.h"
#include "timemarks.h"
#include "valuemarks.h"
#include "wholepixels.h"

#include <QPaintEvent>
#include <QPainter>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tagPadding = 7;
constexpr int edgeGap = 10;

} // namespace

ChartOverlay::ChartOverlay(const ChartScene &scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
    , m_bars(scene)
    , m_prices(scene)
    , m_comparisons(scene)
    , m_legend(scene)
    , m_flow(scene)
    , m_studies(scene)
    , m_footprint(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    restyle();
}

void ChartOverlay::restyle()
{
    m_legend.setStyle(font(), locale());
    m_flow.setStyle(font(), locale());
    m_studies.setStyle(font(), locale());
    m_footprint.setStyle(font(), locale());
    m_glyphs.setFont(font(), devicePixelRatioF());
    updateAll();
}

void ChartOverlay::updateTail()
{
    layoutLegends();
    m_lastPrice = lastPrice();
    const QRegion now = tailRegion();
    update(wholePixels(*this, now | m_paintedTail));
    m_paintedTail = now;
}

void ChartOverlay::updateCrosshair()
{
    layoutLegends();
    m_crosshair = crosshair();
    const QRegion now = crosshairRegion();
    update(wholePixels(*this, now | m_paintedCrosshair));
    m_paintedCrosshair = now;
}

/// Rows of indicators stand below those of the bar.
void ChartOverlay::layoutLegends()
{
    m_legend.layout();
    m_studies.layout(m_legend.rect());
}

void ChartOverlay::updateLegends()
{
    const QRegion before = m_studies.legendRegion();
    layoutLegends();
    update(wholePixels(*this, before | m_studies.legendRegion()));
}

void ChartOverlay::updateAll()
{
    layoutLegends();
    m_lastPrice = lastPrice();
    m_crosshair = crosshair();
    m_paintedTail = tailRegion();
    m_paintedCrosshair = crosshairRegion();
    update();
}

// --- where things are
// -----------------------------------------------------------------------------------------

std::optional<ChartSeries::Key> ChartOverlay::lastPricedKey() const
{
    if (!m_scene.hasBars())
        return std::nullopt;
    for (ChartSeries::Key key = m_scene.series->lastKey(); key >= m_scene.series->firstKey();
         --key) {
        if (!m_scene.series->run(key).isEmpty())
            return key;
    }
    return std::nullopt;
}

ChartOverlay::LastPrice ChartOverlay::lastPrice() const
{
    const auto key = lastPricedKey();
    if (!key)
        return {};
    const OhlcRun &run = m_scene.series->run(*key);
    const double price = run.close;
    const int y = qRound(m_scene.view.yOf(price)) + m_scene.panes.price.top();
    if (!m_scene.panes.price.contains(m_scene.panes.price.left(), y))
        return {};
    Tag tag = priceTag(y);
    tag.text = m_scene.scale.text(price, m_scene.series->priceDecimals(), locale());
    tag.second = barRemainder(*m_scene.series, m_scene.marketTime, locale());
    if (!tag.second.isEmpty())
        tag.rect.setHeight(2 * fontMetrics().height() + 3);
    const QColor &color = price >= run.open ? m_scene.colors.up : m_scene.colors.down;
    return { tag, y, color, labelsUnder(tag) };
}

ChartOverlay::Crosshair ChartOverlay::crosshair() const
{
    const auto point = crosshairPoint();
    if (!point)
        return {};
    const bool across = !m_scene.crosshair->linked || m_scene.crosshair->y;
    return { point, across ? priceTag(point->y()) : Tag(), timeTag() };
}

/// The box on the price axis for a height in one of the panes.
ChartOverlay::Tag ChartOverlay::priceTag(int y) const
{
    const QRect &axis = m_scene.panes.priceAxis;
    const int height = fontMetrics().height() + 4;
    Tag tag;
    tag.rect = QRect(axis.left() + 1, y - height / 2, axis.width() - 1, height);
    if (!m_scene.series)
        return tag;
    const ChartPane pane = m_scene.panes.at(y);
    if (pane.id == ChartPane::volume) {
        const double share = double(pane.rect.bottom() + 1 - y) / pane.rect.height();
        tag.text = volumeText(std::round(share * m_scene.volumeHigh), locale());
    } else if (pane.id == ChartPane::flow) {
        tag.text = m_flow.valueText(y);
    } else if (pane.id == ChartPane::prices) {
        tag.text = m_scene.scale.text(m_scene.view.priceAt(y - m_scene.panes.price.top()),
                                      m_scene.series->priceDecimals(), locale());
    } else {
        tag.text = m_studies.valueText(pane.id, y);
    }
    return tag;
}

ChartOverlay::Tag ChartOverlay::timeTag() const
{
    Tag tag;
    if (!m_scene.crosshair || !m_scene.hasBars()
        || !m_scene.series->contains(m_scene.crosshair->key))
        return tag;
    tag.text
        = barTimeText(*m_scene.series, m_scene.series->start(m_scene.crosshair->key), locale());
    const QRect &axis = m_scene.panes.timeAxis;
    const int width = qCeil(m_glyphs.width(tag.text)) + 2 * tagPadding;
    const int middle = qFloor(m_scene.view.xOf(double(m_scene.crosshair->key)));
    const int x = std::clamp(middle - width / 2, 0, std::max(0, axis.width() - width));
    tag.rect
        = QRect(x, axis.top() + 1, width, std::min(fontMetrics().height() + 4, axis.height() - 1));
    return tag;
}

std::optional<QPoint> ChartOverlay::crosshairPoint() const
{
    if (!m_scene.crosshair || !m_scene.hasBars())
        return std::nullopt;
    const ChartCrosshair &crosshair = *m_scene.crosshair;
    const int x = qFloor(m_scene.view.xOf(double(crosshair.key)) + 1e-6);
    if (crosshair.y)
        return QPoint(x, *crosshair.y);
    if (!m_scene.series->contains(crosshair.key))
        return std::nullopt;
    const OhlcRun &run = m_scene.series->run(crosshair.key);
    const double price = run.isEmpty() ? m_scene.series->closeBefore(crosshair.key) : run.close;
    const double y = std::clamp(m_scene.view.yOf(price), 0.0, double(m_scene.view.height - 1));
    return QPoint(x, m_scene.panes.price.top() + qRound(y));
}

QString ChartOverlay::statusText() const
{
    if (!m_scene.series || m_scene.series->symbol().isEmpty())
        return tr("Type a symbol to see its chart");
    const ChartSeries &series = *m_scene.series;
    const QString percent = locale().toString(qRound(series.progress() * 100));
    switch (series.history()) {
    case ChartUpdate::History::Loading:
        if (series.isEmpty())
            return series.message().isEmpty() ? tr("Loading %1").arg(series.symbol())
                                              : series.message();
        //: In the corner of a chart while history is fetched; %1 is 0 to 100
        return tr("Loading earlier bars\u2026 %1\u202F%").arg(percent);
    case ChartUpdate::History::Failed:
        return series.message().isEmpty()
            ? tr("Earlier bars could not be loaded. Scroll left to try again.")
            : series.message();
    case ChartUpdate::History::Partial:
    case ChartUpdate::History::Complete:
        if (series.isEmpty() && series.message().isEmpty())
            return tr("%1 has no bars in this timeframe").arg(series.symbol());
        // A word about where history ends belongs to its end
        if (series.isEmpty() || m_scene.view.firstVisible() <= series.firstKey())
            return series.message();
        return {};
    }
    Q_UNREACHABLE();
}

ChartOverlay::Tag ChartOverlay::statusTag() const
{
    Tag tag;
    tag.text = m_scene.hasBars() ? statusText() : QString();
    if (tag.text.isEmpty())
        return tag;
    QRect pane = m_scene.panes.price;
    pane.setRight(pane.right() - m_scene.legendRoomRight);
    const QRect &legend = m_legend.rect();
    tag.text = fontMetrics().elidedText(tag.text, Qt::ElideRight,
                                        std::max(0, pane.width() - 2 * (edgeGap + tagPadding)));
    const QSize size(fontMetrics().horizontalAdvance(tag.text) + 2 * tagPadding,
                     fontMetrics().height() + 6);
    // Beside the legend, where no bars are; below it when there is no room
    const bool beside = legend.right() + size.width() + 4 * edgeGap < pane.width();
    tag.rect = beside ? QRect(QPoint(pane.right() - edgeGap - size.width(), legend.top() - 2), size)
                      : QRect(QPoint(pane.left() + edgeGap, legendHeight(pane.width()) + 4), size);
    return tag;
}

QRegion ChartOverlay::labelsUnder(const Tag &tag) const
{
    QRegion region;
    const QRect &axis = m_scene.panes.priceAxis;
    const int height = fontMetrics().height() + 2;
    for (const double price : m_scene.priceMarks) {
        const int y = m_scene.panes.price.top() + qRound(m_scene.view.yOf(price));
        const QRect label(axis.left() + 1, y - height / 2, axis.width() - 1, height);
        if (label.intersects(tag.rect))
            region += label;
    }
    return region;
}

QRegion ChartOverlay::tailRegion() const
{
    QRegion region(m_legend.rect());
    if (!m_lastPrice.tag.rect.isNull()) {
        const QRect &pane = m_scene.panes.price;
        region += m_lastPrice.tag.rect;
        region += m_lastPrice.labels;
        region += QRect(pane.left(), m_lastPrice.y, pane.width(), 1);
    }
    if (m_scene.hasBars()) {
        const ChartSeries::Key last = m_scene.series->lastKey();
        region += m_footprint.isShown()
            ? m_footprint.barRect(last) & m_scene.panes.price
            : m_prices.newestRect(devicePixelRatioF()) & m_scene.panes.price;
        region += m_comparisons.newestRegion(devicePixelRatioF()) & m_scene.panes.price;
        region += m_bars.volumeRect(last, devicePixelRatioF()) & m_scene.panes.volume;
        region += m_flow.barRect(last, devicePixelRatioF()) & m_scene.panes.flow;
    }
    region += m_flow.legendRect();
    region += m_studies.tailRegion();
    region += m_studies.legendRegion();
    region += statusTag().rect;
    return region;
}

QRegion ChartOverlay::crosshairRegion() const
{
    QRegion region(m_legend.rect());
    region += m_flow.legendRect();
    region += m_studies.legendRegion();
    const auto &point = m_crosshair.point;
    if (!point)
        return region;
    const QRect panes = m_scene.panes.all();
    region += QRect(point->x(), panes.top(), 1, panes.height());
    if (!m_crosshair.price.rect.isNull()) {
        region += QRect(panes.left(), point->y(), panes.width(), 1);
        region += m_crosshair.price.rect;
    }
    region += m_crosshair.time.rect;
    return region;
}

// --- painting
// ---------------------------------------------------------------------------------------------------

void ChartOverlay::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintTail(painter);
    if (event->region().intersects(m_paintedCrosshair))
        paintCrosshair(painter);
    // Many small pictures: one rectangle to clip to spares them the region of the event
    painter.setClipRect(m_legend.rect().adjusted(-2, 0, 2, 0));
    m_legend.paint(painter);
    painter.setClipping(false);
    m_flow.paintLegend(painter);
    m_studies.paintLegend(painter);
    if (m_scene.hasBars())
        paintStatus(painter);
    else
        paintEmpty(painter);
}

void ChartOverlay::paintForPicture(QPainter &painter)
{
    painter.setFont(font());
    paintTail(painter);
    m_legend.paint(painter);
    m_flow.paintLegend(painter);
    m_studies.paintLegend(painter);
}

void ChartOverlay::paintTail(QPainter &painter)
{
    if (!m_scene.hasBars())
        return;
    const ChartSeries::Key last = m_scene.series->lastKey();
    // One beyond the right edge: a line leads to it
    if (last >= m_scene.view.firstVisible() && last <= m_scene.view.lastVisible() + 1) {
        painter.setClipRect(m_scene.panes.volume);
        m_bars.paintVolume(painter, last, last);
        painter.setClipRect(m_scene.panes.flow);
        m_flow.paint(painter, last, last);
        painter.setClipRect(m_scene.panes.price);
        if (m_footprint.isShown())
            m_footprint.paint(painter, last, last);
        else
            m_prices.paintNewest(painter);
        m_comparisons.paintNewest(painter);
        painter.setClipping(false);
    }
    m_studies.paintTail(painter);
    paintLastPrice(painter);
}

void ChartOverlay::paintLastPrice(QPainter &painter)
{
    const LastPrice &last = m_lastPrice;
    if (last.tag.rect.isNull())
        return;
    for (const QRect &label : last.labels)
        painter.fillRect(label, m_scene.colors.background);
    const QRect &pane = m_scene.panes.price;
    drawDashes(painter, QRect(pane.left(), last.y, pane.width(), 1), 1, 3, last.color);
    paintTag(painter, last.tag, last.color, m_scene.colors.tagText);
}

void ChartOverlay::paintCrosshair(QPainter &painter)
{
    const auto &point = m_crosshair.point;
    if (!point)
        return;
    const QRect panes = m_scene.panes.all();
    const QColor &color = m_scene.colors.crosshair;
    if (point->x() >= panes.left() && point->x() <= panes.right())
        drawDashes(painter, QRect(point->x(), panes.top(), 1, panes.height()), 4, 4, color);
    if (!m_crosshair.price.rect.isNull()) {
        drawDashes(painter, QRect(panes.left(), point->y(), panes.width(), 1), 4, 4, color);
        paintTag(painter, m_crosshair.price, m_scene.colors.valueBox, m_scene.colors.valueText);
    }
    if (!m_crosshair.time.rect.isNull())
        paintTag(painter, m_crosshair.time, m_scene.colors.valueBox, m_scene.colors.valueText);
}

void ChartOverlay::paintStatus(QPainter &painter) const
{
    const Tag tag = statusTag();
    if (tag.rect.isNull())
        return;
    const bool failed = m_scene.series->history() == ChartUpdate::History::Failed;
    painter.fillRect(tag.rect, m_scene.colors.background);
    painter.setPen(failed ? m_scene.colors.gap : m_scene.colors.textDim);
    painter.drawText(tag.rect, Qt::AlignCenter, tag.text);
    if (m_scene.series->history() != ChartUpdate::History::Loading)
        return;
    const QRect track(tag.rect.left(), tag.rect.bottom() - 1, tag.rect.width(), 2);
    painter.fillRect(track, m_scene.colors.grid);
    painter.fillRect(
        track.adjusted(0, 0, qRound(track.width() * (m_scene.series->progress() - 1)), 0),
        m_scene.colors.accent);
}

void ChartOverlay::paintEmpty(QPainter &painter) const
{
    const QRect &pane = m_scene.panes.price;
    const bool failed = m_scene.series && m_scene.series->history() == ChartUpdate::History::Failed;
    const QRect text = pane.adjusted(24, 0, -24, 0);
    painter.setPen(failed ? m_scene.colors.gap : m_scene.colors.textDim);
    painter.drawText(text, Qt::AlignCenter | Qt::TextWordWrap, statusText());
    if (!m_scene.series || m_scene.series->symbol().isEmpty()
        || m_scene.series->history() != ChartUpdate::History::Loading)
        return;
    QRect track(0, 0, std::min(200, pane.width() / 2), 2);
    track.moveCenter(pane.center() + QPoint(0, fontMetrics().height() + 8));
    painter.fillRect(track, m_scene.colors.grid);
    track.setWidth(qRound(track.width() * m_scene.series->progress()));
    painter.fillRect(track, m_scene.colors.accent);
}

void ChartOverlay::paintTag(QPainter &painter, const Tag &tag, const QColor &box,
                            const QColor &text)
{
    m_glyphs.setFont(font(), painter.device()->devicePixelRatioF());
    painter.setClipRect(tag.rect); // glyphs are small pictures, as in paintEvent()
    painter.fillRect(tag.rect, box);
    const QRect inner = tag.rect.adjusted(tagPadding, 0, 0, 0);
    if (tag.second.isEmpty()) {
        m_glyphs.draw(painter, inner, Qt::AlignLeft, tag.text, text);
    } else {
        const int half = tag.rect.height() / 2;
        m_glyphs.draw(painter, inner.adjusted(0, 1, 0, -half), Qt::AlignLeft, tag.text, text);
        m_glyphs.draw(painter, inner.adjusted(0, half, 0, -1), Qt::AlignLeft, tag.second, text);
    }
    painter.setClipping(false);
}

} // namespace tapeline
