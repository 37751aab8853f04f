#include "brokerprivate.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

PaperBroker::PaperBroker(const PaperConfig &config, const MarketCalendar &calendar,
                         SymbolTable &symbols, AccountGate &gate)
    : d(std::make_unique<Private>(config, calendar, symbols, gate))
{
}

PaperBroker::~PaperBroker() = default;

void PaperBroker::submit(const OrderTicket &ticket, Timestamp at, const Reason &cause)
{
    d->begin(at, EventRank::Bar);
    d->send(ticket, cause);
    d->begin(at, EventRank::Command); // without latency it is there now
}

void PaperBroker::refuse(const OrderTicket &ticket, const Reason &reason, Timestamp at)
{
    d->begin(at, EventRank::Bar);
    if (WorkingOrder *order = d->enter(ticket)) {
        d->life.step(*order, OrderAction::Submit);
        d->life.step(*order, OrderAction::Reject, reason);
    }
}

Reason PaperBroker::objection(const OrderTicket &ticket) const
{
    if (d->state.find(ticket.id))
        return { ReasonCode::DuplicateId, ticket.id };
    WorkingOrder probe;
    probe.ticket = ticket;
    probe.instruments = d->state.instrumentsOf(ticket);
    const Reason reason = d->checks.objection(probe);
    return reason.code != ReasonCode::None ? reason : d->checks.washCross(probe);
}

void PaperBroker::replace(const OrderReplace &change, Timestamp at)
{
    d->begin(at, EventRank::Bar);
    WorkingOrder *order = d->state.find(change.id);
    if (!order) {
        d->life.report(change.id, OrderState::New, OrderAction::RejectReplace,
                       { ReasonCode::OrderNotFound, change.id });
        return;
    }
    if (!order->standing.after(OrderAction::RequestReplace)) {
        const ReasonCode code = order->isOpen() ? ReasonCode::BadReplace : ReasonCode::OrderClosed;
        d->life.report(change.id, order->standing.state, OrderAction::RejectReplace,
                       { code, order->isOpen() ? u"a request is pending"_s : QString() });
        return;
    }
    order->wanted = change;
    d->life.step(*order, OrderAction::RequestReplace);
    d->state.events.back().ticket = d->changed(*order, change);
    d->schedule(*order, QueuedEvent::Kind::ArriveReplace,
                d->state.now + d->state.latency(d->state.config.orderLatency, order->id()));
    d->begin(at, EventRank::Command);
}

void PaperBroker::cancel(const QString &id, Timestamp at)
{
    d->begin(at, EventRank::Bar);
    WorkingOrder *order = d->state.find(id);
    if (!order) {
        d->life.report(id, OrderState::New, OrderAction::RejectCancel,
                       { ReasonCode::OrderNotFound, id });
        return;
    }
    if (!order->standing.after(OrderAction::RequestCancel)) {
        const ReasonCode code = order->isOpen() ? ReasonCode::BadReplace : ReasonCode::OrderClosed;
        d->life.report(id, order->standing.state, OrderAction::RejectCancel,
                       { code, order->isOpen() ? u"a cancel is pending"_s : QString() });
        return;
    }
    d->life.step(*order, OrderAction::RequestCancel);
    d->schedule(*order, QueuedEvent::Kind::ArriveCancel,
                d->state.now + d->state.latency(d->state.config.cancelLatency, id));
    d->begin(at, EventRank::Command);
}

void PaperBroker::withdraw(const QString &id, const Reason &reason, Timestamp at)
{
    d->begin(at, EventRank::Bar);
    WorkingOrder *order = d->state.find(id);
    if (order && order->isOpen())
        d->life.end(*order, OrderAction::Cancel, reason);
}

std::vector<OrderEvent> PaperBroker::takeEvents()
{
    return std::exchange(d->state.events, {});
}

bool PaperBroker::hasEvents() const
{
    return !d->state.events.empty();
}

Timestamp PaperBroker::nextDue() const
{
    return d->state.queue.nextDue();
}

void PaperBroker::onPositionChanged(const QString &symbol, Timestamp at)
{
    d->begin(at, EventRank::Corporate);
    d->life.positionChanged(d->state.symbols.intern(symbol));
}

void PaperBroker::setCommission(const CommissionModel &commission)
{
    d->state.commission = commission;
}

void PaperBroker::setInstrument(const Instrument &instrument)
{
    d->state.setInstrument(instrument);
}

void PaperBroker::setDayStatistics(const QString &symbol, Qty averageVolume, qint64 volatilityPpm)
{
    InstrumentMarket &market = d->state.market(d->state.symbols.intern(symbol));
    market.dayVolume = averageVolume;
    market.dayVolatilityPpm = volatilityPpm;
}

void PaperBroker::setNextSequence(quint64 sequence)
{
    d->state.nextSequence = sequence;
}

std::optional<OrderTicket> PaperBroker::ticket(const QString &id) const
{
    const WorkingOrder *order = d->state.find(id);
    return order ? std::optional(order->ticket) : std::nullopt;
}

Qty PaperBroker::filled(const QString &id) const
{
    const WorkingOrder *order = d->state.find(id);
    return order ? order->filled : Qty();
}

Timestamp PaperBroker::sentAt(const QString &id) const
{
    const WorkingOrder *order = d->state.find(id);
    return order ? order->sentAt : Timestamp();
}

OrderState PaperBroker::state(const QString &id) const
{
    const WorkingOrder *order = d->state.find(id);
    return order ? order->standing.state : OrderState::New;
}

std::vector<QString> PaperBroker::workingIds() const
{
    std::vector<QString> ids;
    for (const WorkingOrder &order : d->state.orders())
        if (order.isOpen())
            ids.push_back(order.id());
    return ids;
}

Timestamp PaperBroker::now() const
{
    return d->state.now;
}

qint64 PaperBroker::illegalSteps() const
{
    return d->life.illegalSteps();
}

qint64 PaperBroker::ignoredQuotes() const
{
    return d->ignoredQuotes;
}

} // namespace tapeline
