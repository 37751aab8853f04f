#include "watchlistbinding.h"

#include "desksession.h"
#include "marketdispatcher.h"
#include "plantext.h"
#include "symbology.h"
#include "watchlistmodel.h"
#include "watchlistpanel.h"

#include <algorithm>

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
                noteBadges(snapshots);
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

void WatchlistBinding::noteBadges(const std::vector<InstrumentSnapshot> &snapshots)
{
    bool changed = false;
    for (const InstrumentSnapshot &snapshot : snapshots) {
        const auto own = m_badges.find(snapshot.symbol);
        if (own == m_badges.end() || *own == snapshot.badge)
            continue;
        *own = snapshot.badge;
        changed = true;
    }
    if (changed)
        showBadge();
}

/// What the least fresh of its symbols has to say.
void WatchlistBinding::showBadge()
{
    const auto worse = [](const DataBadge &a, const DataBadge &b) {
        return std::pair(a.stale, a.recency) < std::pair(b.stale, b.recency);
    };
    const auto worst = std::max_element(m_badges.cbegin(), m_badges.cend(), worse);
    if (worst != m_badges.cend())
        m_panel.setBadge(*worst, {}, productOf(symbology::classOf(worst.key())));
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
    const QHash<QString, DataBadge> before = std::exchange(m_badges, {});
    for (const QString &symbol : symbols)
        m_badges.insert(symbol, before.value(symbol));
}

} // namespace tapeline
