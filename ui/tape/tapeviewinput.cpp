// Mouse, keys and menu of TapeView.

#include "tapemodel.h"
#include "tapeview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

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
    setAccessibleDescription(m_text.spoken(m_model.print(m_current)));
    refresh();
    viewport()->update();
}

bool TapeView::handleMove(int key)
{
    switch (key) {
    case Qt::Key_Space:
        setPaused(!m_model.isPaused());
        return true;
    case Qt::Key_Home:
        setPaused(false);
        return true;
    case Qt::Key_End:
        moveCurrent(m_model.rowCount() - 1);
        return true;
    case Qt::Key_Down:
        moveCurrent(m_current + 1);
        return true;
    case Qt::Key_Up:
        moveCurrent(m_current - 1);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(std::max(m_current, 0) + visibleRows());
        return true;
    case Qt::Key_PageUp:
        moveCurrent(m_current - visibleRows());
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

void TapeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyCurrent();
        return;
    }
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && handleMove(event->key()))
        return;
    const QString typed = event->text();
    if (plain && !typed.isEmpty() && typed.front().isLetterOrNumber()) {
        emit symbolTyped(typed);
        return;
    }
    event->ignore();
}

void TapeView::mousePressEvent(QMouseEvent *event)
{
    if (const int row = rowAt(event->position().toPoint()); row >= 0)
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
    if (m_current >= 0 && m_current < m_model.rowCount())
        QGuiApplication::clipboard()->setText(m_text.row(m_model.print(m_current)));
}

void TapeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (byMouse && rowAt(event->pos()) >= 0)
        moveCurrent(rowAt(event->pos()));
    auto *menu = new QMenu(this);
    menu->setObjectName(u"tapeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy print"), this, &TapeView::copyCurrent);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(m_current >= 0);
    menu->addSeparator();
    QAction *pause = menu->addAction(tr("Pause"));
    pause->setShortcut(Qt::Key_Space);
    pause->setCheckable(true);
    pause->setChecked(m_model.isPaused());
    connect(pause, &QAction::toggled, this, &TapeView::setPaused);
    QAction *fine = menu->addAction(tr("Milliseconds"));
    fine->setCheckable(true);
    fine->setChecked(m_milliseconds);
    connect(fine, &QAction::toggled, this, &TapeView::setMilliseconds);
    addLargeMenu(menu);
    const QPoint place = m_current >= 0 ? rowRect(m_current).bottomLeft() : QPoint();
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(place));
}

void TapeView::addLargeMenu(QMenu *menu)
{
    //: Menu of the tape: prints from this value on stand out
    QMenu *large = menu->addMenu(tr("Emphasise prints from"));
    for (const int dollars : { 50'000, 100'000, 250'000, 1'000'000, 0 }) {
        //: A threshold in the menu of the tape: no print stands out
        const QString name
            = dollars == 0 ? tr("Never") : QLocale().toCurrencyString(qlonglong(dollars), u"$"_s);
        QAction *choice
            = large->addAction(name, this, [this, dollars] { setLargePrintValue(dollars); });
        choice->setCheckable(true);
        choice->setChecked(dollars == m_largeValue);
    }
}

bool TapeView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           row < 0 ? QString() : m_text.toolTip(m_model.print(row)), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace tapeline
