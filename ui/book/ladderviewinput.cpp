#include "ladderview.h"

#include "bookscale.h"
#include "easternclock.h"
#include "tapetext.h"
#include "theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <cmath>

// The part of LadderView that listens to mouse and keys.

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int wheelRows = 3; // a notch

} // namespace

void LadderView::resizeEvent(QResizeEvent *)
{
    layOut();
    refresh();
}

void LadderView::wheelEvent(QWheelEvent *event)
{
    const bool zooms = event->modifiers() & Qt::ControlModifier;
    const int steps
        = m_wheel.take(*event, zooms ? WheelSteps::notch : WheelSteps::notch / wheelRows);
    if (zooms && steps != 0)
        emit groupRequested(steps > 0 ? -1 : 1); // as on a chart: away from oneself shows less
    else if (steps != 0)
        emit scrolled(steps);
    event->accept();
}

void LadderView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return emit scrolled(1);
    case Qt::Key_Down:
        return emit scrolled(-1);
    case Qt::Key_PageUp:
        return emit scrolled(m_scale.rowCount() / 2);
    case Qt::Key_PageDown:
        return emit scrolled(-m_scale.rowCount() / 2);
    case Qt::Key_Space:
    case Qt::Key_Home:
        return emit centreRequested();
    case Qt::Key_Plus:
        return emit groupRequested(-1);
    case Qt::Key_Minus:
        return emit groupRequested(1);
    case Qt::Key_Escape:
        if (m_trading && m_trading->abandon())
            return;
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

std::optional<LadderCell> LadderView::cellAt(const QPoint &position) const
{
    if (isEmpty() || position.y() < m_headerHeight || !rect().contains(position))
        return std::nullopt;
    for (int column = 0; column < ladderColumnCount; ++column)
        if (columnRect(LadderColumn(column)).contains(position))
            return LadderCell { LadderColumn(column),
                                m_scale.rowAt(position.y() - m_headerHeight) };
    return std::nullopt;
}

bool LadderView::pressForTrading(const QMouseEvent &event)
{
    if (!m_trading)
        return false;
    m_mouse = event.position().toPoint();
    if (m_trading->abandon())
        return true; // a second button gives up what the first began, wherever it is
    const std::optional<LadderCell> cell = cellAt(*m_mouse);
    return cell && m_trading->press(*cell, event.button());
}

void LadderView::mousePressEvent(QMouseEvent *event)
{
    if (pressForTrading(*event))
        return;
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        m_dragged = event->position().toPoint().y();
}

void LadderView::mouseMoveEvent(QMouseEvent *event)
{
    m_mouse = event->position().toPoint();
    if (m_trading && !m_dragged) {
        m_trading->holdBy(event->buttons());
        m_trading->point(cellAt(*m_mouse));
        setCursor(m_trading->isOnOrders() ? Qt::SizeVerCursor : Qt::ArrowCursor);
    }
    if (!m_dragged)
        return;
    const int rows = (m_mouse->y() - *m_dragged) / m_rowHeight;
    if (rows == 0)
        return;
    *m_dragged += rows * m_rowHeight;
    emit scrolled(rows);
}

void LadderView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragged.reset();
    if (m_trading)
        m_trading->release(cellAt(event->position().toPoint()), event->button());
}

/// The second half of a double click places nothing: one order is meant.
void LadderView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const std::optional<LadderCell> cell = cellAt(event->position().toPoint());
    if (!m_trading || !cell || !tradeSide(cell->column))
        emit centreRequested();
}

void LadderView::leaveEvent(QEvent *)
{
    m_mouse.reset();
    if (m_trading)
        m_trading->point(std::nullopt);
}

bool LadderView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QRect about = help->pos().y() < m_headerHeight
            ? QRect(0, 0, width(), m_headerHeight)
            : rowRect(m_scale.rowAt(help->pos().y() - m_headerHeight));
        QToolTip::showText(help->globalPos(), tipOf(help->pos()), this, about);
        return true;
    }
    return QWidget::event(event);
}

/// What is counted begins where trades are known.
QString LadderView::sinceText() const
{
    const auto since = m_model.tradedSince();
    //: %1 is a time of day in New York
    return since ? u'\n' + tr("Trades are known since %1 ET").arg(easternClock(*since)) : QString();
}

QString LadderView::headerTip(const QPoint &position) const
{
    if (columnRect(LadderColumn::Sold).contains(position)
        || columnRect(LadderColumn::Bought).contains(position))
        return tr("Traded today at the bid (sold) and at the ask (bought). What traded between "
                  "them counts half to each.")
            + sinceText();
    return columnRect(LadderColumn::Volume).contains(position)
        ? tr("Traded today at this price") + sinceText()
        : QString();
}

QString LadderView::tipOf(const QPoint &position) const
{
    if (position.y() < m_headerHeight)
        return headerTip(position);
    const std::optional<LadderCell> cell = cellAt(position);
    return cell ? rowTips(*cell).join(u'\n') : QString();
}

QStringList LadderView::rowTips(const LadderCell &cell) const
{
    const RowLook look = lookOf(cell.row);
    QStringList lines { priceText(cell.row) };
    if (m_trading)
        lines << m_trading->tips(cell);
    const auto rests = [&](const QString &pattern, Qty size, quint16 venue) {
        if (size <= Qty())
            return;
        const QString where
            = venue != 0 ? u" · "_s + longVenue(venue, m_model.assetClass()) : QString();
        lines << pattern.arg(m_locale.toString(size.toDouble())) + where;
    };
    rests(tr("Bid for %1"), look.bid, look.bidVenue);
    rests(tr("Offered: %1"), look.ask, look.askVenue);
    if (look.sold + look.bought > QuarterQty())
        lines << tr("Traded today: %1 sold, %2 bought")
                     .arg(m_locale.toString(std::round(look.sold.toDouble())),
                          m_locale.toString(std::round(look.bought.toDouble())))
                + sinceText();
    return lines;
}

void LadderView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_locale = QLocale();
        setAccessibleName(tr("Price ladder"));
        restyle();
    }
    QWidget::changeEvent(event);
}

} // namespace tapeline
