#include "brokerprivate.h"

#include "slippage.h"
#include "wideinteger.h"

#include <algorithm>

namespace tapeline {

namespace {

struct Ratio
{
    qint64 numerator = 1; ///< of quantities; prices take the inverse
    qint64 denominator = 1;

    Qty of(Qty qty) const
    {
        return Qty::fromUnits(multiplyDivide(qty.units(), numerator, denominator).value_or(0));
    }
    Price of(Price price) const
    {
        return Price::fromUnits(multiplyDivide(price.units(), denominator, numerator).value_or(0));
    }
};

/// Buys are rounded down, sells up: never to the customer's loss.
void scale(std::optional<Price> &price, const Ratio &ratio, Side side, const Instrument &instrument)
{
    if (!price)
        return;
    const Price exact = ratio.of(*price);
    const Price tick = instrument.tickAt(exact);
    price = side == Side::Buy ? std::max(roundDown(exact, tick), tick) : roundUp(exact, tick);
}

OrderTicket splitTicket(const WorkingOrder &order, const Ratio &ratio, const Instrument &instrument)
{
    OrderTicket ticket = order.ticket;
    Qty left = ratio.of(order.leaves());
    if (!instrument.fractions)
        left = Qty::fromUnits(left.units() - left.units() % Qty::unitsPerOne);
    ticket.qty = order.filled + left;
    for (std::optional<Price> *price :
         { &ticket.limit, &ticket.stop, &ticket.activation, &ticket.trail, &ticket.limitOffset })
        scale(*price, ratio, ticket.side, instrument);
    for (std::optional<Price> *price :
         { &ticket.takeProfit, &ticket.stopLoss, &ticket.stopLossLimit })
        scale(*price, ratio, opposite(ticket.side), instrument);
    return ticket;
}

} // namespace

/// A ticket that the market changed: another place in the queue, another collar.
void PaperBroker::Private::adjust(WorkingOrder &order, const OrderTicket &ticket)
{
    order.queue.leave();
    order.matching.collar.reset();
    order.told.collar.reset();
    if (order.atVenue)
        state.delist(order);
    life.rewrite(order, ticket, { ReasonCode::CorporateAction });
    if (order.atVenue)
        state.enlist(order);
    life.bind(order);
}

void PaperBroker::onSplit(const QString &symbol, qint64 numerator, qint64 denominator, Timestamp at,
                          Timestamp sentBefore)
{
    if (numerator <= 0 || denominator <= 0)
        return;
    d->begin(at, EventRank::Corporate);
    const Ratio ratio { numerator, denominator };
    BrokerState &state = d->state;
    state.market(state.symbols.intern(symbol)).forgetPrices();
    for (WorkingOrder &order : state.orders()) {
        if (!order.isOpen() || order.sentAt >= sentBefore)
            continue;
        const Instrument &instrument = state.instrumentOf(order);
        const bool contract = instrument.option && instrument.option->underlying == symbol;
        if (order.ticket.isPackage() ? contract : contract && order.ticket.symbol != symbol) {
            d->life.end(order, OrderAction::Cancel, { ReasonCode::CorporateAction });
            continue;
        }
        if (order.ticket.symbol != symbol)
            continue;
        const OrderTicket ticket = splitTicket(order, ratio, instrument);
        order.reserve = ratio.of(order.reserve);
        if (ticket.qty > order.filled)
            d->adjust(order, ticket);
        else
            d->life.end(order, OrderAction::Cancel, { ReasonCode::CorporateAction });
    }
}

void PaperBroker::onDividend(const QString &symbol, Price amount, Timestamp at,
                             Timestamp sentBefore)
{
    d->begin(at, EventRank::Corporate);
    if (!d->state.config.reduceOnDividend || amount <= Price())
        return;
    const std::vector<WorkingOrder *> working
        = d->state.market(d->state.symbols.intern(symbol)).orders;
    for (WorkingOrder *order : working) {
        OrderTicket ticket = order->ticket;
        const bool goodTill = ticket.tif == TimeInForce::Gtc || ticket.tif == TimeInForce::Gtd;
        const bool reduced = order->isBuy() ? ticket.type == OrderType::Limit
                                            : ticket.hasStop() && !order->triggered;
        if (!order->isOpen() || order->sentAt >= sentBefore || !goodTill || !reduced
            || ticket.isPackage())
            continue;
        const Instrument &instrument = d->state.instrumentOf(*order);
        for (std::optional<Price> *price : { &ticket.limit, &ticket.stop })
            if (*price) {
                const Price tick = instrument.tickAt(**price);
                *price = std::max(roundDown(**price - amount, tick), tick);
            }
        d->adjust(*order, ticket);
    }
}

} // namespace tapeline
