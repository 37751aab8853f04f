#include "trademarks.h"

#include "dashes.h"
#include "fillmarks.h"
#include "journaltext.h"
#include "pricechart.h"
#include "tradechartspan.h"
#include "tradetext.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <functional>

namespace tapeline {

namespace {

constexpr int dash = 4;
constexpr int gap = 3;
constexpr int shortest = 12; // pixels of a line
constexpr int markReach = 8; // pixels from a mark that ask for its text

} // namespace

TradeMarks::TradeMarks(PriceChart &chart)
    : QObject(&chart)
    , m_chart(chart)
    , m_layer(new QWidget(&chart))
{
    m_layer->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_layer->setFocusPolicy(Qt::NoFocus);
    m_layer->installEventFilter(this);
    chart.addGuest(*this);
    m_layer->show();
}

TradeMarks::~TradeMarks() = default;

void TradeMarks::setTrade(const TradeRecord &trade, const std::vector<TradeExecution> &executions)
{
    m_trade = trade;
    m_executions = executions;
    m_layer->update();
}

QWidget *TradeMarks::layer()
{
    return m_layer;
}

void TradeMarks::viewDrawn()
{
    m_layer->setGeometry(m_chart.rect());
    m_layer->update();
}

bool TradeMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_layer || event->type() != QEvent::Paint)
        return QObject::eventFilter(watched, event);
    QPainter painter(m_layer);
    paintForPicture(painter);
    return true;
}

// --- what there is ---------------------------------------------------------------------------

std::vector<TradeMarks::Level> TradeMarks::levels() const
{
    const ChartColors &colors = m_chart.scene().colors;
    const QLocale locale;
    const auto text = [&](double price) { return locale.toString(price, 'f', 2); };
    std::vector<Level> found;
    if (m_trade.entryPrice)
        found.push_back({ m_trade.entryPrice->toDouble(),
                          tr("Entry %1").arg(text(m_trade.entryPrice->toDouble())), colors.accent,
                          false });
    if (m_trade.stop)
        found.push_back({ m_trade.stop->toDouble(),
                          tr("Stop %1").arg(text(m_trade.stop->toDouble())), colors.gap });
    const ExcursionLevels reached = excursionLevels(m_trade);
    if (reached.worst)
        found.push_back({ *reached.worst, tr("Worst %1").arg(text(*reached.worst)), colors.down });
    if (reached.best)
        found.push_back({ *reached.best, tr("Best %1").arg(text(*reached.best)), colors.up });
    return found;
}

/// From the bar of the entry to that of the exit, over the height of the prices.
QRect TradeMarks::span() const
{
    const ChartScene &scene = m_chart.scene();
    const QRect pane = scene.panes.price;
    const auto x = [&](Timestamp at) { return int(scene.xOf(scene.series->keyHolding(at))); };
    const int left = x(m_trade.openedAt);
    const int right
        = m_trade.isOpen() ? int(scene.xOf(scene.series->lastKey())) : x(m_trade.closedAt);
    return { left, pane.top(), std::max(1, right - left), pane.height() };
}

QPoint TradeMarks::placeOf(const TradeExecution &execution) const
{
    const ChartScene &scene = m_chart.scene();
    return { int(scene.xOf(scene.series->keyHolding(execution.at))),
             int(scene.priceY(execution.price.toDouble())) };
}

QString TradeMarks::toolTipAt(QPoint position) const
{
    if (!m_chart.scene().hasBars())
        return {};
    for (const TradeExecution &execution : m_executions) {
        const QPoint away = placeOf(execution) - position;
        if (execution.symbol == m_chart.scene().series->symbol()
            && away.manhattanLength() <= markReach)
            //: "Buy 100 at 262.10"
            return tr("%1 %2 at %3")
                .arg(tradetext::side(execution.side), tradetext::qty(execution.qty),
                     tradetext::price(execution.price));
    }
    return {};
}

// --- painting --------------------------------------------------------------------------------

void TradeMarks::paintForPicture(QPainter &painter)
{
    m_labels.clear();
    const ChartScene &scene = m_chart.scene();
    if (!scene.hasBars() || m_trade.key == TradeKey())
        return;
    painter.save();
    painter.setClipRect(scene.panes.price);
    painter.setFont(m_chart.font());
    paintSpan(painter);
    const std::vector<Level> all = levels();
    for (const Level &level : all)
        paintLevel(painter, level);
    paintLabels(painter, all);
    paintFills(painter);
    painter.restore();
}

void TradeMarks::paintSpan(QPainter &painter) const
{
    const QRect held = span();
    QColor shade = m_chart.scene().colors.accent;
    shade.setAlpha(22);
    painter.fillRect(held, shade);
    const QColor edge = m_chart.scene().colors.accent;
    drawDashes(painter, QRect(held.left(), held.top(), 1, held.height()), dash, gap, edge);
    if (!m_trade.isOpen())
        drawDashes(painter, QRect(held.right(), held.top(), 1, held.height()), dash, gap, edge);
}

/// Over the time the trade was held.
void TradeMarks::paintLevel(QPainter &painter, const Level &level) const
{
    const ChartScene &scene = m_chart.scene();
    const QRect held = span();
    const int y = int(scene.priceY(level.price));
    if (y < held.top() || y > held.bottom())
        return;
    const int wide = std::max(held.width(), shortest);
    if (level.isDashed)
        drawDashes(painter, QRect(held.left(), y, wide, 1), dash, gap, level.color);
    else
        painter.fillRect(QRect(held.left(), y, wide, 1), level.color);
}

/// Behind the lines, none over another; those of lines above or below the pane at its edge.
void TradeMarks::paintLabels(QPainter &painter, std::vector<Level> levels)
{
    const ChartScene &scene = m_chart.scene();
    const QRect pane = scene.panes.price;
    const QFontMetrics metrics(painter.font());
    const int high = metrics.height() + 2;
    const int left = span().left() + std::max(span().width(), shortest) + 4;
    std::ranges::sort(levels, std::greater(), &Level::price);
    int free = pane.top() + m_chart.legendHeight();
    int rest = int(levels.size());
    for (const Level &level : levels) {
        QRect box(left, 0, metrics.horizontalAdvance(level.label) + 8, high);
        const int lowest = pane.bottom() - rest-- * high;
        box.moveTop(std::min(std::max(int(scene.priceY(level.price)) - high / 2, free), lowest));
        box.moveLeft(std::min(left, pane.right() - box.width()));
        free = box.bottom() + 1;
        painter.fillRect(box, scene.colors.background);
        painter.setPen(level.color);
        painter.drawText(box, Qt::AlignCenter, level.label);
        m_labels.append(level.label);
    }
}

void TradeMarks::paintFills(QPainter &painter) const
{
    const ChartScene &scene = m_chart.scene();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const TradeExecution &execution : m_executions) {
        if (execution.symbol != scene.series->symbol())
            continue;
        const bool isBuy = execution.side == Side::Buy;
        const QPointF tip = placeOf(execution);
        const double down = isBuy ? FillMark::height : -FillMark::height;
        QPainterPath path(tip);
        path.lineTo(tip + QPointF(-FillMark::width / 2.0, down));
        path.lineTo(tip + QPointF(FillMark::width / 2.0, down));
        path.closeSubpath();
        painter.setPen(QPen(scene.colors.background, 1));
        painter.setBrush(isBuy ? scene.colors.up : scene.colors.down);
        painter.drawPath(path);
    }
}

} // namespace tapeline
