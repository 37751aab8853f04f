#include "tapecommands.h"

#include "commandregistry.h"
#include "tapemodel.h"
#include "tapepanel.h"
#include "tapeview.h"

#include <QApplication>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

TapePanel *tapeAtHand()
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (auto *panel = qobject_cast<TapePanel *>(widget))
            return panel;
    for (QWidget *widget : QApplication::allWidgets())
        if (auto *panel = qobject_cast<TapePanel *>(widget); panel && panel->isVisible())
            return panel;
    return nullptr;
}

using Act = void (*)(TapePanel &panel);

void add(CommandRegistry &commands, const QString &id, std::function<QString()> text,
         const QString &icon, Act act)
{
    commands.add({ id, std::move(text), CommandCategory::Market, {}, icon, [act] {
                      if (TapePanel *panel = tapeAtHand())
                          act(*panel);
                  } });
}

} // namespace

void addTapeCommands(CommandRegistry &commands)
{
    if (commands.find(u"tape.filter"_s))
        return;
    add(
        commands, u"tape.filter"_s, [] { return TapePanel::tr("Time & sales: filter…"); },
        u"filter"_s, [](TapePanel &panel) { panel.openFilter(); });
    add(
        commands, u"tape.show-all"_s, [] { return TapePanel::tr("Time & sales: show all prints"); },
        u"filter"_s, [](TapePanel &panel) { panel.model().setFilter({}); });
    add(
        commands, u"tape.group-sweeps"_s,
        [] { return TapePanel::tr("Time & sales: group sweeps"); }, u"group"_s,
        [](TapePanel &panel) { panel.view()->setGrouping(!panel.model().isGrouping()); });
    add(
        commands, u"tape.sound"_s,
        [] { return TapePanel::tr("Time & sales: sound on large prints"); }, u"bell"_s,
        [](TapePanel &panel) { panel.setSound(!panel.hasSound()); });
    add(
        commands, u"tape.pause"_s, [] { return TapePanel::tr("Time & sales: pause or go on"); },
        u"pause"_s, [](TapePanel &panel) { panel.view()->setPaused(!panel.model().isPaused()); });
}

} // namespace tapeline
