#include "orderlife.h"

#include <algorithm>
#include <utility>

namespace tapeline {

/// What a fill of one order does to those tied to it (execution.md A.5).
void OrderLife::spread(WorkingOrder &order, Qty qty)
{
    for (WorkingOrder *child : order.children)
        if (child->isOpen())
            grant(*child, qty);
    shareWithGroup(order, qty);
    // An exit that closed all that was entered so far takes the rest of the entry with it
    const bool complete = order.parent && order.ticket.reduceOnly
        && order.standing.state == OrderState::Filled && order.reserve > Qty();
    if (complete && order.parent->isOpen())
        end(*order.parent, OrderAction::Cancel, { ReasonCode::Oco });
}

void OrderLife::shareWithGroup(WorkingOrder &order, Qty qty)
{
    if (!order.group)
        return;
    const std::vector<WorkingOrder *> members = order.group->members;
    for (WorkingOrder *member : members) {
        if (member == &order || !member->isOpen())
            continue;
        const Qty shared = std::min(qty, member->leaves());
        if (!order.isOpen() || shared == member->leaves()) {
            end(*member, OrderAction::Cancel, { ReasonCode::Oco });
            continue;
        }
        OrderTicket smaller = member->ticket;
        const Qty before = std::exchange(smaller.qty, smaller.qty - shared);
        rewrite(*member, smaller, { ReasonCode::Oco });
        bind(*member);
        resizeExits(*member, before);
    }
}

/// A fill of the parent of `qty`: the child works for so much more.
void OrderLife::grant(WorkingOrder &child, Qty qty)
{
    const Qty granted = std::min(qty, child.reserve);
    if (granted.isZero())
        return;
    child.reserve -= granted;
    OrderTicket sized = child.ticket;
    sized.qty = child.awaitsParent ? granted : child.ticket.qty + granted;
    const bool changed = sized.qty != child.ticket.qty;
    child.provisional = true; // what it would cost was not held until now
    child.judgedAt = {};
    // It meets the market in force, as any order that comes
    if (std::exchange(child.awaitsParent, false)) {
        child.acceptedAt = m_state.now; // what began before knows nothing of it
        activate(child, m_state.now);
    }
    child.queue.leave();
    if (changed)
        rewrite(child, sized, { ReasonCode::Parent });
    bind(child);
}

void OrderLife::resizeReserves(WorkingOrder &parent, Qty before)
{
    for (WorkingOrder *child : parent.children)
        if (child->isOpen() && child->reserve == before - parent.filled)
            child->reserve = parent.ticket.qty - parent.filled;
}

void OrderLife::resizeExits(WorkingOrder &parent, Qty before)
{
    resizeReserves(parent, before);
    for (WorkingOrder *child : parent.children) {
        if (!child->isOpen() || !child->awaitsParent || child->ticket.qty == child->reserve)
            continue;
        OrderTicket sized = child->ticket;
        sized.qty = child->reserve;
        rewrite(*child, sized, { ReasonCode::Parent });
    }
}

/// The children of a parent that ended without any fill end with it.
void OrderLife::endWithParent(WorkingOrder &parent)
{
    for (WorkingOrder *child : parent.children)
        if (child->isOpen() && child->awaitsParent && parent.filled.isZero())
            end(*child, OrderAction::Cancel, { ReasonCode::Parent });
}

} // namespace tapeline
