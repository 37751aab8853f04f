#include "paperlog.h"

namespace tapeline {

void PaperLog::apply(const OrderEvent &event)
{
    m_next = event.sequence + 1;
    const LoggedOrder *known = find(event.id);
    if (known ? event.isAboutNamesake(known->newest.state) : !event.ticket)
        return;
    LoggedOrder &order = m_orders[event.id];
    if (order.sentAt == Timestamp())
        order.sentAt = event.at;
    if (const OrderTicket *ticket = event.newTicket())
        order.ticket = *ticket;
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
