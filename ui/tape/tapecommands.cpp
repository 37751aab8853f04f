#include "tapecommands.h"

#include "panelathand.h"
#include "tapemodel.h"
#include "tapepanel.h"
#include "tapeview.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

void addTapeCommands(CommandRegistry &commands)
{
    if (commands.find(u"tape.filter"_s))
        return;
    addPanelCommand<TapePanel>(
        commands, u"tape.filter"_s, [] { return TapePanel::tr("Time & sales: filter…"); },
        u"filter"_s, [](TapePanel &panel) { panel.openFilter(); });
    addPanelCommand<TapePanel>(
        commands, u"tape.show-all"_s, [] { return TapePanel::tr("Time & sales: show all prints"); },
        u"filter"_s, [](TapePanel &panel) { panel.model().setFilter({}); });
    addPanelCommand<TapePanel>(
        commands, u"tape.group-sweeps"_s,
        [] { return TapePanel::tr("Time & sales: group sweeps"); }, u"group"_s,
        [](TapePanel &panel) { panel.view()->setGrouping(!panel.model().isGrouping()); });
    addPanelCommand<TapePanel>(
        commands, u"tape.sound"_s,
        [] { return TapePanel::tr("Time & sales: sound on large prints"); }, u"bell"_s,
        [](TapePanel &panel) { panel.setSound(!panel.hasSound()); });
    addPanelCommand<TapePanel>(
        commands, u"tape.pause"_s, [] { return TapePanel::tr("Time & sales: pause or go on"); },
        u"pause"_s, [](TapePanel &panel) { panel.view()->setPaused(!panel.model().isPaused()); });
}

} // namespace tapeline
