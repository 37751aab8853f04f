#include "watchlistbinding.h"

#include "desksession.h"
#include "marketdispatcher.h"
#include "plantext.h"
#include "watchlistmodel.h"
#include "watchlistpanel.h"

namespace tapeline {

WatchlistBinding::WatchlistBinding(WatchlistPanel &panel, DeskSession &session,
                                   MarketDispatcher &dispatcher)
    : QObject(&panel)
    , m_panel(panel)
    , m_session(session)
{
    connect(&panel.model(), &WatchlistModel::symbolsChanged, this, &WatchlistBinding::follow);
    connect(&dispatcher, &MarketDispatcher::snapshotsChanged, this,
            [this](const std::vector<InstrumentSnapshot> &snapshots) {
                m_panel.model().apply(snapshots);
                m_panel.setBadge(snapshots.front().badge);
            });
    connect(&dispatcher, &MarketDispatcher::statusChanged, this,
            [this](const SessionStatus &status) {
                m_panel.setPlanNote(watchlistPlanNote(status.capabilities));
            });
    follow(panel.model().symbols());
}

WatchlistBinding::~WatchlistBinding()
{
    for (const QString &symbol : m_watched)
        m_session.unwatch(symbol);
}

void WatchlistBinding::follow(const QStringList &symbols)
{
    for (const QString &symbol : symbols)
        if (!m_watched.contains(symbol))
            m_session.watch(symbol);
    for (const QString &symbol : m_watched)
        if (!symbols.contains(symbol))
            m_session.unwatch(symbol);
    m_watched = symbols;
}

} // namespace tapeline
