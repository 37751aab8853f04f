#pragma once

#include "chainstore.h"
#include "marketsnapshot.h"
#include "volatilityhistory.h"
#include "volatilitysearch.h"

#include <map>

namespace tapeline {

class AnalysisPanel;
class DeskDatabase;
class DeskSession;
class MarketDispatcher;
class PanelRegistry;

/// Daily implied volatilities in desk.db, those of simulated markets apart from the service's.
class DeskVolatilityStore : public VolatilityStore
{
public:
    /// Both must outlive it.
    DeskVolatilityStore(DeskDatabase &database, const DeskSession &session)
        : m_database(database)
        , m_session(session)
    {
    }

    std::vector<DailyVolatility> load(const QString &underlying) override;
    void save(const QString &underlying, const std::vector<DailyVolatility> &days) override;

private:
    QString kindOf(const QString &underlying) const;

    DeskDatabase &m_database;
    const DeskSession &m_session;
};

/// Makes the panels of chain analysis, and keeps the volatilities that they tell.
class AnalysisDesk : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    AnalysisDesk(DeskSession &session, MarketDispatcher &dispatcher, ChainStore &chains,
                 DeskDatabase &database);

    void registerPanel(PanelRegistry &panels);

private:
    DeskSession &m_session;
    MarketDispatcher &m_dispatcher;
    ChainStore &m_chains;
    DeskVolatilityStore m_store;
    VolatilityHistory m_history;
    VolatilitySearch m_search;
    int m_source = -1; ///< whose volatilities are read
};

/// Gives one panel of chain analysis the daily bars of its underlying, and looks back for what was
/// implied then where the plan sets no limit to requests.
class AnalysisBinding : public QObject
{
    Q_OBJECT

public:
    /// All but the panel must outlive it.
    AnalysisBinding(AnalysisPanel &panel, DeskSession &session, MarketDispatcher &dispatcher,
                    VolatilitySearch &search);
    ~AnalysisBinding() override;

private:
    void open(const QString &underlying);
    void close();
    void take(const ChartUpdate &update);
    void lookBack();

    AnalysisPanel &m_panel;
    DeskSession &m_session;
    MarketDispatcher &m_dispatcher;
    VolatilitySearch &m_search;
    quint64 m_chart = 0; ///< 0: none
    bool m_areDaysHere = false; ///< no request for them is under way
    std::map<Timestamp, Candle> m_days;
};

} // namespace tapeline
