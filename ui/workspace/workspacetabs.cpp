#include "workspacetabs.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

WorkspaceTabs::WorkspaceTabs(QWidget *parent)
    : QTabBar(parent)
{
    setObjectName(u"workspaceTabs"_s);
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFocusPolicy(Qt::TabFocus);
}

void WorkspaceTabs::rename(int tab)
{
    if (tab < 0 || tab >= count())
        return;
    finishRename(true);
    m_renaming = tab;
    m_editor = new QLineEdit(tabText(tab), this);
    m_editor->setObjectName(u"workspaceName"_s);
    m_editor->setAccessibleName(tr("Name of the workspace"));
    m_editor->setMaxLength(40);
    m_editor->setGeometry(tabRect(tab).adjusted(2, 2, 40, -2));
    m_editor->installEventFilter(this);
    m_editor->selectAll();
    m_editor->show();
    m_editor->setFocus();
    connect(m_editor, &QLineEdit::returnPressed, this, [this] { finishRename(true); });
}

void WorkspaceTabs::finishRename(bool keep)
{
    QLineEdit *editor = std::exchange(m_editor, nullptr);
    if (!editor)
        return;
    const QString name = editor->text().trimmed();
    editor->hide();
    editor->deleteLater();
    if (keep && !name.isEmpty() && name != tabText(m_renaming))
        emit renamed(m_renaming, name);
}

bool WorkspaceTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::FocusOut)
        finishRename(true);
    if (watched == m_editor && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        finishRename(false);
        return true;
    }
    return QTabBar::eventFilter(watched, event);
}

void WorkspaceTabs::mouseDoubleClickEvent(QMouseEvent *event)
{
    rename(tabAt(event->pos()));
}

QSize WorkspaceTabs::minimumSizeHint() const
{
    return { 80, QTabBar::minimumSizeHint().height() };
}

} // namespace tapeline
