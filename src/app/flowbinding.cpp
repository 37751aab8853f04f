#include "flowbinding.h"

#include "desksession.h"
#include "flowpanel.h"
#include "marketdispatcher.h"
#include "symbology.h"

namespace tapeline {

FlowBinding::FlowBinding(FlowPanel &panel, DeskSession &session, MarketDispatcher &dispatcher)
    : QObject(&panel)
    , m_panel(panel)
    , m_session(session)
{
    connect(&panel, &Panel::symbolChanged, this, &FlowBinding::open);
    connect(&panel, &FlowPanel::ruleChanged, this, &FlowBinding::open);
    connect(&dispatcher, &MarketDispatcher::flowChanged, this, [this](const FlowUpdate &update) {
        if (update.flow == m_flow)
            m_panel.setStatistics(update);
    });
    connect(&dispatcher, &MarketDispatcher::statusChanged, this,
            [this](const SessionStatus &status) {
                const AssetClass assetClass = symbology::classOf(m_panel.symbol());
                m_panel.setTradesExpected(
                    status.source == DataSource::Replay
                    || status.capabilities.has(assetClass, DataKind::StreamTrades));
            });
    connect(&dispatcher, &MarketDispatcher::snapshotsChanged, this,
            [this](const std::vector<InstrumentSnapshot> &snapshots) {
                for (const InstrumentSnapshot &snapshot : snapshots)
                    if (snapshot.symbol == m_panel.symbol())
                        m_panel.setBadge(snapshot.badge);
            });
}

FlowBinding::~FlowBinding()
{
    close();
}

/// Of minutes: the figures are the same for all.
void FlowBinding::open()
{
    close();
    m_panel.clear();
    if (!m_panel.symbol().isEmpty())
        m_flow = m_session.openFlow(m_panel.symbol(), Timeframe(), m_panel.rule());
}

void FlowBinding::close()
{
    if (m_flow != 0)
        m_session.closeFlow(std::exchange(m_flow, 0));
}

} // namespace tapeline
