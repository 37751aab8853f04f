#include "workingorder.h"

namespace tapeline {

std::optional<Price> WorkingOrder::limit() const
{
    if (ticket.type != OrderType::TrailingStopLimit)
        return hasLimit(ticket.type) ? ticket.limit : std::nullopt;
    if (ticket.limit || !ticket.stop)
        return ticket.limit; // changed after it had triggered
    const Price offset = ticket.limitOffset.value_or(Price());
    return isBuy() ? *ticket.stop + offset : *ticket.stop - offset;
}

bool WorkingOrder::accepts(Price price) const
{
    const std::optional<Price> bound = limit();
    return !bound || (isBuy() ? price <= *bound : price >= *bound);
}

} // namespace tapeline
