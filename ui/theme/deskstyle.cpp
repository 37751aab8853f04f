#include "deskstyle.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

DeskStyle::DeskStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    if (hint == SH_UnderlineShortcut)
        return m_altHeld;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void DeskStyle::polish(QApplication *app)
{
    QProxyStyle::polish(app);
    app->installEventFilter(this);
}

void DeskStyle::unpolish(QApplication *app)
{
    app->removeEventFilter(this);
    QProxyStyle::unpolish(app);
}

bool DeskStyle::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    const bool left = event->type() == QEvent::ApplicationDeactivate;
    if (!key && !left)
        return false;
    bool held = m_altHeld;
    if (left)
        held = false;
    else if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
        held = event->type() == QEvent::KeyPress;
    if (held != m_altHeld) {
        m_altHeld = held;
        if (QWidget *window = QApplication::activeWindow())
            for (QWidget *widget : window->findChildren<QWidget *>())
                widget->update();
    }
    return QProxyStyle::eventFilter(watched, event);
}

} // namespace tapeline
