#include "stopwatcher.h"

#include "slippage.h"
#include "wideinteger.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr qint64 million = 1'000'000;

Price middle(const Quote &quote)
{
    return Price::fromUnits(divideHalfEven(quote.bid.units() + quote.ask.units(), 2));
}

/// The side of the quote a stop looks at; nothing when it is missing.
std::optional<Price> quoteSource(const WorkingOrder &order, TriggerSource source,
                                 const Quote &quote)
{
    if (source == TriggerSource::Mid)
        return quote.isTwoSided() ? std::optional(middle(quote)) : std::nullopt;
    if (order.isBuy())
        return quote.hasAsk() ? std::optional(quote.ask) : std::nullopt;
    return quote.hasBid() ? std::optional(quote.bid) : std::nullopt;
}

bool looksAtQuotes(TriggerSource source)
{
    return source == TriggerSource::BidAsk || source == TriggerSource::Mid;
}

} // namespace

TriggerSource StopWatcher::source(const WorkingOrder &order)
{
    if (order.ticket.trigger != TriggerSource::Usual)
        return order.ticket.trigger;
    return m_state.instrumentOf(order).option ? TriggerSource::BidAsk : TriggerSource::Last;
}

std::optional<Price> StopWatcher::sourcePrice(const WorkingOrder &order)
{
    const InstrumentMarket &market = m_state.market(order.instrument());
    const TriggerSource looked = source(order);
    if (looksAtQuotes(looked))
        return quoteSource(order, looked, market.quote);
    return market.last > Price() ? std::optional(market.last) : std::nullopt;
}

bool StopWatcher::isReached(const WorkingOrder &order, Price price)
{
    if (!order.ticket.stop)
        return false;
    return order.isBuy() ? price >= *order.ticket.stop : price <= *order.ticket.stop;
}

void StopWatcher::onPrint(WorkingOrder &order, Price price)
{
    if (!looksAtQuotes(source(order)) && m_conditions.triggerHindrance(order) == ReasonCode::None)
        look(order, price);
}

void StopWatcher::onQuote(WorkingOrder &order, const Quote &quote)
{
    const TriggerSource looked = source(order);
    if (!looksAtQuotes(looked) || m_conditions.triggerHindrance(order) != ReasonCode::None)
        return;
    if (const std::optional<Price> price = quoteSource(order, looked, quote))
        look(order, *price);
}

/// First the trigger, then the mark.
void StopWatcher::look(WorkingOrder &order, Price price)
{
    if (!isReached(order, price)) {
        order.touches = 0;
        trail(order, price);
        return;
    }
    const int needed = source(order) == TriggerSource::DoubleLast ? 2 : 1;
    if (++order.touches >= needed)
        m_life.trigger(order);
}

void StopWatcher::begin(WorkingOrder &order)
{
    const std::optional<Price> price = sourcePrice(order);
    if (price && m_conditions.triggerHindrance(order) == ReasonCode::None)
        look(order, *price);
}

std::optional<Price> StopWatcher::trailedStop(const WorkingOrder &order, Price price)
{
    const OrderTicket &ticket = order.ticket;
    const bool buy = order.isBuy();
    const bool asleep = !ticket.stop && ticket.activation
        && (buy ? price > *ticket.activation : price < *ticket.activation);
    if (asleep)
        return {};
    const qint64 distance = ticket.trail
        ? ticket.trail->units()
        : multiplyDivide(price.units(), ticket.trailPpm.value_or(0), million).value_or(0);
    const Price exact = Price::fromUnits(buy ? price.units() + distance : price.units() - distance);
    const Price tick = m_state.tickOf(order, exact);
    const Price next = buy ? roundUp(exact, tick) : roundDown(exact, tick);
    if (next <= Price())
        return ticket.stop; // no price is that low
    if (!ticket.stop)
        return next;
    return buy ? std::min(*ticket.stop, next) : std::max(*ticket.stop, next);
}

void StopWatcher::trail(WorkingOrder &order, Price price)
{
    if (!order.ticket.isTrailing())
        return;
    const std::optional<Price> next = trailedStop(order, price);
    if (!next || next == order.ticket.stop)
        return;
    OrderTicket moved = order.ticket;
    moved.stop = next;
    m_life.rewrite(order, moved, { ReasonCode::None });
}

} // namespace tapeline
