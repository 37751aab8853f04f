#include "paperlog.h"

namespace tapeline {

void PaperLog::apply(const OrderEvent &event)
{
    m_next = event.sequence + 1;
    if (event.reason.code == ReasonCode::DuplicateId && m_orders.contains(event.id))
        return; // of another order, which there never was
    LoggedOrder &order = m_orders[event.id];
    if (order.sentAt == Timestamp())
        order.sentAt = event.at;
    if (event.ticket)
        order.ticket = *event.ticket;
    order.newest = event;
    order.newest.ticket.reset();
    if (event.lastQty <= Qty())
        return;
    m_fills.push_back(order.newest);
    if (m_fills.size() > mostFills)
        m_fills.pop_front();
}

const LoggedOrder *PaperLog::find(const QString &id) const
{
    const auto found = m_orders.find(id);
    return found == m_orders.end() ? nullptr : &found->second;
}

} // namespace tapeline
