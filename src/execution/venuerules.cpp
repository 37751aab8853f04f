#include "papervenue.h"

#include "openorder.h"
#include "ruleresolution.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// What orders carry beside their prices: the rules of PaperVenue.

/// Reckons what an order leaves to rules. A reason: why the broker need not see it.
Reason PaperVenue::prepare(OrderTicket &ticket, Timestamp at) const
{
    if (hasEnded(ticket, at)) // the broker goes by days, not by the end of the last session
        return { ReasonCode::ExpiredContract, u"its last session is over"_s };
    return ticket.hasRules() ? resolve(ticket, at) : Reason {};
}

/// A symbol that is none is left to the broker to refuse.
Reason PaperVenue::resolve(OrderTicket &ticket, Timestamp at) const
{
    if (ticket.ivStop && m_refuseIvStops)
        return { ReasonCode::NoMarketData,
                 u"nothing tells implied volatility here: an IV stop would never fire"_s };
    const QString symbol = ticket.isPackage() ? ticket.legs.front().symbol : ticket.symbol;
    const Instrument &instrument = m_books.instrument(symbol);
    RuleMarket market { .instrument = instrument,
                        .entry = expectedPrice(ticket, m_prices.prices(symbol)),
                        .range = {} };
    market.range = [&](Timeframe timeframe) {
        return m_prices.ranges().average(m_symbols.intern(symbol), timeframe, instrument.assetClass,
                                         at);
    };
    market.volatilityPpm = volatilityOf(ticket, m_volatility);
    return resolveRules(ticket, market);
}

void PaperVenue::setVolatility(const QString &symbol, qint64 ppm, Timestamp at)
{
    passTo(at);
    m_volatility[symbol] = ppm;
    m_exits.onVolatility(m_volatility, at);
    leaveByRule(at);
    watch(at);
}

/// Hears what the broker and the books did, and keeps it for who asks.
void PaperVenue::drain()
{
    if (!m_broker.hasEvents() && !m_books.hasEvents())
        return;
    std::vector<OrderEvent> orders = m_broker.takeEvents();
    std::vector<LedgerEvent> books = m_books.takeEvents();
    m_exits.fold(orders, books, m_books.entries());
    std::ranges::move(orders, std::back_inserter(m_freshOrders));
    std::ranges::move(books, std::back_inserter(m_freshBooks));
}

/// What rules end before this instant, and what the broker does by itself in between: a fill may
/// start a clock.
void PaperVenue::passRules(Timestamp at)
{
    drain();
    while (!m_exits.isEmpty()) {
        const Timestamp due = m_exits.nextDue();
        const Timestamp broker = m_broker.nextDue();
        if (std::min(due, broker) >= at)
            return;
        if (due < broker) {
            leaveByRule(due);
            continue;
        }
        m_broker.advanceTo(broker);
        drain();
    }
}

/// Takes back what is left of the entry and closes what it opened, at the market.
void PaperVenue::leaveByRule(Timestamp at)
{
    while (const RuledEntry *due = m_exits.dueAt(at)) {
        const RuledEntry entry = *due;
        const QString id = entry.ticket.id;
        const bool byClock = entry.cause == ReasonCode::None || entry.cause == ReasonCode::TimeStop;
        const Reason cause { byClock ? ReasonCode::TimeStop : ReasonCode::IvStop };
        m_broker.withdraw(id, cause, at);
        std::map<QString, Qty> positions;
        for (const auto &[symbol, qty] : entry.held)
            positions[symbol] = m_books.position(symbol);
        const OrderTicket exit = ruledExit(entry, freeExitId(id, byClock), positions);
        if (exit.qty > Qty() && !hasEnded(exit, at))
            m_broker.submit(exit, at, cause);
        else
            m_exits.drop(id);
        drain();
    }
}

/// "a.time", "a.time-2": the first that no order has.
QString PaperVenue::freeExitId(const QString &entry, bool byClock) const
{
    const QString name = entry + (byClock ? ".time"_L1 : ".iv"_L1);
    QString id = name;
    for (int i = 2; m_broker.ticket(id); ++i)
        id = u"%1-%2"_s.arg(name).arg(i);
    return id;
}

} // namespace tapeline
