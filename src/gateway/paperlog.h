#pragma once

#include "papersource.h"

#include <deque>
#include <map>

namespace tapeline {

/// An order as its events left it.
struct LoggedOrder
{
    OrderTicket ticket;
    OrderEvent newest; ///< of those that changed its state
    Timestamp sentAt {};
};

/// The orders of one account, a fold of its events: what the local API tells of orders that do not
/// work any more, and of fills.
class PaperLog
{
public:
    /// Older fills are not listed.
    static constexpr std::size_t mostFills = 20'000;

    /// The next number that it has not seen.
    quint64 next() const { return m_next; }
    void apply(const OrderEvent &event);

    /// Null when it knows none of this id.
    const LoggedOrder *find(const QString &id) const;
    /// Oldest first.
    const std::deque<OrderEvent> &fills() const { return m_fills; }

private:
    quint64 m_next = 1;
    std::map<QString, LoggedOrder> m_orders;
    std::deque<OrderEvent> m_fills;
};

} // namespace tapeline
