#pragma once

#include "marketsnapshot.h"

#include <span>

namespace tapeline {

/// What adds up the trades of one symbol, in their order, for one view (FlowFeed, TradeBarTape).
class TickTarget
{
public:
    virtual ~TickTarget() = default;

    /// What the stream brought, oldest first.
    virtual void addPrints(std::span<const TapePrint> prints) = 0;
    /// What was fetched, in the order in which it counts, before any prints.
    virtual void addFetched(const Quote &quote) = 0;
    virtual void addFetched(const Trade &trade) = 0;
    /// Nothing is missing since then.
    virtual void setKnownFrom(Timestamp from) = 0;
    /// Prints before the next one are missing.
    virtual void noteGap() = 0;
};

} // namespace tapeline
