#include "chartopener.h"

#include "chartpanel.h"
#include "chartseries.h"
#include "mainwindow.h"
#include "pricechart.h"
#include "workspacearea.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

ChartPanel *chartOf(Workspace &workspace, const QString &symbol, Timeframe timeframe)
{
    ChartPanel *any = nullptr;
    for (Panel *panel : workspace.panels()) {
        auto *chart = qobject_cast<ChartPanel *>(panel);
        if (!chart || chart->symbol() != symbol || !workspace.isPanelOpen(chart))
            continue;
        if (chart->timeframe() == timeframe)
            return chart;
        if (!any)
            any = chart;
    }
    return any;
}

/// Once its bars reach back to there; once they are loaded, the nearest there is.
bool showBar(const ChartPanel &panel, Timestamp time)
{
    const ChartSeries &series = panel.series();
    const bool isReached = !series.isEmpty() && series.start(series.firstKey()) <= time;
    if (series.isEmpty() || (!isReached && series.history() == ChartUpdate::History::Loading))
        return false;
    panel.chart()->showBar(
        std::clamp(series.keyHolding(time), series.firstKey(), series.lastKey()));
    return true;
}

void showBarSoon(ChartPanel &panel, Timestamp time)
{
    if (showBar(panel, time))
        return;
    auto *waiting = new QObject(&panel);
    QObject::connect(&panel.series(), &ChartSeries::changed, waiting, [&panel, time, waiting] {
        if (showBar(panel, time))
            waiting->deleteLater();
    });
    QObject::connect(&panel, &ChartPanel::chartRequested, waiting, &QObject::deleteLater);
}

} // namespace

void showInChart(MainWindow &window, const QString &symbol, Timeframe timeframe, Timestamp time)
{
    Workspace &workspace = *window.workspaces().current();
    ChartPanel *chart = chartOf(workspace, symbol, timeframe);
    if (chart) {
        workspace.setPanelOpen(chart, true); // in front of what shares its place
    } else {
        chart = qobject_cast<ChartPanel *>(workspace.openPanel(u"chart"_s));
        if (!chart)
            return;
        chart->setLinkColor(LinkColor::None);
        chart->setTimeframe(timeframe);
        chart->setSymbol(symbol);
    }
    window.activateWindow();
    chart->setFocus();
    showBarSoon(*chart, time);
}

} // namespace tapeline
