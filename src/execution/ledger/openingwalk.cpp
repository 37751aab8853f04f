#include "openingwalk.h"

#include "ledgermath.h"

namespace tapeline {

using namespace ledgermath;

std::optional<SharedQty> sharedQty(const OpenOrder &order)
{
    const OrderTicket &ticket = order.ticket;
    if (ticket.oco.isEmpty() || ticket.isPackage())
        return {};
    return SharedQty { ticket.oco, ticket.symbol, ticket.side, ticket.reduceOnly, order.leaves };
}

Qty OpeningWalk::next(const OpenOrder &order)
{
    if (order.ticket.reduceOnly)
        return {};
    const std::optional<SharedQty> shared = sharedQty(order);
    if (!shared)
        return openingOf(order);
    const auto known = m_shared.find(*shared);
    if (known != m_shared.end())
        return known->second;
    return m_shared[*shared] = openingOf(order);
}

Qty OpeningWalk::openingOf(const OpenOrder &order)
{
    if (!order.ticket.isPackage())
        return openingOf(order.parts.front(), order.qtyOf(order.parts.front()));
    Qty opening;
    for (const OrderPart &part : order.parts)
        addHeld(opening, magnitude(openingOf(part, order.qtyOf(part))));
    return opening;
}

/// What the position that is left does not meet.
Qty OpeningWalk::openingOf(const OrderPart &part, Qty qty)
{
    Qty &left = leftOf(part.instrument.symbol);
    const bool against = signOf(left.units()) * signOf(qty.units()) < 0;
    if (!against)
        return qty;
    const Qty closing = std::min(magnitude(left), magnitude(qty));
    const Qty signedClosing = qty > Qty() ? closing : -closing;
    left += signedClosing;
    return qty - signedClosing;
}

Qty &OpeningWalk::leftOf(const QString &symbol)
{
    const auto [found, isNew] = m_left.try_emplace(symbol);
    if (isNew) {
        if (const Position *position = m_state.find(symbol))
            found->second = position->qty;
    }
    return found->second;
}

} // namespace tapeline
