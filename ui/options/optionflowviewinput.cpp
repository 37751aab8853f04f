// Mouse, keys and menu of OptionFlowView.

#include "optionflowmodel.h"
#include "optionflowview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

int OptionFlowView::currentRow() const
{
    return m_current ? m_model.rowOf(*m_current) : -1;
}

QString OptionFlowView::currentContract() const
{
    const int row = currentRow();
    return row < 0 ? QString() : m_model.row(row).print.contract->symbol;
}

void OptionFlowView::moveCurrent(int row)
{
    if (m_model.rowCount() == 0)
        return;
    m_model.setPaused(true);
    const int current = std::clamp(row, 0, m_model.rowCount() - 1);
    m_current = m_model.serial(current);
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, m_model.rowCount() - visibleRows()));
    if (current < bar->value())
        bar->setValue(current);
    else if (current >= bar->value() + visibleRows())
        bar->setValue(current - visibleRows() + 1);
    setAccessibleDescription(m_text.spoken(m_model.row(current)));
    refresh();
    viewport()->update();
    emit currentChanged();
}

void OptionFlowView::dropCurrent()
{
    if (!std::exchange(m_current, std::nullopt))
        return;
    viewport()->update();
    emit currentChanged();
}

void OptionFlowView::showPrint(quint64 serial)
{
    if (const int row = m_model.rowOf(serial); row >= 0)
        moveCurrent(row);
}

void OptionFlowView::setPaused(bool paused)
{
    m_model.setPaused(paused);
    if (!paused)
        dropCurrent();
    m_top.reset(); // the highlight may go
    refresh();
}

bool OptionFlowView::handleKey(const QKeyEvent &event)
{
    const int current = currentRow();
    switch (event.key()) {
    case Qt::Key_Home:
        setPaused(false);
        return true;
    case Qt::Key_End:
        moveCurrent(m_model.rowCount() - 1);
        return true;
    case Qt::Key_Down:
        moveCurrent(current + 1);
        return true;
    case Qt::Key_Up:
        moveCurrent(current - 1);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(std::max(current, 0) + visibleRows());
        return true;
    case Qt::Key_PageUp:
        moveCurrent(current - visibleRows());
        return true;
    case Qt::Key_Space:
        setPaused(!m_model.isPaused());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current < 0)
            return false;
        if (event.modifiers() & Qt::ShiftModifier)
            emit contractOpened(currentContract());
        else
            emit contractChosen(currentContract());
        return true;
    case Qt::Key_Escape:
        if (!m_model.isPaused())
            return false;
        setPaused(false);
        return true;
    default:
        return false;
    }
}

void OptionFlowView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyCurrent();
        return;
    }
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && handleKey(*event))
        return;
    const QString typed = event->text();
    if (plain && !typed.isEmpty() && typed.front().isLetterOrNumber()) {
        emit symbolTyped(typed);
        return;
    }
    event->ignore();
}

void OptionFlowView::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    moveCurrent(row);
    emit contractChosen(currentContract());
}

void OptionFlowView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row >= 0 && event->button() == Qt::LeftButton)
        emit contractOpened(m_model.row(row).print.contract->symbol);
}

void OptionFlowView::wheelEvent(QWheelEvent *event)
{
    const bool up = event->angleDelta().y() > 0;
    if (up && verticalScrollBar()->value() == 0 && currentRow() < 0)
        setPaused(false);
    else
        QAbstractScrollArea::wheelEvent(event);
}

void OptionFlowView::copyCurrent() const
{
    if (const int row = currentRow(); row >= 0)
        QGuiApplication::clipboard()->setText(m_text.line(m_model.row(row)));
}

void OptionFlowView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (const int under = byMouse ? rowAt(event->pos()) : -1; under >= 0)
        moveCurrent(under);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"optionFlowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int row = currentRow();
    if (row >= 0) {
        const QString contract = currentContract();
        QAction *choose = menu->addAction(tr("Show in the link group"), this,
                                          [this, contract] { emit contractChosen(contract); });
        choose->setShortcut(Qt::Key_Return);
        QAction *open = menu->addAction(tr("Open in a panel of its own"), this,
                                        [this, contract] { emit contractOpened(contract); });
        open->setShortcut(Qt::SHIFT | Qt::Key_Return);
        menu->addAction(tr("Copy print"), this, &OptionFlowView::copyCurrent)
            ->setShortcut(QKeySequence::Copy);
        menu->addSeparator();
    }
    QAction *pause = menu->addAction(tr("Pause"));
    pause->setShortcut(Qt::Key_Space);
    pause->setCheckable(true);
    pause->setChecked(m_model.isPaused());
    connect(pause, &QAction::toggled, this, &OptionFlowView::setPaused);
    emit menuRequested(menu, row);
    const QPoint place = row >= 0 ? rowRect(row).bottomLeft() : QPoint();
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(place));
}

bool OptionFlowView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_header->viewport()) {
        if (event->type() == QEvent::MouseButtonPress
            || event->type() == QEvent::MouseButtonDblClick)
            m_headerHeld = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_headerHeld = false;
    }
    return QAbstractScrollArea::eventFilter(watched, event);
}

bool OptionFlowView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           row < 0 ? QString() : m_text.toolTip(m_model.row(row)), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace tapeline
