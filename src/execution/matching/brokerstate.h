#pragma once

#include "accountgate.h"
#include "brokerqueue.h"
#include "instrumentmarket.h"
#include "paperconfig.h"
#include "sessionclock.h"
#include "symboltable.h"
#include "workingorder.h"

#include <QHash>

#include <array>
#include <deque>

namespace tapeline {

/// Newest quotes of an order's instruments, in their order.
class QuoteList
{
public:
    /// No more than an order has legs.
    void add(const Quote &quote)
    {
        if (m_count < m_quotes.size())
            m_quotes[m_count++] = quote;
    }
    std::span<const Quote> view() const { return { m_quotes.data(), m_count }; }

private:
    std::array<Quote, mostLegs> m_quotes {};
    std::size_t m_count = 0;
};

/// What the parts of the paper broker share: time, markets, orders and what has happened.
class BrokerState
{
public:
    BrokerState(const PaperConfig &brokerConfig, const MarketCalendar &calendar, SymbolTable &table,
                AccountGate &accountGate)
        : config(brokerConfig)
        , clock(calendar)
        , symbols(table)
        , gate(accountGate)
    {
    }

    const PaperConfig config;
    CommissionModel commission = config.commission;
    SessionClock clock;
    SymbolTable &symbols;
    AccountGate &gate;
    BrokerQueue queue {};
    Timestamp now {};
    quint32 streamEpoch = 1; ///< counts feeds: quotes of an older one are stale
    bool streaming = true;
    std::vector<OrderEvent> events {};
    quint64 nextSequence = 1;
    quint64 momentBegan = 1; ///< sequence of the first event of what is done now

    /// What is no instrument has a market too, without a past: whatever happens there is lost.
    InstrumentMarket &market(InstrumentId id)
    {
        if (id.index() < m_markets.size() && m_markets[id.index()])
            return *m_markets[id.index()];
        return newMarket(id);
    }
    /// Terms given, or the usual ones of the symbol; nothing for what is no symbol.
    const Instrument *instrument(InstrumentId id);
    const Instrument *instrument(const QString &symbol);
    void setInstrument(const Instrument &instrument);
    const Instrument &instrumentOf(const WorkingOrder &order)
    {
        return *instrument(order.instrument());
    }
    Price tickOf(const WorkingOrder &order, Price price)
    {
        return instrumentOf(order).tickAt(price);
    }

    WorkingOrder *find(const QString &id) const { return m_byId.value(id); }
    WorkingOrder &add(const OrderTicket &ticket);
    /// One, or one a leg.
    std::vector<InstrumentId> instrumentsOf(const OrderTicket &ticket);
    std::deque<WorkingOrder> &orders() { return m_orders; }
    OcoGroup *group(const QString &name);
    quint64 nextAccept() { return ++m_accepts; }
    /// Puts an order into, or takes it out of, the lists of its instruments.
    void enlist(WorkingOrder &order);
    void delist(WorkingOrder &order);

    QuoteList quotesOf(const WorkingOrder &order);
    Duration refreshNow() { return clock.isRegular(now) ? config.refresh : Duration::zero(); }
    /// Latency of a command of this order; the same whenever it is asked.
    Duration latency(Duration fixed, const QString &id) const;

private:
    InstrumentMarket &newMarket(InstrumentId id);

    std::vector<std::unique_ptr<InstrumentMarket>> m_markets; // by id
    InstrumentMarket m_nowhere {};
    std::deque<WorkingOrder> m_orders;
    std::deque<OcoGroup> m_groups;
    QHash<QString, WorkingOrder *> m_byId;
    QHash<QString, OcoGroup *> m_groupsByName;
    quint64 m_accepts = 0;
};

} // namespace tapeline
