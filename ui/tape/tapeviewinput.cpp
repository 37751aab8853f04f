// Mouse, keys and menu of TapeView.

#include "tapemodel.h"
#include "tapeview.h"

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

namespace {
constexpr int dragScrollMs = 40;
}

void TapeView::moveCurrent(int row, bool extended)
{
    if (m_model.rowCount() == 0)
        return;
    m_model.setPaused(true);
    m_selection.moveTo(std::clamp(row, 0, m_model.rowCount() - 1), extended);
    const int current = currentRow();
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, m_model.rowCount() - visibleRows()));
    if (current < bar->value())
        bar->setValue(current);
    else if (current >= bar->value() + visibleRows())
        bar->setValue(current - visibleRows() + 1);
    const TapePrint &print = m_model.print(current);
    setAccessibleDescription(m_model.isSweep(current)
                                 ? m_text.spoken(*m_model.sweep(current), print)
                                 : m_text.spoken(print));
    refresh();
    viewport()->update();
    emit selectionChanged();
}

void TapeView::dropSelection()
{
    if (currentRow() < 0)
        return;
    m_selection.clear();
    viewport()->update();
    emit selectionChanged();
}

void TapeView::selectAll()
{
    if (m_model.rowCount() == 0)
        return;
    const int top = verticalScrollBar()->value();
    moveCurrent(m_model.rowCount() - 1);
    moveCurrent(0, true);
    verticalScrollBar()->setValue(top);
}

/// Shows or hides the prints of a sweep; the sweep is the current row after that.
void TapeView::openSweep(int row, bool open)
{
    const TapeSweep *sweep = row < 0 ? nullptr : m_model.sweep(row);
    if (!sweep)
        return;
    m_model.setPaused(true); // what is read stays where it is
    const quint64 newest = sweep->newest();
    m_model.setOpen(row, open);
    moveCurrent(m_model.rowOf(TapeRows::Key { newest, true, newest }));
}

/// Keys that go to another row; extended, they choose the rows up to there.
bool TapeView::handleMove(int key, bool extended)
{
    const int current = currentRow();
    switch (key) {
    case Qt::Key_Home:
        if (extended)
            moveCurrent(0, true);
        else
            setPaused(false);
        return true;
    case Qt::Key_End:
        moveCurrent(m_model.rowCount() - 1, extended);
        return true;
    case Qt::Key_Down:
        moveCurrent(current + 1, extended);
        return true;
    case Qt::Key_Up:
        moveCurrent(current - 1, extended);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(std::max(current, 0) + visibleRows(), extended);
        return true;
    case Qt::Key_PageUp:
        moveCurrent(current - visibleRows(), extended);
        return true;
    default:
        return false;
    }
}

bool TapeView::handleOther(int key)
{
    switch (key) {
    case Qt::Key_Space:
        setPaused(!m_model.isPaused());
        return true;
    case Qt::Key_Right:
    case Qt::Key_Left:
        openSweep(currentRow(), key == Qt::Key_Right);
        return true;
    case Qt::Key_Escape:
        if (hasRange())
            moveCurrent(currentRow());
        else if (m_model.isPaused())
            setPaused(false);
        else
            return false;
        return true;
    default:
        return false;
    }
}

void TapeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    const bool extended = event->modifiers() & Qt::ShiftModifier;
    if (plain && (handleMove(event->key(), extended) || handleOther(event->key())))
        return;
    const QString typed = event->text();
    if (plain && !typed.isEmpty() && typed.front().isLetterOrNumber()) {
        emit symbolTyped(typed);
        return;
    }
    event->ignore();
}

/// In the room before the time of a sweep.
bool TapeView::isOnMark(const QPoint &position, int row) const
{
    const int section = static_cast<int>(TapeColumn::Time);
    const int within = position.x() - m_header->sectionViewportPosition(section);
    return row >= 0 && m_model.isSweep(row) && !m_header->isSectionHidden(section) && within >= 0
        && within < m_painter.indent();
}

void TapeView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int row = rowAt(position);
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    if (isOnMark(position, row)) {
        openSweep(row, !m_model.sweep(row)->open);
        return;
    }
    moveCurrent(row, event->modifiers() & Qt::ShiftModifier);
    m_dragged = position;
}

/// Chooses the rows from the press to here; beyond an edge the tape scrolls along.
void TapeView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragged || !(event->buttons() & Qt::LeftButton))
        return;
    m_dragged = event->position().toPoint();
    const QRect shown = viewport()->rect();
    if (shown.contains(QPoint(0, m_dragged->y())))
        m_dragScroll.stop();
    else if (!m_dragScroll.isActive())
        m_dragScroll.start(dragScrollMs, this);
    const int y = std::clamp(m_dragged->y(), 0, visibleRows() * m_painter.rowHeight() - 1);
    const int row = verticalScrollBar()->value() + y / m_painter.rowHeight();
    if (const int there = std::min(row, m_model.rowCount() - 1); there != currentRow())
        moveCurrent(there, true);
}

void TapeView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    moveCurrent(currentRow() + (m_dragged && m_dragged->y() < 0 ? -1 : 1), true);
}

void TapeView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragged.reset();
    m_dragScroll.stop();
}

void TapeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row >= 0 && m_model.isSweep(row) && event->button() == Qt::LeftButton)
        openSweep(row, !m_model.sweep(row)->open);
}

void TapeView::wheelEvent(QWheelEvent *event)
{
    const bool up = event->angleDelta().y() > 0;
    if (up && verticalScrollBar()->value() == 0 && currentRow() < 0)
        setPaused(false);
    else
        QAbstractScrollArea::wheelEvent(event);
}

/// Newest first, as they stand.
void TapeView::copySelected() const
{
    const TapeSelection::Range rows = selectedRows();
    QStringList lines;
    for (int row = rows.first; row <= rows.last; ++row)
        lines << (m_model.isSweep(row) ? m_text.row(*m_model.sweep(row), m_model.print(row))
                                       : m_text.row(m_model.print(row)));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void TapeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const int under = byMouse ? rowAt(event->pos()) : -1;
    if (under >= 0 && !selectedRows().contains(under))
        moveCurrent(under);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"tapeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addRowActions(menu);
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
    QAction *group = menu->addAction(tr("Group sweeps"));
    group->setCheckable(true);
    group->setChecked(m_model.isGrouping());
    connect(group, &QAction::toggled, this, &TapeView::setGrouping);
    addLargeMenu(menu);
    emit menuRequested(menu, currentRow());
    const QPoint place = currentRow() >= 0 ? rowRect(currentRow()).bottomLeft() : QPoint();
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(place));
}

void TapeView::addRowActions(QMenu *menu)
{
    const int chosen = selectedRows().last - selectedRows().first + 1;
    QAction *copy
        = menu->addAction(chosen > 1 ? tr("Copy %n row(s)", nullptr, chosen) : tr("Copy print"),
                          this, &TapeView::copySelected);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(chosen > 0);
    QAction *all = menu->addAction(tr("Select all"), this, &TapeView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    const TapeSweep *sweep = currentRow() < 0 ? nullptr : m_model.sweep(currentRow());
    if (!sweep)
        return;
    QAction *open
        = menu->addAction(sweep->open ? tr("Close the sweep") : tr("Open the sweep"), this,
                          [this, toBeOpen = !sweep->open] { openSweep(currentRow(), toBeOpen); });
    open->setShortcut(sweep->open ? Qt::Key_Left : Qt::Key_Right);
}

void TapeView::addLargeMenu(QMenu *menu)
{
    using Kind = TapeEmphasis::Kind;
    //: Menu of the tape: which prints stand out
    QMenu *large = menu->addMenu(tr("Emphasise prints"));
    const auto add = [this, large](const QString &name, const TapeEmphasis &rule) {
        QAction *choice = large->addAction(name, this, [this, rule] { setEmphasis(rule); });
        choice->setCheckable(true);
        choice->setChecked(rule == m_model.emphasis());
    };
    const auto dollars
        = [](int value) { return QLocale().toCurrencyString(qlonglong(value), u"$"_s); };
    //: Which prints stand out: by themselves those that are large for this day; %1 is "$200,000"
    add(tr("Large for the day, or from %1")
            .arg(dollars(int(LargePrintRules().minValue.toDouble()))),
        {});
    for (const int value : { 50'000, 100'000, 250'000, 1'000'000 })
        //: Which prints stand out; %1 is an amount of money
        add(tr("From %1").arg(dollars(value)), { Kind::Value, double(value) });
    //: Which prints stand out: none
    add(tr("None"), { Kind::None, 0 });
}

QString TapeView::tipOf(int row) const
{
    if (row < 0)
        return {};
    const TapePrint &print = m_model.print(row);
    return m_model.isSweep(row) ? m_text.toolTip(*m_model.sweep(row), print)
                                : m_text.toolTip(print);
}

bool TapeView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipOf(rowAt(help->pos())), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace tapeline
