#include "brokerstate.h"

#include "splitmix64.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Stops come before targets (the pessimistic choice of execution.md A.5), then what takes the
/// market's price, then the better limit.
int rankOf(const WorkingOrder &order)
{
    if (order.awaitsTrigger())
        return 0;
    return order.limit() ? 2 : 1;
}

bool comesFirst(const WorkingOrder *a, const WorkingOrder *b)
{
    const int rankA = rankOf(*a);
    const int rankB = rankOf(*b);
    if (rankA != rankB)
        return rankA < rankB;
    if (rankA == 2 && a->ticket.side != b->ticket.side)
        return a->isBuy();
    if (rankA == 2 && *a->limit() != *b->limit())
        return a->isBuy() ? *a->limit() > *b->limit() : *a->limit() < *b->limit();
    return a->acceptSequence < b->acceptSequence;
}

} // namespace

InstrumentMarket &BrokerState::newMarket(InstrumentId id)
{
    if (!id.isValid())
        return m_nowhere = InstrumentMarket();
    if (id.index() >= m_markets.size())
        m_markets.resize(id.index() + 1);
    m_markets[id.index()] = std::make_unique<InstrumentMarket>();
    return *m_markets[id.index()];
}

const Instrument *BrokerState::instrument(InstrumentId id)
{
    if (!id.isValid())
        return nullptr;
    InstrumentMarket &own = market(id);
    if (!own.instrument && !own.sought) {
        own.sought = true;
        Result<Instrument> usual = instrumentFromSymbol(symbols.symbol(id));
        if (usual)
            own.instrument = std::make_unique<Instrument>(std::move(*usual));
    }
    return own.instrument.get();
}

const Instrument *BrokerState::instrument(const QString &symbol)
{
    return instrument(symbols.intern(symbol));
}

void BrokerState::setInstrument(const Instrument &instrument)
{
    market(symbols.intern(instrument.symbol)).instrument = std::make_unique<Instrument>(instrument);
}

WorkingOrder &BrokerState::add(const OrderTicket &ticket)
{
    WorkingOrder &order = m_orders.emplace_back();
    order.ticket = ticket;
    m_byId.insert(ticket.id, &order);
    order.instruments = instrumentsOf(ticket);
    order.commissions.resize(order.instruments.size());
    return order;
}

std::vector<InstrumentId> BrokerState::instrumentsOf(const OrderTicket &ticket)
{
    if (!ticket.isPackage())
        return { symbols.intern(ticket.symbol) };
    std::vector<InstrumentId> ids;
    for (const OrderLeg &leg : ticket.legs)
        ids.push_back(symbols.intern(leg.symbol));
    return ids;
}

OcoGroup *BrokerState::group(const QString &name)
{
    if (name.isEmpty())
        return nullptr;
    OcoGroup *&known = m_groupsByName[name];
    if (!known)
        known = &m_groups.emplace_back();
    return known;
}

void BrokerState::enlist(WorkingOrder &order)
{
    for (const InstrumentId id : order.instruments) {
        std::vector<WorkingOrder *> &list = market(id).orders;
        list.insert(std::ranges::lower_bound(list, &order, comesFirst), &order);
    }
}

void BrokerState::delist(WorkingOrder &order)
{
    for (const InstrumentId id : order.instruments)
        std::erase(market(id).orders, &order);
}

QuoteList BrokerState::quotesOf(const WorkingOrder &order)
{
    QuoteList quotes;
    for (const InstrumentId id : order.instruments)
        quotes.add(market(id).quote);
    return quotes;
}

Duration BrokerState::latency(Duration fixed, const QString &id) const
{
    if (config.latencyJitter <= Duration::zero())
        return fixed;
    SplitMix64 draws(config.seed ^ stableHash(id.toStdString()));
    const auto range
        = quint64(std::chrono::ceil<std::chrono::microseconds>(config.latencyJitter).count());
    return fixed + std::chrono::microseconds(qint64(draws.below(range + 1)));
}

} // namespace tapeline
