#include "drawingcommands.h"

#include "chartdrawings.h"
#include "chartpanel.h"
#include "drawingtext.h"
#include "drawingtoolbox.h"
#include "panelathand.h"
#include "pricechart.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Change
{
    const char *id;
    const char *text;
    const char *icon;
    void (*act)(ChartPanel &panel);
};

ChartDrawings &drawingsOf(ChartPanel &panel)
{
    return *panel.drawings();
}

constexpr Change changes[] {
    { "chart.drawing-undo", QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: undo"), "undo",
      [](ChartPanel &panel) { drawingsOf(panel).book().undo(); } },
    { "chart.drawing-redo", QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: do again"),
      "redo", [](ChartPanel &panel) { drawingsOf(panel).book().redo(); } },
    { "chart.drawing-copy", QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: copy"), "copy",
      [](ChartPanel &panel) { drawingsOf(panel).copySelected(); } },
    { "chart.drawing-paste", QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: paste"),
      "copy", [](ChartPanel &panel) { drawingsOf(panel).paste(); } },
    { "chart.drawing-delete",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: delete the chosen ones"), "trash",
      [](ChartPanel &panel) { drawingsOf(panel).removeSelected(); } },
    { "chart.drawing-delete-all",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: delete all of the symbol"), "trash",
      [](ChartPanel &panel) { drawingsOf(panel).book().clear(); } },
    { "chart.drawing-lock-all",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: lock or unlock all"), "lock",
      [](ChartPanel &panel) {
          DrawingBook &book = drawingsOf(panel).book();
          book.setAllLocked(!book.allLocked());
      } },
    { "chart.drawing-hide-all",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: hide or show all"), "eye",
      [](ChartPanel &panel) {
          DrawingBook &book = drawingsOf(panel).book();
          book.setAllHidden(!book.allHidden());
      } },
    { "chart.drawing-magnet-off",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: no magnet"), "draw-magnet",
      [](ChartPanel &panel) { drawingsOf(panel).setMagnetMode(MagnetMode::Off); } },
    { "chart.drawing-magnet-weak",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: weak magnet"), "draw-magnet",
      [](ChartPanel &panel) { drawingsOf(panel).setMagnetMode(MagnetMode::Weak); } },
    { "chart.drawing-magnet-strong",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: strong magnet"), "draw-magnet",
      [](ChartPanel &panel) { drawingsOf(panel).setMagnetMode(MagnetMode::Strong); } },
    { "chart.drawing-keep",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: keep the tool in hand, or not"),
      "draw-keep",
      [](ChartPanel &panel) {
          drawingsOf(panel).setKeepsDrawing(!drawingsOf(panel).keepsDrawing());
      } },
    { "chart.drawing-tools",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Drawings: show or hide the tools"),
      "draw-trend-line",
      [](ChartPanel &panel) {
          panel.drawingTools()->setWanted(!panel.drawingTools()->isWanted());
      } },
};

QString say(const char *text)
{
    return QCoreApplication::translate("tapeline::ChartCommands", text);
}

void add(CommandRegistry &commands, const QString &id, std::function<QString()> text,
         const QString &icon, std::function<void(ChartPanel &)> act)
{
    commands.add({ id, std::move(text), CommandCategory::Market, {}, icon, [act] {
                      auto *panel = panelAtHand<ChartPanel>();
                      if (panel && panel->drawings())
                          act(*panel);
                  } });
}

} // namespace

void addDrawingCommands(CommandRegistry &commands)
{
    if (commands.find(u"chart.drawing-undo"_s))
        return;
    for (int each = 0; each < drawingToolCount; ++each) {
        const auto tool = DrawingTool(each);
        add(
            commands, u"chart.draw-"_s + drawing::toolId(tool),
            [tool] {
                //: A command; %1 is a tool: "Draw: Trend line"
                return say(QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Draw: %1"))
                    .arg(drawingtext::name(tool));
            },
            u"draw-"_s + drawing::toolId(tool),
            [tool](ChartPanel &panel) {
                panel.chart()->setFocus();
                panel.drawings()->setTool(tool);
            });
    }
    for (const Change &change : changes)
        add(
            commands, QString::fromLatin1(change.id), [text = change.text] { return say(text); },
            QString::fromLatin1(change.icon), change.act);
}

} // namespace tapeline
