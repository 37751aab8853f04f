#include "tapeview.h"

#include "conditiontext.h"
#include "easterntime.h"
#include "exchanges.h"
#include "tapemodel.h"
#include "theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int frameMs = 16;
constexpr int cellGap = 10;
constexpr int edge = 8;

QTime clockTime(Timestamp time)
{
    const auto inDay = easterntime::timeOfDay(time);
    return QTime::fromMSecsSinceStartOfDay(
        static_cast<int>(std::chrono::floor<std::chrono::milliseconds>(inDay).count()));
}

QString sizeText(Qty size, const QLocale &locale)
{
    const bool whole = size.units() % Qty::unitsPerOne == 0;
    return whole ? locale.toString(size.units() / Qty::unitsPerOne) : size.toString();
}

bool isBuy(PrintSide side)
{
    return side == PrintSide::AtAsk || side == PrintSide::AboveAsk;
}

bool isSell(PrintSide side)
{
    return side == PrintSide::AtBid || side == PrintSide::BelowBid;
}

/// A triangle in the middle of rect: up for buys, down for sells; nothing between.
void paintSideMark(QPainter &painter, const QRect &rect, PrintSide side, const QColor &color)
{
    if (!isBuy(side) && !isSell(side))
        return;
    const QPoint middle = rect.center();
    const int up = isBuy(side) ? -1 : 1;
    const QPolygon triangle { QPoint(middle.x() - 3, middle.y() - up * 2),
                              QPoint(middle.x() + 3, middle.y() - up * 2),
                              QPoint(middle.x(), middle.y() + up * 2) };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(triangle);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

TapeView::TapeView(TapeModel &model, const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_theme(theme)
    , m_backToLive(new QPushButton(this))
{
    setObjectName(u"tapeView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_backToLive->setObjectName(u"backToLive"_s);
    m_backToLive->setFocusPolicy(Qt::NoFocus);
    m_backToLive->setCursor(Qt::PointingHandCursor);
    m_backToLive->hide();
    connect(m_backToLive, &QPushButton::clicked, this, [this] { setPaused(false); });

    m_repaint.setSingleShot(true);
    m_repaint.setInterval(frameMs);
    connect(&m_repaint, &QTimer::timeout, this, &TapeView::refresh);
    connect(&model, &TapeModel::changed, this, [this] {
        if (!m_repaint.isActive())
            m_repaint.start();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > 0)
            m_model.setPaused(true);
        viewport()->update();
    });
    connect(&theme, &Theme::changed, this, &TapeView::restyle);
    restyle();
}

void TapeView::setLargePrintValue(double dollars)
{
    m_largeValue = dollars;
    viewport()->update();
}

// --- what is shown
// -------------------------------------------------------------------------------------------------

void TapeView::restyle()
{
    setFont(m_theme.font());
    setAccessibleName(tr("Time and sales"));
    layOut();
    refresh();
}

/// Widths from the widest text each column usually holds; the conditions take what is left.
void TapeView::layOut()
{
    const QFontMetrics metrics(m_theme.font(FontRole::Strong));
    m_rowHeight = metrics.height() + m_theme.scaled(3);
    m_headerHeight = metrics.height() + m_theme.scaled(8);
    const std::array<QString, ColumnCount - 1> samples { u"00:00:00"_s, u"0000.0000"_s,
                                                         u"000,000"_s, u"NASDAQ"_s };
    int x = m_theme.scaled(edge);
    for (int column = 0; column < ColumnCount; ++column) {
        const auto at = static_cast<std::size_t>(column);
        const int width = column == Conditions
            ? viewport()->width() - x - m_theme.scaled(edge)
            : std::max(metrics.horizontalAdvance(samples[at]),
                       metrics.horizontalAdvance(headerText(Column(column))));
        m_columns[at] = QRect(x, 0, width, 0);
        x += width + m_theme.scaled(cellGap);
    }
    const int visible = visibleRows();
    verticalScrollBar()->setPageStep(visible);
    m_backToLive->adjustSize();
}

int TapeView::visibleRows() const
{
    return std::max(1, (viewport()->height() - m_headerHeight) / m_rowHeight);
}

void TapeView::refresh()
{
    const int rows = m_model.rowCount();
    if (!m_model.isPaused())
        verticalScrollBar()->setValue(0);
    verticalScrollBar()->setRange(0, std::max(0, rows - visibleRows()));
    m_current = std::min(m_current, rows - 1);
    m_backToLive->setVisible(m_model.isPaused());
    if (m_model.isPaused()) {
        m_backToLive->setText(tr("%n new print(s) · back to live", nullptr, m_model.held()));
        m_backToLive->adjustSize();
        m_backToLive->move((viewport()->width() - m_backToLive->width()) / 2,
                           m_headerHeight + m_theme.scaled(6));
    }
    viewport()->update();
}

QString TapeView::headerText(Column column) const
{
    switch (column) {
    case Time:
        return tr("Time");
    case Price:
        return tr("Price");
    case Size:
        return tr("Size");
    case Venue:
        return tr("Venue");
    case Conditions:
    case ColumnCount:
        break;
    }
    //: Column of the tape: trade conditions
    return tr("Cond");
}

QString TapeView::text(const TapePrint &print, Column column) const
{
    switch (column) {
    case Time:
        return locale().toString(clockTime(print.trade.time), u"HH:mm:ss"_s);
    case Price: {
        const bool subPenny = print.trade.price.units() % (tapeline::Price::unitsPerOne / 100) != 0;
        return locale().toString(print.trade.price.toDouble(), 'f', subPenny ? 4 : 2);
    }
    case Size:
        return sizeText(print.trade.size, locale());
    case Venue: {
        const Exchange *venue = findExchange(AssetClass::Stocks, print.trade.exchange);
        return venue
            ? QString::fromLatin1(venue->shortName.data(), qsizetype(venue->shortName.size()))
            : QString::number(print.trade.exchange);
    }
    case Conditions:
        return shortConditions(print.trade.conditions);
    case ColumnCount:
        break;
    }
    return {};
}

QColor TapeView::colorOf(const TapePrint &print) const
{
    if (isRestatement(print.trade.conditions))
        return m_theme.color(ColorRole::MutedText);
    if (isBuy(print.side))
        return m_theme.color(ColorRole::Up);
    if (isSell(print.side))
        return m_theme.color(ColorRole::Down);
    return m_theme.color(ColorRole::Text);
}

bool TapeView::isLarge(const TapePrint &print) const
{
    return !isRestatement(print.trade.conditions)
        && print.trade.price.toDouble() * print.trade.size.toDouble() >= m_largeValue;
}

// --- painting
// ------------------------------------------------------------------------------------------------------

void TapeView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(ColorRole::Panel));
    const int first = verticalScrollBar()->value();
    int top = m_headerHeight;
    for (int row = first; row < m_model.rowCount() && top < viewport()->height(); ++row) {
        paintRow(painter, row, top);
        top += m_rowHeight;
    }
    paintHeader(painter);
    if (m_model.rowCount() == 0) {
        painter.setPen(m_theme.color(ColorRole::MutedText));
        painter.drawText(viewport()->rect().adjusted(0, m_headerHeight, 0, 0), Qt::AlignCenter,
                         tr("Waiting for the first print"));
    }
}

void TapeView::paintHeader(QPainter &painter)
{
    const QRect band(0, 0, viewport()->width(), m_headerHeight);
    painter.fillRect(band, m_theme.color(ColorRole::Panel));
    painter.fillRect(0, m_headerHeight - 1, band.width(), 1, m_theme.color(ColorRole::Rule));
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(ColorRole::MutedText));
    for (int column = 0; column < ColumnCount; ++column) {
        QRect cell = m_columns[static_cast<std::size_t>(column)];
        cell.setHeight(m_headerHeight);
        const bool number = column == Price || column == Size;
        painter.drawText(cell, int(number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                         headerText(Column(column)));
    }
}

void TapeView::paintRow(QPainter &painter, int row, int top)
{
    const TapePrint &print = m_model.print(row);
    const QRect line(0, top, viewport()->width(), m_rowHeight);
    const bool large = isLarge(print);
    if (large && (isBuy(print.side) || isSell(print.side)))
        painter.fillRect(
            line, m_theme.color(isBuy(print.side) ? ColorRole::UpTint : ColorRole::DownTint));
    if (row == m_current)
        painter.fillRect(line, m_theme.color(ColorRole::Selection));
    painter.setFont(m_theme.font(large ? FontRole::Strong : FontRole::Text));

    const QColor side = colorOf(print);
    const QColor muted = m_theme.color(ColorRole::MutedText);
    const bool quiet = !print.update.last || !print.update.highLow;
    for (int column = 0; column < ColumnCount; ++column) {
        QRect cell = m_columns[static_cast<std::size_t>(column)];
        cell.moveTop(top);
        cell.setHeight(m_rowHeight);
        const bool number = column == Price || column == Size;
        painter.setPen(!number                                                  ? muted
                           : quiet && !isBuy(print.side) && !isSell(print.side) ? muted
                                                                                : side);
        const QString own = text(print, Column(column));
        painter.drawText(cell, int(number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                         column == Conditions
                             ? painter.fontMetrics().elidedText(own, Qt::ElideRight, cell.width())
                             : own);
    }
    if (!isRestatement(print.trade.conditions)) {
        const QRect price = m_columns[Price];
        paintSideMark(painter,
                      QRect(price.left() - m_theme.scaled(cellGap), top,
                            m_theme.scaled(cellGap) - 2, m_rowHeight),
                      print.side, side);
    }
}

void TapeView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    refresh();
}

void TapeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        restyle();
    QAbstractScrollArea::changeEvent(event);
}

// --- mouse and keys
// ------------------------------------------------------------------------------------------------

void TapeView::setPaused(bool paused)
{
    m_model.setPaused(paused);
    if (!paused) {
        verticalScrollBar()->setValue(0);
        m_current = -1;
    }
    refresh();
}

int TapeView::rowAt(int y) const
{
    if (y < m_headerHeight)
        return -1;
    const int row = verticalScrollBar()->value() + (y - m_headerHeight) / m_rowHeight;
    return row < m_model.rowCount() ? row : -1;
}

void TapeView::moveCurrent(int row)
{
    if (m_model.rowCount() == 0)
        return;
    m_model.setPaused(true);
    m_current = std::clamp(row, 0, m_model.rowCount() - 1);
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, m_model.rowCount() - visibleRows()));
    if (m_current < bar->value())
        bar->setValue(m_current);
    else if (m_current >= bar->value() + visibleRows())
        bar->setValue(m_current - visibleRows() + 1);
    refresh();
}

void TapeView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        setPaused(!m_model.isPaused());
        return;
    case Qt::Key_Escape:
    case Qt::Key_Home:
        setPaused(false);
        return;
    case Qt::Key_End:
        moveCurrent(m_model.rowCount() - 1);
        return;
    case Qt::Key_Down:
        moveCurrent(m_current + 1);
        return;
    case Qt::Key_Up:
        moveCurrent(m_current - 1);
        return;
    case Qt::Key_PageDown:
        moveCurrent(std::max(m_current, 0) + visibleRows());
        return;
    case Qt::Key_PageUp:
        moveCurrent(m_current - visibleRows());
        return;
    default:
        break;
    }
    if (event->matches(QKeySequence::Copy)) {
        copyCurrent();
        return;
    }
    const QString typed = event->text();
    if (!typed.isEmpty() && typed.front().isLetterOrNumber()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        emit symbolTyped(typed);
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void TapeView::mousePressEvent(QMouseEvent *event)
{
    setFocus();
    if (const int row = rowAt(event->position().toPoint().y()); row >= 0)
        moveCurrent(row);
}

void TapeView::wheelEvent(QWheelEvent *event)
{
    const bool up = event->angleDelta().y() > 0;
    if (up && verticalScrollBar()->value() == 0 && m_current < 0)
        setPaused(false);
    else
        QAbstractScrollArea::wheelEvent(event);
}

void TapeView::copyCurrent() const
{
    if (m_current < 0 || m_current >= m_model.rowCount())
        return;
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells << text(m_model.print(m_current), Column(column));
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void TapeView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copy = menu.addAction(tr("Copy this print"), this, &TapeView::copyCurrent);
    copy->setEnabled(m_current >= 0);
    QAction *pause = menu.addAction(tr("Pause"), this, [this] { setPaused(!m_model.isPaused()); });
    pause->setCheckable(true);
    pause->setChecked(m_model.isPaused());
    menu.exec(event->globalPos());
}

bool TapeView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos().y());
        QToolTip::showText(help->globalPos(), row < 0 ? QString() : toolTip(m_model.print(row)),
                           this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString TapeView::toolTip(const TapePrint &print) const
{
    QStringList lines;
    //: %1 is a time of day with milliseconds, New York
    lines
        << tr("%1 Eastern").arg(locale().toString(clockTime(print.trade.time), u"HH:mm:ss.zzz"_s));
    if (const Exchange *venue = findExchange(AssetClass::Stocks, print.trade.exchange))
        lines << QString::fromLatin1(venue->name.data(), qsizetype(venue->name.size()));
    if (print.trade.isOffExchange())
        lines << tr("Off exchange");
    if (print.bid != tapeline::Price() || print.ask != tapeline::Price())
        //: The quote in force before the print: bid and ask
        lines << tr("Quote %1 × %2").arg(print.bid.toString(2), print.ask.toString(2));
    const QString conditions = longConditions(print.trade.conditions);
    if (!conditions.isEmpty())
        lines << conditions;
    return lines.join(u'\n');
}

} // namespace tapeline
