#include "tradebuilder.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using namespace ledgermath;

namespace {

constexpr std::size_t mostEarly = 4096;

bool isDelivery(const LedgerEvent &event)
{
    return event.kind == LedgerEventKind::Exercise || event.kind == LedgerEventKind::Assignment;
}

/// The order event that an event of the books rests on; 0: on none.
quint64 orderEventOf(const LedgerEvent &event)
{
    const bool isFault = event.kind == LedgerEventKind::Lock && event.source == "fault"_L1;
    return event.kind == LedgerEventKind::Fill || isFault ? event.reference : 0;
}

} // namespace

TradeBuilder::TradeBuilder(QString account, std::size_t mostKept)
    : m_account(std::move(account))
    , m_mostKept(mostKept)
{
}

Result<void> TradeBuilder::addOrder(const OrderEvent &event)
{
    m_waitingOrders.push_back(event);
    return settle();
}

Result<void> TradeBuilder::addBooks(const LedgerEvent &event)
{
    m_waitingBooks.push_back(event);
    return settle();
}

/// Up to the first fill that the books do not have yet.
void TradeBuilder::settleOrders()
{
    while (!m_waitingOrders.empty()) {
        const OrderEvent &next = m_waitingOrders.front();
        if (next.lastQty > Qty() && next.sequence > m_booked)
            return;
        m_orders.apply(next);
        m_lastOrder = next.sequence;
        m_waitingOrders.pop_front();
    }
}

Result<void> TradeBuilder::settle()
{
    while (!m_waitingBooks.empty()) {
        const LedgerEvent event = m_waitingBooks.front();
        const quint64 cause = orderEventOf(event);
        while (!m_waitingOrders.empty() && m_waitingOrders.front().sequence <= cause) {
            m_orders.apply(m_waitingOrders.front());
            m_lastOrder = m_waitingOrders.front().sequence;
            m_waitingOrders.pop_front();
        }
        if (cause > m_lastOrder)
            return {};
        m_booked = std::max(m_booked, cause);
        m_waitingBooks.pop_front();
        if (const Result<void> applied = applyBooks(event); !applied)
            return applied;
    }
    settleOrders();
    return {};
}

Result<void> TradeBuilder::applyBooks(const LedgerEvent &event)
{
    const Standings before = standings(event);
    const Result<LedgerEntry> entry = m_ledger.apply(event);
    if (!entry)
        return entry.error();
    if (event.kind == LedgerEventKind::Reset) {
        endAll(event);
        return {};
    }
    if (isDelivery(event))
        noteDelivered(event, before);
    if (event.kind == LedgerEventKind::Split)
        noteSplit(event, *entry, before);
    std::set<quint64> touched;
    for (const auto &[symbol, standing] : before)
        touched.insert({ standing.trip, tripOf(symbol) });
    for (const Part &part : parts(*entry, event, before)) {
        if (const Result<void> taken = takePart(event, part); !taken)
            return taken;
        touched.insert(part.trip);
    }
    touched.erase(0);
    for (const quint64 trip : touched)
        refresh(trip, event);
    return {};
}

/// Of all symbols that the event may touch.
TradeBuilder::Standings TradeBuilder::standings(const LedgerEvent &event) const
{
    Standings before;
    const auto add = [&](const QString &symbol) {
        if (symbol.isEmpty())
            return;
        const Position *position = m_ledger.state().find(symbol);
        before[symbol] = position ? Standing { tripOf(symbol), position->qty } : Standing {};
    };
    add(event.symbol);
    add(event.target);
    if (event.reversal)
        for (const LotChange &change : event.reversal->lots)
            add(change.symbol);
    return before;
}

/// 0: nothing is open.
quint64 TradeBuilder::tripOf(const QString &symbol) const
{
    const Position *position = m_ledger.state().find(symbol);
    return position && position->trip.changes > 0 ? position->trip.id : 0;
}

TradeDraft &TradeBuilder::draft(quint64 trip)
{
    const auto [found, isNew] = m_trades.try_emplace(trip, TradeKey { m_account, trip },
                                                     quint32(m_ledger.state().archive));
    if (!isNew)
        return found->second;
    if (const auto early = m_early.find(trip); early != m_early.end()) {
        for (const ContextLine &line : early->second)
            takeContext(found->second, line);
        m_early.erase(early);
    }
    return found->second;
}

Result<void> TradeBuilder::takePart(const LedgerEvent &event, const Part &part)
{
    if (event.kind == LedgerEventKind::Correction) {
        const auto trade = m_trades.find(part.trip);
        if (trade == m_trades.end())
            return Error { Error::Code::NotFound,
                           u"the trade of event %1 is forgotten"_s.arg(event.reference) };
        trade->second.takeBack(event.reference, step(event, part).execution);
        touch(part.trip);
        return {};
    }
    const TradeStep taken = step(event, part);
    draft(part.trip).add(taken);
    touch(part.trip);
    if (const QString &order = taken.execution.order;
        !order.isEmpty() && !m_tripsOf.contains(order, part.trip))
        m_tripsOf.insert(order, part.trip);
    return {};
}

/// What the ledger's own sums say of a trade after an event.
void TradeBuilder::refresh(quint64 trip, const LedgerEvent &event)
{
    const auto found = m_trades.find(trip);
    if (found == m_trades.end())
        return;
    TradeDraft &trade = found->second;
    const bool wasOpen = trade.isOpen();
    if (const OpenTrip sums = openSums(trip); sums.changes > 0) {
        if (!wasOpen)
            std::erase(m_closed, trip); // open again
        if (trade.setOutcome({ sums.openedAt, {}, sums.gross, sums.fees }))
            touch(trip);
        return;
    }
    const RoundTrip *closed = closedBy(event.sequence, trip);
    if (!closed && wasOpen)
        return vanish(trip, event);
    if (!closed)
        return;
    if (wasOpen)
        m_closed.push_back(trip);
    if (trade.setOutcome({ closed->openedAt, closed->closedAt, closed->gross, closed->fees }))
        touch(trip);
}

/// Of all legs of an open trade; without changes when none is.
OpenTrip TradeBuilder::openSums(quint64 trip) const
{
    OpenTrip sums;
    const auto add = [&](const OpenTrip &leg) {
        if (leg.id != trip || leg.changes == 0)
            return;
        sums.openedAt = sums.changes == 0 ? leg.openedAt : std::min(sums.openedAt, leg.openedAt);
        addHeld(sums.gross, leg.gross);
        addHeld(sums.fees, leg.fees);
        sums.changes += leg.changes;
    };
    for (const auto &[symbol, position] : m_ledger.state().positions)
        add(position.trip);
    for (const ClosedLeg &leg : m_ledger.state().closedLegs)
        add(leg.sums);
    return sums;
}

/// The trade, when this event has closed it.
const RoundTrip *TradeBuilder::closedBy(quint64 sequence, quint64 trip) const
{
    const std::vector<RoundTrip> &trips = m_ledger.state().trips;
    for (auto over = trips.rbegin(); over != trips.rend() && over->closedBy == sequence; ++over)
        if (over->id == trip)
            return &*over;
    return nullptr;
}

/// A correction has taken it back whole, or what it held has become part of another trade.
void TradeBuilder::vanish(quint64 trip, const LedgerEvent &event)
{
    TradeDraft gone = std::move(m_trades.at(trip));
    m_trades.erase(trip);
    m_changed.erase(trip);
    m_gone.insert(trip);
    const LedgerState &state = m_ledger.state();
    quint64 into = event.target.isEmpty() ? 0 : tripOf(event.target);
    if (into == 0 && !state.trips.empty() && state.trips.back().closedBy == event.sequence)
        into = state.trips.back().id;
    const auto other = m_trades.find(into);
    for (const TradeExecution &execution : gone.executions()) {
        m_tripsOf.remove(execution.order, trip);
        if (other != m_trades.end() && !execution.order.isEmpty())
            m_tripsOf.insert(execution.order, into);
    }
    if (other == m_trades.end())
        return;
    other->second.absorb(std::move(gone));
    touch(into);
}

/// A reset ends what is open with what it had come to.
void TradeBuilder::endAll(const LedgerEvent &reset)
{
    for (auto &[trip, trade] : m_trades) {
        if (!trade.isOpen())
            continue;
        TradeDraft::Outcome outcome = trade.outcome();
        outcome.closedAt = reset.at;
        trade.setOutcome(outcome);
        m_closed.push_back(trip);
        touch(trip);
    }
}

void TradeBuilder::addContext(const ContextLine &line)
{
    if (line.kind == ContextLine::Kind::Decision) {
        m_orders.note(line);
        for (const quint64 trip : m_tripsOf.values(line.order)) {
            m_trades.at(trip).setDecision(line.order, line.symbol, line.moment.bid,
                                          line.moment.ask);
            touch(trip);
        }
        return;
    }
    if (const auto trade = m_trades.find(line.trade); trade != m_trades.end()) {
        takeContext(trade->second, line);
        return touch(line.trade);
    }
    m_early[line.trade].push_back(line);
    if (m_early.size() > mostEarly)
        m_early.erase(m_early.begin());
}

void TradeBuilder::takeContext(TradeDraft &trade, const ContextLine &line)
{
    using enum ContextLine::Kind;
    switch (line.kind) {
    case Entry:
        return trade.setMoment(false, line.moment);
    case Exit:
        return trade.setMoment(true, line.moment);
    case Excursion:
        return trade.addExcursion(line.worst, line.best, line.isRough);
    case Decision:
        return;
    }
}

TradeBuilder::Changes TradeBuilder::takeChanges()
{
    Changes changes;
    for (const quint64 trip : std::exchange(m_changed, {})) {
        const TradeDraft &trade = m_trades.at(trip);
        changes.trades.push_back({ trade.record(), trade.executions() });
    }
    for (const quint64 trip : std::exchange(m_gone, {}))
        changes.gone.push_back({ m_account, trip });
    forgetOld();
    return changes;
}

void TradeBuilder::forgetOld()
{
    while (m_closed.size() > m_mostKept) {
        const auto oldest = m_trades.find(m_closed.front());
        for (const TradeExecution &execution : oldest->second.executions())
            m_tripsOf.remove(execution.order, oldest->first);
        m_trades.erase(oldest);
        m_closed.pop_front();
    }
}

} // namespace tapeline
