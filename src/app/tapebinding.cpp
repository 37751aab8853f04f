#include "tapebinding.h"

#include "desksession.h"
#include "marketdispatcher.h"
#include "plantext.h"
#include "symbology.h"
#include "tapemodel.h"
#include "tapepanel.h"
#include "tapeview.h"

namespace tapeline {

TapeBinding::TapeBinding(TapePanel &panel, DeskSession &session, MarketDispatcher &dispatcher)
    : QObject(&panel)
    , m_panel(panel)
    , m_session(session)
{
    connect(&panel, &Panel::symbolChanged, this, &TapeBinding::follow);
    connect(&dispatcher, &MarketDispatcher::tapeChanged, this, &TapeBinding::show);
    connect(&dispatcher, &MarketDispatcher::statusChanged, this,
            [this](const SessionStatus &status) {
                const AssetClass assetClass = symbology::classOf(m_symbol);
                const Product product = productOf(assetClass);
                m_panel.setClockSpeed(status.speed);
                m_panel.setPlanNote(status.source == DataSource::Replay
                                        ? QString()
                                        : tapePlanNote(status.capabilities, assetClass));
                m_panel.view()->setPrintsExpected(
                    status.capabilities.has(product, DataKind::StreamBars));
            });
    connect(&dispatcher, &MarketDispatcher::snapshotsChanged, this,
            [this](const std::vector<InstrumentSnapshot> &snapshots) {
                for (const InstrumentSnapshot &snapshot : snapshots)
                    if (snapshot.symbol == m_symbol)
                        m_panel.setBadge(snapshot.badge);
            });
}

TapeBinding::~TapeBinding()
{
    if (!m_symbol.isEmpty())
        m_session.closeTape(m_symbol);
}

void TapeBinding::follow(const QString &symbol)
{
    if (symbol == m_symbol)
        return;
    if (!m_symbol.isEmpty())
        m_session.closeTape(m_symbol);
    m_symbol = symbol;
    m_panel.model().clear();
    if (!symbol.isEmpty())
        m_session.openTape(symbol);
}

void TapeBinding::show(const TapeUpdate &update)
{
    if (update.symbol != m_symbol)
        return;
    if (update.reset)
        m_panel.model().clear();
    m_panel.model().append(update.prints);
}

} // namespace tapeline
