#include "marketclocktext.h"
#include "theme.h"
#include "tradefilter.h"
#include "tradetable.h"
#include "tradetablemodel.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

bool TradeTable::handleKey(QKeyEvent *event)
{
    const QModelIndex source = currentSource();
    if (event->matches(QKeySequence::Delete) && source.isValid()) {
        if (!event->isAutoRepeat())
            emit deletePressed(source);
        return true;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && source.isValid()) {
        emit opened(source);
        return true;
    }
    if (event->key() != Qt::Key_F2)
        return false;
    if (editCurrent(currentIndex().column()))
        return true;
    for (int column = m_model.columnCount() - 1; column >= 0; --column)
        if (editCurrent(column)) // prices before the quantity
            return true;
    return true;
}

void TradeTable::keyPressEvent(QKeyEvent *event)
{
    if (handleKey(event))
        return;
    const QString typed = event->text();
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && !typed.isEmpty() && typed.front().isLetterOrNumber())
        emit symbolTyped(typed);
    else
        QTableView::keyPressEvent(event);
}

void TradeTable::mousePressEvent(QMouseEvent *event)
{
    m_pressed
        = event->button() == Qt::LeftButton ? sourceAt(event->position().toPoint()) : QModelIndex();
    QTableView::mousePressEvent(event);
}

void TradeTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const QPersistentModelIndex pressed = std::exchange(m_pressed, QPersistentModelIndex());
    const QModelIndex source = sourceAt(event->position().toPoint());
    if (pressed == source && source.data(TradeTableModel::IconRole).isValid())
        emit iconClicked(source);
}

void TradeTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressed = QPersistentModelIndex(); // one double click acts once
    const QModelIndex shown = indexAt(event->position().toPoint());
    const QModelIndex source = m_filter->mapToSource(shown);
    if (!source.isValid() || event->button() != Qt::LeftButton)
        return;
    selectRow(shown.row());
    if (source.data(TradeTableModel::IconRole).isValid())
        return;
    if (editCurrent(source.column()))
        return;
    if (m_model.columnName(source.column()) == "Symbol"_L1)
        emit symbolOpened(source.data(TradeTableModel::SymbolRole).toString());
    else
        emit opened(source);
}

void TradeTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex shown = byMouse ? indexAt(event->pos()) : currentIndex();
    if (shown.isValid())
        selectRow(shown.row());
    const QPoint below = visualRect(shown).bottomLeft();
    emit menuRequested(m_filter->mapToSource(shown),
                       byMouse ? event->globalPos() : viewport()->mapToGlobal(below));
}

/// Whether a text does not fit its cell.
bool TradeTable::isTextWanted(const QModelIndex &source) const
{
    const auto &look = m_model.looks()[std::size_t(source.column())];
    const QFontMetrics metrics(m_theme.font(look.isStrong ? FontRole::Strong : FontRole::Text));
    return metrics.horizontalAdvance(source.data().toString())
        > columnWidth(source.column()) - 2 * m_theme.scaled(6);
}

/// Over a time the user's own time, over a cut text the whole of it.
bool TradeTable::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTableView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex source = sourceAt(help->pos());
    const QVariant time = source.data(TradeTableModel::TimeRole);
    QString text;
    if (time.isValid())
        text = localTimeText(fromNs(time.toLongLong()));
    else if (source.isValid() && isTextWanted(source))
        text = source.data().toString();
    QToolTip::showText(help->globalPos(), text, viewport());
    return true;
}

} // namespace tapeline
