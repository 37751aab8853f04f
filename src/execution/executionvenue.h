#pragma once

#include "orderevent.h"

#include <vector>

namespace tapeline {

/// A position as a venue states it.
struct VenuePosition
{
    QString symbol;
    Qty qty; ///< negative: short
    Money cost; ///< of the open lots; negative for a short

    friend bool operator==(const VenuePosition &, const VenuePosition &) = default;
};

/// The figures of an account (execution.md C.3).
struct AccountFigures
{
    Money cash;
    Money equity;
    Money realized; ///< gross
    Money unrealized;
    Money fees;
    Money buyingPower;
    qint64 trades = 0; ///< closed round trips
    qint64 wins = 0; ///< of them with a net profit
    bool stale = false; ///< a price it rests on is old

    /// 0 to 1; nothing while no trade is closed.
    std::optional<double> winRate() const
    {
        return trades > 0 ? std::optional(double(wins) / double(trades)) : std::nullopt;
    }
};

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
