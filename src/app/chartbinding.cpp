#include "chartbinding.h"

#include "chartpanel.h"
#include "chartseries.h"
#include "desksession.h"
#include "marketdispatcher.h"
#include "plantext.h"

namespace tapeline {

ChartBinding::ChartBinding(ChartPanel &panel, DeskSession &session, MarketDispatcher &dispatcher)
    : QObject(&panel)
    , m_panel(panel)
    , m_session(session)
{
    connect(&panel, &ChartPanel::chartRequested, this, &ChartBinding::open);
    connect(&panel, &ChartPanel::earlierRequested, this,
            [this] { m_session.loadEarlier(m_chart); });
    connect(&dispatcher, &MarketDispatcher::chartChanged, this, &ChartBinding::show);
    connect(&dispatcher, &MarketDispatcher::statusChanged, this,
            [this](const SessionStatus &status) {
                m_panel.setMarketTime(status.marketTime);
                if (const auto timeframe = m_panel.timeframe())
                    m_panel.setPlanNote(chartPlanNote(status.capabilities, *timeframe));
            });
}

ChartBinding::~ChartBinding()
{
    close();
}

void ChartBinding::open(const QString &symbol, Timeframe timeframe)
{
    close();
    m_panel.series().setInstrument(symbol, timeframe);
    m_chart = m_session.openChart(symbol, timeframe);
}

void ChartBinding::close()
{
    if (m_chart != 0)
        m_session.closeChart(m_chart);
    m_chart = 0;
}

void ChartBinding::show(const ChartUpdate &update)
{
    if (update.chart != m_chart)
        return; // of a chart that was closed meanwhile, or another panel's
    m_panel.series().apply(update);
    m_panel.setBadge(update.badge);
}

} // namespace tapeline
