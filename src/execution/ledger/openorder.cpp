#include "openorder.h"

#include "ledgermath.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

namespace {

Price scaled(Price price, qint64 ppm)
{
    return Price::fromUnits(multiplyDivide(price.units(), ppm, ppmOne).value_or(price.units()));
}

Price withCollar(Price price)
{
    return scaled(price, price >= Price::whole(50) ? 1'025'000 : 1'040'000);
}

/// The limit, of types that have one and know it already.
Price limitOf(const OrderTicket &ticket)
{
    return ticket.limit.value_or(Price());
}

Price buyReference(const OrderTicket &ticket, const MarketPrices &prices)
{
    if (ticket.limit)
        return *ticket.limit;
    const Price ask = prices.quote.hasAsk() ? prices.quote.ask : anyPrice(prices);
    return withCollar(std::max(ask, ticket.stop.value_or(Price())));
}

Price sellReference(const OrderTicket &ticket, const Instrument &instrument,
                    const MarketPrices &prices)
{
    if (instrument.option) {
        const Price bid = prices.quote.hasBid() ? prices.quote.bid : anyPrice(prices);
        return ticket.limit.value_or(bid);
    }
    const Price ask = prices.quote.hasAsk() ? prices.quote.ask : anyPrice(prices);
    return std::max(limitOf(ticket), scaled(ask, 1'030'000));
}

Qty times(Qty qty, qint64 factor)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    return Qty::fromUnits(
        multiplyDivide(qty.units(), factor, 1).value_or(factor < 0 ? -most : most));
}

} // namespace

Qty OpenOrder::qtyOf(const OrderPart &part) const
{
    return times(leaves, part.ratio.units() / Qty::unitsPerOne);
}

Money OpenOrder::netDebit() const
{
    if (ticket.limit) // of the legs as written, which a sale turns round
        return worth(ticket.side == Side::Buy ? *ticket.limit : -*ticket.limit, leaves,
                     parts.front().instrument.multiplier);
    return legsWorth();
}

Money OpenOrder::legsWorth() const
{
    Money debit;
    for (const OrderPart &part : parts)
        addHeld(debit, worth(part.reference, qtyOf(part), part.instrument.multiplier));
    return debit;
}

Price referencePrice(const OrderTicket &ticket, const Instrument &instrument,
                     const MarketPrices &prices)
{
    return ticket.side == Side::Buy ? buyReference(ticket, prices)
                                    : sellReference(ticket, instrument, prices);
}

Price expectedPrice(const OrderTicket &ticket, const MarketPrices &prices)
{
    if (ticket.limit)
        return *ticket.limit;
    const bool buys = ticket.side == Side::Buy;
    const bool quoted = buys ? prices.quote.hasAsk() : prices.quote.hasBid();
    const Price quote = buys ? prices.quote.ask : prices.quote.bid;
    return ticket.stop.value_or(quoted ? quote : anyPrice(prices));
}

OpenOrder openOrder(const OrderTicket &ticket, Qty leaves, std::span<const Instrument> instruments,
                    std::span<const MarketPrices> prices)
{
    OpenOrder order;
    order.ticket = ticket;
    order.leaves = leaves;
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        const MarketPrices known = i < prices.size() ? prices[i] : MarketPrices();
        if (!ticket.isPackage()) {
            order.parts.push_back({ instruments[i], Qty::whole(ticket.side == Side::Buy ? 1 : -1),
                                    referencePrice(ticket, instruments[i], known),
                                    expectedPrice(ticket, known) });
            break;
        }
        OrderTicket leg; // a leg is priced as a market order of its own, without a collar
        leg.side = ticket.side == Side::Buy ? ticket.legs[i].side : opposite(ticket.legs[i].side);
        const bool buys = leg.side == Side::Buy;
        const Price ask = known.quote.hasAsk() ? known.quote.ask : anyPrice(known);
        const Price price = buys ? ask : sellReference(leg, instruments[i], known);
        order.parts.push_back({ instruments[i],
                                Qty::whole(buys ? ticket.legs[i].ratio : -ticket.legs[i].ratio),
                                price, price });
    }
    return order;
}

} // namespace tapeline
