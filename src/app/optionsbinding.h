#pragma once

#include "chainstore.h"
#include "strategydesk.h"

namespace tapeline {

class DeskSession;
class MarketDispatcher;
class PanelRegistry;
class TradeDesk;

/// Connects what shows options with the engine, and makes their panels. Owns the chains and the
/// strategies of the window.
class OptionsBinding : public QObject, private ChainPort
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    OptionsBinding(DeskSession &session, MarketDispatcher &dispatcher, TradeDesk &trading,
                   QObject *parent = nullptr);

    ChainStore &chains() { return m_chains; }
    StrategyDesk &strategies() { return m_strategies; }

    void registerPanels(PanelRegistry &panels);

private:
    quint64 openChain(const QString &underlying) override;
    void closeChain(quint64 id) override;
    void setChainView(quint64 id, const QStringList &contracts) override;

    DeskSession &m_session;
    MarketDispatcher &m_dispatcher;
    TradeDesk &m_trading;
    ChainStore m_chains { *this };
    StrategyDesk m_strategies;
};

} // namespace tapeline
