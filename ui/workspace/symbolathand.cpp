#include "symbolathand.h"

#include "panel.h"

#include <QApplication>
#include <QCursor>

namespace tapeline {

namespace {

QString symbolOf(QWidget *widget)
{
    const Panel *panel = panelOf(widget);
    return panel ? panel->symbolAtHand() : QString();
}

} // namespace

Panel *panelOf(QWidget *widget)
{
    for (; widget; widget = widget->parentWidget())
        if (auto *panel = qobject_cast<Panel *>(widget))
            return panel;
    return nullptr;
}

QString symbolAtHand()
{
    const QString focused = symbolOf(QApplication::focusWidget());
    return focused.isEmpty() ? symbolOf(QApplication::widgetAt(QCursor::pos())) : focused;
}

} // namespace tapeline
