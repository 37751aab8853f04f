#pragma once

#include "marketsnapshot.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <vector>

namespace tapeline {

class DeskSession;
class MarketDispatcher;
class WatchlistPanel;

/// Keeps one watchlist panel fed: asks for the symbols in its list and hands it their newest
/// figures. Lives as long as its panel.
class WatchlistBinding : public QObject
{
    Q_OBJECT

public:
    WatchlistBinding(WatchlistPanel &panel, DeskSession &session, MarketDispatcher &dispatcher);
    ~WatchlistBinding() override;

private:
    void follow(const QStringList &symbols);
    void noteBadges(const std::vector<InstrumentSnapshot> &snapshots);
    void showBadge();

    WatchlistPanel &m_panel;
    DeskSession &m_session;
    QStringList m_watched;
    QHash<QString, DataBadge> m_badges; // of all, unknown before they tell
};

} // namespace tapeline
