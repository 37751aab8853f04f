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

void WorkingOrder::foldMatching(const OrderEvent &event)
{
    switch (event.action) {
    case OrderAction::Accept:
        told.stage = event.reason.code == ReasonCode::None && !awaitsTrigger() ? Stage::Resting
                                                                               : Stage::Fresh;
        break;
    case OrderAction::Trigger:
        told.stage = Stage::Fresh;
        break;
    case OrderAction::FillPart:
    case OrderAction::FillAll: {
        const FillRule rule = event.evidence.rule;
        const bool takes = rule == FillRule::TakeDisplayed || rule == FillRule::WalkBook;
        told.stage = takes ? Stage::Taking : Stage::Resting;
        break;
    }
    default:
        break;
    }
    if (event.matching)
        told = *event.matching;
}

bool WorkingOrder::accepts(Price price) const
{
    const std::optional<Price> bound = limit();
    return !bound || (isBuy() ? price <= *bound : price >= *bound);
}

} // namespace tapeline
