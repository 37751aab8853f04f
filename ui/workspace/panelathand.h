#pragma once

#include "commandregistry.h"

#include <QApplication>
#include <QWidget>

namespace tapeline {

/// The panel of a kind that a command acts on: the one with the focus, else the first that is
/// shown; null when there is none.
template<typename Kind> Kind *panelAtHand()
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (auto *panel = qobject_cast<Kind *>(widget))
            return panel;
    for (QWidget *widget : QApplication::allWidgets())
        if (auto *panel = qobject_cast<Kind *>(widget); panel && panel->isVisible())
            return panel;
    return nullptr;
}

/// A command of the market that does something with such a panel, and nothing without one.
template<typename Kind>
void addPanelCommand(CommandRegistry &commands, const QString &id, std::function<QString()> text,
                     const QString &icon, void (*act)(Kind &panel))
{
    commands.add({ id, std::move(text), CommandCategory::Market, {}, icon, [act] {
                      if (Kind *panel = panelAtHand<Kind>())
                          act(*panel);
                  } });
}

} // namespace tapeline
