#include "comparisonbinding.h"

#include "chartpanel.h"
#include "comparison.h"
#include "desksession.h"
#include "instrument.h"
#include "marketdispatcher.h"
#include "symbology.h"

namespace tapeline {

ComparisonBinding::ComparisonBinding(ChartPanel &panel, DeskSession &session,
                                     MarketDispatcher &dispatcher)
    : QObject(&panel)
    , m_panel(panel)
    , m_session(session)
{
    connect(&panel.comparisons(), &Comparisons::added, this, &ComparisonBinding::open);
    connect(&panel.comparisons(), &Comparisons::removed, this, &ComparisonBinding::close);
    connect(&dispatcher, &MarketDispatcher::chartChanged, this, &ComparisonBinding::show);
    connect(&panel.series(), &ChartSeries::changed, this, &ComparisonBinding::loadEarlier);
    openAll();
}

ComparisonBinding::~ComparisonBinding()
{
    closeAll();
}

void ComparisonBinding::openAll()
{
    closeAll();
    for (const auto &comparison : m_panel.comparisons().all())
        open(*comparison);
}

void ComparisonBinding::closeAll()
{
    for (auto chart = m_charts.keyBegin(); chart != m_charts.keyEnd(); ++chart)
        m_session.closeChart(*chart);
    m_charts.clear();
}

void ComparisonBinding::open(Comparison &comparison)
{
    if (m_panel.series().symbol().isEmpty())
        return; // with the chart
    const QString &symbol = comparison.symbol();
    const Timeframe timeframe = m_panel.series().timeframe();
    comparison.series().setInstrument(symbol, timeframe, instrumentDecimals(symbol),
                                      symbology::classOf(symbol));
    m_charts.insert(m_session.openChart(symbol, timeframe), &comparison);
}

void ComparisonBinding::close(Comparison &comparison)
{
    const quint64 chart = m_charts.key(&comparison);
    if (m_charts.remove(chart))
        m_session.closeChart(chart);
}

void ComparisonBinding::show(const ChartUpdate &update)
{
    Comparison *comparison = m_charts.value(update.chart);
    if (!comparison)
        return; // of a chart that was closed meanwhile, or another panel's
    comparison->series().apply(update);
    loadEarlier();
}

/// Until they begin where the chart begins, or there is no more.
void ComparisonBinding::loadEarlier()
{
    const ChartSeries &bars = m_panel.series();
    if (bars.isEmpty())
        return;
    for (auto chart = m_charts.cbegin(); chart != m_charts.cend(); ++chart) {
        const ChartSeries &own = chart.value()->series();
        if (own.history() == ChartUpdate::History::Partial && !own.isEmpty()
            && own.start(own.firstKey()) > bars.start(bars.firstKey()))
            m_session.loadEarlier(chart.key());
    }
}

} // namespace tapeline
