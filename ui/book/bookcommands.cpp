#include "bookcommands.h"

#include "bookpanel.h"
#include "heatmapview.h"
#include "panelathand.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

void toggle(BookPanel &panel, bool BookOptions::*member)
{
    BookOptions options = panel.options();
    options.*member = !(options.*member);
    panel.setOptions(options);
}

} // namespace

void addBookCommands(CommandRegistry &commands)
{
    if (commands.find(u"book.centre"_s))
        return;
    addPanelCommand<BookPanel>(
        commands, u"book.centre"_s, [] { return BookPanel::tr("Order book: centre and follow"); },
        u"centre"_s, [](BookPanel &panel) { panel.centre(); });
    addPanelCommand<BookPanel>(
        commands, u"book.heat-map"_s, [] { return BookPanel::tr("Order book: heat map"); },
        u"heatmap"_s, [](BookPanel &panel) { toggle(panel, &BookOptions::heatMap); });
    addPanelCommand<BookPanel>(
        commands, u"book.bubbles"_s, [] { return BookPanel::tr("Order book: trades as bubbles"); },
        u"heatmap"_s, [](BookPanel &panel) { toggle(panel, &BookOptions::bubbles); });
    addPanelCommand<BookPanel>(
        commands, u"book.microprice"_s, [] { return BookPanel::tr("Order book: microprice"); },
        u"heatmap"_s, [](BookPanel &panel) { toggle(panel, &BookOptions::microprice); });
    addPanelCommand<BookPanel>(
        commands, u"book.imbalance"_s,
        [] { return BookPanel::tr("Order book: order-flow imbalance"); }, u"heatmap"_s,
        [](BookPanel &panel) { toggle(panel, &BookOptions::imbalance); });
    addPanelCommand<BookPanel>(
        commands, u"book.traded"_s, [] { return BookPanel::tr("Order book: traded volume"); },
        u"book"_s, [](BookPanel &panel) { toggle(panel, &BookOptions::traded); });
    addPanelCommand<BookPanel>(
        commands, u"book.coarser"_s, [] { return BookPanel::tr("Order book: coarser rows"); },
        u"plus"_s, [](BookPanel &panel) { panel.changeGroup(1); });
    addPanelCommand<BookPanel>(
        commands, u"book.finer"_s, [] { return BookPanel::tr("Order book: finer rows"); },
        u"minus"_s, [](BookPanel &panel) { panel.changeGroup(-1); });
}

} // namespace tapeline
