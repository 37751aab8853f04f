#include "optionflowcommands.h"

#include "optionflowmodel.h"
#include "optionflowpanel.h"
#include "optionflowview.h"
#include "panelathand.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

void addOptionFlowCommands(CommandRegistry &commands)
{
    if (commands.find(u"options-flow.pause"_s))
        return;
    addPanelCommand<OptionFlowPanel>(
        commands, u"options-flow.pause"_s,
        [] { return OptionFlowPanel::tr("Options flow: pause or go on"); }, u"pause"_s,
        [](OptionFlowPanel &panel) { panel.view()->setPaused(!panel.model().isPaused()); });
    addPanelCommand<OptionFlowPanel>(
        commands, u"options-flow.show-all"_s,
        [] { return OptionFlowPanel::tr("Options flow: show all prints"); }, u"filter"_s,
        [](OptionFlowPanel &panel) { panel.model().setFilter({}); });
    addPanelCommand<OptionFlowPanel>(
        commands, u"options-flow.watchlist"_s,
        [] { return OptionFlowPanel::tr("Options flow: of the symbol, or of the watchlist"); },
        u"watchlist"_s,
        [](OptionFlowPanel &panel) {
            using enum OptionFlowPanel::Scope;
            panel.setScope(panel.scope() == Symbol ? Watchlist : Symbol);
        });
    addPanelCommand<OptionFlowPanel>(
        commands, u"options-flow.unusual"_s,
        [] { return OptionFlowPanel::tr("Options flow: prints, or unusual activity"); }, u"flow"_s,
        [](OptionFlowPanel &panel) {
            using enum OptionFlowPanel::Page;
            panel.setPage(panel.page() == Prints ? Unusual : Prints);
        });
    addPanelCommand<OptionFlowPanel>(
        commands, u"options-flow.sound"_s,
        [] { return OptionFlowPanel::tr("Options flow: sound of alerts"); }, u"bell"_s,
        [](OptionFlowPanel &panel) { panel.setSound(!panel.hasSound()); });
}

} // namespace tapeline
