#pragma once

#include "accountview.h"
#include "orderevent.h"

#include <vector>

namespace tapeline {

/// Where orders go: the paper broker now, gateways of real brokers' paper accounts later. Lives on
/// the market thread; nothing blocks. What happened comes back with takeEvents(), in order.
class ExecutionVenue
{
public:
    virtual ~ExecutionVenue() = default;

    /// at: market time at which it is sent.
    virtual void submit(const OrderTicket &ticket, Timestamp at) = 0;
    virtual void replace(const OrderReplace &change, Timestamp at) = 0;
    virtual void cancel(const QString &id, Timestamp at) = 0;

    virtual std::vector<OrderEvent> takeEvents() = 0;
    virtual std::vector<VenuePosition> positions() const = 0;
    virtual AccountFigures account() const = 0;
    /// Why a working order has not been filled yet; None for one that is not working.
    virtual Reason whyNotYet(const QString &id) const = 0;
};

} // namespace tapeline
