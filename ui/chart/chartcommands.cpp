#include "chartcommands.h"

#include "chartevents.h"
#include "chartexport.h"
#include "chartindicators.h"
#include "chartpanel.h"
#include "charttrading.h"
#include "comparisonbar.h"
#include "crosshairlink.h"
#include "flowtext.h"
#include "panelathand.h"
#include "pricechart.h"
#include "scalemenu.h"
#include "sessionview.h"
#include "typemenu.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Change = void (*)(FlowOptions &options);

struct Choice
{
    const char *id;
    const char *text;
    Change change;
};

constexpr Choice choices[] {
    { "chart.flow-candles",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: cumulative delta as candles"),
      [](FlowOptions &options) { options.style = FlowStyle::Candles; } },
    { "chart.flow-line",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: cumulative delta as a line"),
      [](FlowOptions &options) { options.style = FlowStyle::Line; } },
    { "chart.flow-delta", QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: delta of each bar"),
      [](FlowOptions &options) { options.style = FlowStyle::Delta; } },
    { "chart.flow-hidden",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: hide the cumulative delta"),
      [](FlowOptions &options) { options.style = FlowStyle::Hidden; } },
    { "chart.flow-divergences",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: divergence marks on or off"),
      [](FlowOptions &options) { options.divergences = !options.divergences; } },
    { "chart.footprint", QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: footprint on or off"),
      [](FlowOptions &options) { options.footprint = !options.footprint; } },
    { "chart.profile-none",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: no volume profile"),
      [](FlowOptions &options) { options.profile = ProfileRange::None; } },
    { "chart.profile-visible",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: volume profile of what is in view"),
      [](FlowOptions &options) { options.profile = ProfileRange::Visible; } },
    { "chart.profile-day",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: volume profile of the day"),
      [](FlowOptions &options) { options.profile = ProfileRange::Session; } },
    { "chart.profile-days",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: volume profile of several days"),
      [](FlowOptions &options) { options.profile = ProfileRange::Composite; } },
    { "chart.developing-levels",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: developing levels on or off"),
      [](FlowOptions &options) { options.developing = !options.developing; } },
    { "chart.naked-pocs",
      QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: naked points of control on or off"),
      [](FlowOptions &options) { options.nakedPocs = !options.nakedPocs; } },
};

QString say(const char *text)
{
    return QCoreApplication::translate("tapeline::ChartCommands", text);
}

void add(CommandRegistry &commands, const QString &id, std::function<QString()> text,
         std::function<void(FlowOptions &)> change)
{
    commands.add({ id, std::move(text), CommandCategory::Market, {}, u"flow"_s, [change] {
                      auto *panel = panelAtHand<ChartPanel>();
                      if (!panel)
                          return;
                      FlowOptions options = panel->chart()->flowOptions();
                      change(options);
                      panel->chart()->setFlowOptions(options);
                  } });
}

void addRules(CommandRegistry &commands)
{
    for (int each = 0; each < stockRuleCount; ++each) {
        const auto rule = ClassifierRule(each);
        add(
            commands, u"chart.rule-"_s + ruleName(rule),
            [rule] {
                return say(QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: rule %1"))
                    .arg(ruleText(rule));
            },
            [rule](FlowOptions &options) { options.rule = rule; });
    }
}

void addRange(CommandRegistry &commands)
{
    addPanelCommand<ChartPanel>(
        commands, u"chart.profile-range"_s,
        [] {
            return say(
                QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: volume profile of a range…"));
        },
        u"flow"_s, [](ChartPanel &panel) { panel.chart()->markRange(); });
    addPanelCommand<ChartPanel>(
        commands, u"chart.profile-remove-range"_s,
        [] {
            return say(QT_TRANSLATE_NOOP("tapeline::ChartCommands",
                                         "Chart: remove the range of the volume profile"));
        },
        u"flow"_s, [](ChartPanel &panel) { panel.chart()->removeRange(); });
}

void addEvents(CommandRegistry &commands)
{
    addPanelCommand<ChartPanel>(
        commands, u"chart.events"_s,
        [] {
            return say(QT_TRANSLATE_NOOP("tapeline::ChartCommands",
                                         "Chart: earnings, dividends and splits on or off"));
        },
        u"calendar"_s,
        [](ChartPanel &panel) { panel.events()->setShown(!panel.events()->isShown()); });
    addPanelCommand<ChartPanel>(
        commands, u"chart.news"_s,
        [] { return say(QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: news on or off")); },
        u"news"_s, [](ChartPanel &panel) { panel.events()->setNews(!panel.events()->hasNews()); });
}

void addIndicators(CommandRegistry &commands)
{
    commands.add(
        { u"chart.indicators"_s,
          [] { return say(QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: indicators…")); },
          CommandCategory::Market, QKeySequence(Qt::CTRL | Qt::Key_I), u"indicators"_s, [] {
              if (auto *panel = panelAtHand<ChartPanel>())
                  panel->indicators()->openPicker();
          } });
}

template<typename Act>
void addTrading(CommandRegistry &commands, const QString &id, const char *text, Act act)
{
    commands.add({ id,
                   [text] { return say(text); },
                   CommandCategory::Market,
                   {},
                   u"chart"_s,
                   [act] {
                       auto *panel = panelAtHand<ChartPanel>();
                       if (panel && panel->trading())
                           act(*panel->trading());
                   } });
}

} // namespace

void addChartTradingCommands(CommandRegistry &commands)
{
    if (commands.find(u"chart.order-cancel"_s))
        return;
    addTrading(commands, u"chart.order-above"_s,
               QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: select the next line above"),
               [](ChartTrading &trading) { trading.selectNext(1); });
    addTrading(commands, u"chart.order-below"_s,
               QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: select the next line below"),
               [](ChartTrading &trading) { trading.selectNext(-1); });
    addTrading(commands, u"chart.order-cancel"_s,
               QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: cancel the selected order"),
               [](ChartTrading &trading) { trading.cancelSelected(); });
}

void addChartCommands(CommandRegistry &commands)
{
    if (commands.find(u"chart.footprint"_s))
        return;
    for (const Choice &choice : choices)
        add(
            commands, QString::fromLatin1(choice.id), [text = choice.text] { return say(text); },
            choice.change);
    addRange(commands);
    addEvents(commands);
    addIndicators(commands);
    addRules(commands);
    addTypeCommands(commands);
    addScaleCommands(commands);
    addSessionCommands(commands);
    addCrosshairCommands(commands);
    addExportCommands(commands);
    addPanelCommand<ChartPanel>(
        commands, u"chart.compare"_s,
        [] { return say(QT_TRANSLATE_NOOP("tapeline::ChartCommands", "Chart: compare to…")); },
        u"compare"_s, [](ChartPanel &panel) { panel.comparisonBar()->begin(); });
}

} // namespace tapeline
