#include "heatmapview.h"

#include "bookscale.h"
#include "booktext.h"
#include "colormix.h"
#include "easternclock.h"
#include "quotepressure.h"
#include "roundmeasure.h"
#include "theme.h"
#include "valuemarks.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int frameMs = 33;
constexpr int wheelRows = 3; // a notch
constexpr int widestColumn = 16; // pixels
constexpr int bubbleStep = 6; // pixels of time within which trades are one bubble
constexpr int ringColumns = 4'096;
constexpr std::array axisSteps { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1'800, 3'600 };

/// Of a column's best prices; nothing without both sides.
std::optional<double> micropriceOf(const BookColumn &column, PriceGrid grid)
{
    Quote quote;
    quote.bid = column.bid;
    quote.ask = column.ask;
    const auto rowOf = [&](Price price) {
        const auto at
            = std::ranges::lower_bound(column.rows, grid.rowOf(price), {}, &RestingRow::row);
        return at != column.rows.end() && at->row == grid.rowOf(price) ? &*at : nullptr;
    };
    if (const RestingRow *row = rowOf(column.bid))
        quote.bidSize = row->bid;
    if (const RestingRow *row = rowOf(column.ask))
        quote.askSize = row->ask;
    return microprice(quote);
}

} // namespace

HeatMapView::HeatMapView(BookModel &model, BookScale &scale, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_scale(scale)
    , m_theme(theme)
{
    setObjectName(u"heatMapView"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Heat map of resting sizes"));
    m_repaint.setSingleShot(true);
    m_repaint.setInterval(frameMs);
    connect(&m_repaint, &QTimer::timeout, this, &HeatMapView::refresh);
    connect(&model, &BookModel::changed, this, &HeatMapView::schedule);
    connect(&scale, &BookScale::changed, this, &HeatMapView::schedule);
    connect(&theme, &Theme::changed, this, &HeatMapView::restyle);
    restyle();
}

void HeatMapView::schedule()
{
    if (!m_repaint.isActive() && isVisible())
        m_repaint.start();
}

void HeatMapView::restyle()
{
    const QColor none = m_theme.color(ColorRole::Panel);
    const QColor unknown = mixed(none, m_theme.color(ColorRole::Window), 0.6);
    const QColor accent = m_theme.color(ColorRole::Accent);
    if (m_theme.isDark())
        m_image.setColors(unknown, none, mixed(none, accent, 0.6),
                          m_theme.color(ColorRole::Warning));
    else
        m_image.setColors(unknown, none, mixed(none, accent, 0.45), mixed(accent, Qt::black, 0.55));
    m_painter.setColors({ m_theme.color(ColorRole::Down), m_theme.color(ColorRole::MutedText),
                          m_theme.color(ColorRole::Up) },
                        m_theme.color(ColorRole::Panel));
    m_painter.setLargestRadius(m_theme.scaled(13));
    setFont(m_theme.font(FontRole::Small));
    refresh();
}

void HeatMapView::setOptions(const BookOptions &options)
{
    if (options.column != m_options.column)
        m_last.reset();
    m_options = options;
    refresh();
}

void HeatMapView::setHeaderHeight(int height)
{
    m_headerHeight = height;
    refresh();
}

void HeatMapView::setColumnWidth(int pixels)
{
    m_columnWidth = std::clamp(pixels, 1, widestColumn);
    refresh();
}

void HeatMapView::chooseColumnWidth(int pixels)
{
    setColumnWidth(pixels);
    emit columnWidthChosen();
}

void HeatMapView::followTime()
{
    m_last.reset();
    refresh();
}

// --- geometry -----------------------------------------------------------------------------------

QRect HeatMapView::axisRect() const
{
    const int height = fontMetrics().height() + m_theme.scaled(4);
    return { 0, this->height() - height, width(), height };
}

QRect HeatMapView::imbalanceRect() const
{
    const QRect axis = axisRect();
    const int height = m_options.imbalance ? std::min(m_theme.scaled(44), this->height() / 5) : 0;
    return { 0, axis.top() - height, width(), height };
}

QRect HeatMapView::mapRect() const
{
    return { 0, m_headerHeight, width(), std::max(0, imbalanceRect().top() - m_headerHeight) };
}

int HeatMapView::columnCount() const
{
    return std::clamp((width() + m_columnWidth - 1) / m_columnWidth, 1, ringColumns);
}

qint64 HeatMapView::newestColumn() const
{
    return m_model.columnOf(m_model.time());
}

qint64 HeatMapView::lastColumn() const
{
    return m_last.value_or(newestColumn());
}

qint64 HeatMapView::firstColumn() const
{
    return lastColumn() - columnCount() + 1;
}

/// The last column ends at the right edge.
int HeatMapView::xOf(qint64 column) const
{
    return width() - int(lastColumn() - column + 1) * m_columnWidth;
}

qint64 HeatMapView::columnAt(int x) const
{
    const int back = width() - 1 - x;
    return lastColumn() - (back >= 0 ? back / m_columnWidth : -1);
}

/// The middle of a price step.
double HeatMapView::yOf(double price) const
{
    const double step = m_model.grid().height().toDouble();
    const double rows = (price + step / m_model.group() / 2) / step;
    return m_headerHeight + (double(m_scale.topRow()) + 1 - rows) * m_scale.rowHeight();
}

std::pair<std::size_t, std::size_t> HeatMapView::columnsInView() const
{
    const auto &columns = m_model.columns();
    const auto indexOf
        = [this](const BookColumn &column) { return m_model.columnOf(column.start); };
    const auto first = std::ranges::upper_bound(columns, firstColumn(), {}, indexOf);
    const auto last = std::ranges::upper_bound(columns, lastColumn(), {}, indexOf);
    const auto from = std::size_t(first - columns.begin());
    return { from > 0 ? from - 1 : 0, std::size_t(last - columns.begin()) };
}

double HeatMapView::sizeAt(qint64 row, qint64 column) const
{
    const BookColumn *state = m_model.stateAt(column);
    double size = 0;
    if (state)
        for (const RestingRow &own : state->rows)
            if (m_model.grouped(own.row) == row)
                size += own.bid.toDouble() + own.ask.toDouble();
    return size;
}

// --- what is shown ------------------------------------------------------------------------------

/// Larger than 95 of 100 sizes in a sample of the columns in view: a few walls do not darken all
/// the others.
double HeatMapView::largestInView() const
{
    std::vector<double> sizes;
    const auto [from, to] = columnsInView();
    const std::size_t step = std::max<std::size_t>(1, (to - from) / 32);
    for (std::size_t at = from; at < to; at += step) {
        std::optional<qint64> last;
        for (const RestingRow &fine : m_model.columns()[at].rows) {
            const qint64 row = m_model.grouped(fine.row);
            if (!m_scale.contains(row))
                continue;
            if (std::exchange(last, row) != row)
                sizes.push_back(0);
            sizes.back() += fine.bid.toDouble() + fine.ask.toDouble();
        }
    }
    if (sizes.empty())
        return 1;
    const auto rank = sizes.begin() + std::ptrdiff_t(sizes.size() * 95 / 100);
    std::ranges::nth_element(sizes, rank);
    return *rank;
}

void HeatMapView::refresh()
{
    m_repaint.stop();
    if (!isVisible())
        return;
    m_image.setFullSize(roundMeasure(largestInView()));
    m_image.setWindow(
        { m_scale.topRow(), m_scale.rowCount(), std::min(ringColumns, 2 * columnCount()) });
    m_image.advance(m_model, lastColumn());
    gatherBubbles();
    update();
}

/// From the newest trade back to the left edge. Trades of one side in one row within a few pixels
/// are one bubble.
void HeatMapView::gatherBubbles()
{
    m_bubbles.clear();
    if (!m_options.bubbles || m_model.columnLength() <= Duration::zero())
        return;
    const qint64 columns = std::max(1, bubbleStep / m_columnWidth);
    const qint64 first = firstColumn() - columns;
    qint64 bucket = std::numeric_limits<qint64>::max();
    std::size_t bucketBegin = 0;
    const RingBuffer<BookPrint> &prints = m_model.prints();
    double largest = 0;
    for (std::size_t at = prints.size(); at-- > 0;) {
        const BookPrint &print = prints[at];
        const qint64 column = m_model.columnOf(print.time);
        if (column < first)
            continue; // one that came late: older places may hold newer ones
        const qint64 row = m_model.rowOf(print.price);
        if (column > lastColumn() || !m_scale.contains(row))
            continue;
        if (column / columns != bucket) {
            bucket = column / columns;
            bucketBegin = m_bubbles.size();
        }
        const double x = xOf(bucket * columns) + columns * m_columnWidth / 2.0;
        const double y = m_headerHeight + m_scale.yOf(row) + m_scale.rowHeight() / 2.0;
        const auto same = std::find_if(
            m_bubbles.begin() + std::ptrdiff_t(bucketBegin), m_bubbles.end(),
            [&](const Bubble &bubble) { return bubble.y == y && bubble.side == print.side; });
        Bubble &bubble = same != m_bubbles.end()
            ? *same
            : m_bubbles.emplace_back(Bubble { x, y, 0, print.side });
        bubble.size += print.size.toDouble();
        largest = std::max(largest, bubble.size);
    }
    m_painter.setFullSize(roundMeasure(largest));
}

QString HeatMapView::readout(const QPoint &position) const
{
    if (!mapRect().contains(position) || m_model.columns().empty())
        return {};
    const qint64 column = columnAt(position.x());
    const qint64 row = m_scale.rowAt(position.y() - m_headerHeight);
    const PriceGrid grid = m_model.grid();
    const Timestamp time { Duration(column * m_model.columnLength().count()) };
    QStringList parts { easternClock(time),
                        priceText(grid.bottom(row).toDouble(), priceDecimals(grid), m_locale) };
    if (const double size = sizeAt(row, column); size > 0)
        //: Under the mouse: %1 shares rested there
        parts << tr("%1 at rest").arg(shortSize(size, m_locale));
    double traded = 0;
    for (const Bubble &bubble : m_bubbles)
        if (std::hypot(bubble.x - position.x(), bubble.y - position.y())
            <= m_painter.radiusOf(bubble.size))
            traded += bubble.size;
    if (traded > 0)
        //: Under the mouse: %1 shares were traded there
        parts << tr("%1 traded").arg(shortSize(traded, m_locale));
    return parts.join(u" · "_s);
}

// --- painting -----------------------------------------------------------------------------------

void HeatMapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    if (m_model.columns().empty())
        paintEmpty(painter);
    const QRect map = mapRect();
    painter.setClipRect(map);
    const int left = xOf(firstColumn());
    const QRect rows(left, m_headerHeight, width() - left,
                     m_scale.rowCount() * m_scale.rowHeight());
    m_image.advance(m_model, lastColumn()); // time may have gone on since the refresh
    m_image.draw(painter, rows, firstColumn(), lastColumn());
    paintGaps(painter);
    paintLines(painter);
    if (m_options.microprice)
        paintMicroprice(painter);
    paintBubbles(painter);
    paintCrosshair(painter);
    painter.setClipping(false);
    paintImbalance(painter);
    paintAxis(painter);
    paintHeader(painter);
}

/// The best prices as steps.
void HeatMapView::paintLines(QPainter &painter) const
{
    const auto [from, to] = columnsInView();
    const auto draw = [&](Price BookColumn::*price, ColorRole role) {
        painter.setPen(QPen(m_theme.color(role), 1));
        for (std::size_t at = from; at < to; ++at) {
            const BookColumn &column = m_model.columns()[at];
            if ((column.*price).isZero())
                continue;
            const bool isLast = at + 1 == m_model.columns().size();
            const BookColumn *next = isLast ? nullptr : &m_model.columns()[at + 1];
            const int right = xOf(std::min(m_model.heldUntil(at), lastColumn() + 1));
            const int y = int(yOf((column.*price).toDouble()));
            painter.drawLine(xOf(m_model.columnOf(column.start)), y, right, y);
            if (next && !next->afterGap && !(next->*price).isZero())
                painter.drawLine(right, y, right, int(yOf((next->*price).toDouble())));
        }
    };
    draw(&BookColumn::bid, ColorRole::Up);
    draw(&BookColumn::ask, ColorRole::Down);
}

void HeatMapView::paintMicroprice(QPainter &painter) const
{
    const auto [from, to] = columnsInView();
    QPolygonF line;
    for (std::size_t at = from; at < to; ++at) {
        const BookColumn &column = m_model.columns()[at];
        if (const auto price = micropriceOf(column, m_model.fineGrid()))
            line << QPointF(xOf(m_model.columnOf(column.start)), yOf(*price));
    }
    painter.setPen(QPen(m_theme.color(ColorRole::Text), 1, Qt::DotLine));
    painter.drawPolyline(line);
}

void HeatMapView::paintGaps(QPainter &painter) const
{
    QPen pen(m_theme.color(ColorRole::Warning), 1, Qt::CustomDashLine);
    pen.setDashPattern({ 4, 3 });
    painter.setPen(pen);
    const auto [from, to] = columnsInView();
    for (std::size_t at = from; at < to; ++at) {
        const BookColumn &column = m_model.columns()[at];
        if (!column.afterGap)
            continue;
        const int x = xOf(m_model.columnOf(column.start));
        painter.drawLine(x, m_headerHeight, x, mapRect().bottom());
    }
}

void HeatMapView::paintBubbles(QPainter &painter)
{
    m_painter.draw(painter, m_bubbles, devicePixelRatioF());
}

/// What came to the bid and left the ask, upwards; the opposite downwards.
void HeatMapView::paintImbalance(QPainter &painter) const
{
    const QRect strip = imbalanceRect();
    if (strip.isEmpty())
        return;
    painter.fillRect(strip, m_theme.color(ColorRole::Panel));
    painter.fillRect(QRect(strip.x(), strip.y(), strip.width(), 1), m_theme.color(ColorRole::Rule));
    const auto [from, to] = columnsInView();
    double largest = 0;
    for (std::size_t at = from; at < to; ++at)
        largest = std::max(largest, std::abs(m_model.columns()[at].imbalance.toDouble()));
    const double full = roundMeasure(largest);
    const int middle = strip.center().y();
    const int half = strip.height() / 2 - 2;
    for (std::size_t at = from; at < to; ++at) {
        const BookColumn &column = m_model.columns()[at];
        const int height = qRound(column.imbalance.toDouble() / full * half);
        const QRect bar(xOf(m_model.columnOf(column.start)), middle - std::max(height, 0),
                        std::max(1, m_columnWidth - 1), std::abs(height));
        painter.fillRect(bar, m_theme.color(height > 0 ? ColorRole::Up : ColorRole::Down));
    }
    painter.fillRect(QRect(strip.x(), middle, strip.width(), 1), m_theme.color(ColorRole::Rule));
    if (from == to)
        return;
    //: Order-flow imbalance of the best quotes; %1 is the height of the strip
    const QString scale = tr("OFI ±%1").arg(volumeMarkText(full, m_locale));
    const int edge = m_theme.scaled(3);
    const QRect label(strip.x(), strip.y() + 1,
                      fontMetrics().horizontalAdvance(scale) + 3 * edge + edge,
                      fontMetrics().height());
    painter.fillRect(label, m_theme.color(ColorRole::Panel));
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(label.adjusted(2 * edge, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, scale);
}

void HeatMapView::paintAxis(QPainter &painter) const
{
    const QRect axis = axisRect();
    painter.fillRect(axis, m_theme.color(ColorRole::Panel));
    painter.fillRect(QRect(axis.x(), axis.y(), axis.width(), 1), m_theme.color(ColorRole::Rule));
    if (m_model.columns().empty())
        return;
    const double columnSeconds = std::chrono::duration<double>(m_model.columnLength()).count();
    const int room = fontMetrics().horizontalAdvance(u"00:00:00"_s) + m_theme.scaled(28);
    const auto step = std::ranges::find_if(
        axisSteps, [&](int seconds) { return seconds / columnSeconds * m_columnWidth >= room; });
    if (step == axisSteps.end())
        return;
    const qint64 columns = std::max<qint64>(1, std::llround(*step / columnSeconds));
    painter.setPen(m_theme.color(ColorRole::MutedText));
    for (qint64 at = (lastColumn() / columns) * columns; at >= firstColumn(); at -= columns) {
        const QRect cell(xOf(at) - room / 2, axis.y(), room, axis.height());
        if (cell.left() < 0 || cell.right() > width())
            continue;
        const Timestamp time { Duration(at * m_model.columnLength().count()) };
        painter.drawText(cell, Qt::AlignCenter, easternClock(time));
    }
}

void HeatMapView::paintHeader(QPainter &painter) const
{
    const QRect line(0, 0, width(), m_headerHeight);
    painter.fillRect(line, m_theme.color(ColorRole::Raised));
    painter.fillRect(QRect(0, m_headerHeight - 1, width(), 1), m_theme.color(ColorRole::Rule));
    const QRect inner = line.adjusted(m_theme.scaled(6), 0, -m_theme.scaled(6), 0);
    const QString text = m_mouse ? readout(*m_mouse) : QString();
    if (text.isEmpty())
        return paintLegend(painter, inner);
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
}

/// From nothing to the brightest, as long as there is anything to measure.
void HeatMapView::paintLegend(QPainter &painter, const QRect &line) const
{
    if (m_model.columns().empty())
        return;
    painter.setPen(m_theme.color(ColorRole::MutedText));
    //: Before the colours of the heat map
    const QString name = tr("At rest: 0");
    const QString full = shortSize(m_image.fullSize(), m_locale) + u'+';
    const int nameWidth = fontMetrics().horizontalAdvance(name);
    const int gap = m_theme.scaled(6);
    const int room = line.width() - nameWidth - 2 * gap - fontMetrics().horizontalAdvance(full);
    const int ramp = std::min(room, m_theme.scaled(64));
    if (ramp < m_theme.scaled(12))
        return;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    const QRect bar(line.x() + nameWidth + gap, line.center().y() - m_theme.scaled(3), ramp,
                    m_theme.scaled(7));
    for (int x = 0; x < ramp; ++x)
        painter.fillRect(QRect(bar.x() + x, bar.y(), 1, bar.height()),
                         m_image.shade(double(x) / ramp));
    painter.drawText(line.adjusted(nameWidth + ramp + 2 * gap, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, full);
}

void HeatMapView::paintCrosshair(QPainter &painter) const
{
    if (!m_mouse || !mapRect().contains(*m_mouse))
        return;
    painter.setPen(QPen(m_theme.color(ColorRole::Crosshair), 1, Qt::DashLine));
    painter.drawLine(m_mouse->x(), m_headerHeight, m_mouse->x(), mapRect().bottom());
    painter.drawLine(0, m_mouse->y(), width(), m_mouse->y());
}

void HeatMapView::paintEmpty(QPainter &painter) const
{
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(mapRect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Sizes at rest are drawn from now on: there is no record of books from "
                        "before."));
}

// --- input --------------------------------------------------------------------------------------

void HeatMapView::resizeEvent(QResizeEvent *)
{
    refresh();
}

void HeatMapView::wheelEvent(QWheelEvent *event)
{
    const bool zooms = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    const int steps
        = m_wheel.take(*event, zooms ? WheelSteps::notch : WheelSteps::notch / wheelRows);
    event->accept();
    if (steps == 0)
        return;
    if (event->modifiers() & Qt::ControlModifier)
        emit groupRequested(steps > 0 ? -1 : 1);
    else if (event->modifiers() & Qt::ShiftModifier)
        chooseColumnWidth(m_columnWidth + steps);
    else
        emit scrolled(steps);
}

void HeatMapView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return panTime(-columnCount() / 10);
    case Qt::Key_Right:
        return panTime(columnCount() / 10);
    case Qt::Key_Up:
        return emit scrolled(1);
    case Qt::Key_Down:
        return emit scrolled(-1);
    case Qt::Key_Space:
    case Qt::Key_Home:
        followTime();
        return emit centreRequested();
    case Qt::Key_Plus:
        return chooseColumnWidth(m_columnWidth + 1);
    case Qt::Key_Minus:
        return chooseColumnWidth(m_columnWidth - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

/// Not beyond what is known on either side.
void HeatMapView::panTime(int columns)
{
    if (m_model.columns().empty())
        return;
    const qint64 oldest = m_model.columnOf(m_model.columns().front().start);
    const qint64 last = std::max(lastColumn() + columns, oldest);
    if (last >= newestColumn())
        m_last.reset();
    else
        m_last = last;
    refresh();
}

void HeatMapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        m_dragged = event->position().toPoint();
}

void HeatMapView::mouseMoveEvent(QMouseEvent *event)
{
    m_mouse = event->position().toPoint();
    if (m_dragged) {
        const QPoint by = *m_mouse - *m_dragged;
        const int columns = by.x() / m_columnWidth;
        const int rows = by.y() / m_scale.rowHeight();
        *m_dragged += QPoint(columns * m_columnWidth, rows * m_scale.rowHeight());
        if (columns != 0)
            panTime(-columns);
        if (rows != 0)
            emit scrolled(rows);
    }
    update();
}

void HeatMapView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragged.reset();
}

void HeatMapView::mouseDoubleClickEvent(QMouseEvent *)
{
    followTime();
    emit centreRequested();
}

void HeatMapView::leaveEvent(QEvent *)
{
    m_mouse.reset();
    update();
}

void HeatMapView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_locale = QLocale();
        setAccessibleName(tr("Heat map of resting sizes"));
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace tapeline
