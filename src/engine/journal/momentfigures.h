#pragma once

#include "traderecord.h"

namespace tapeline {

/// Where the figures of a symbol's session are looked up at a moment.
class MomentFigures
{
public:
    virtual ~MomentFigures() = default;
    /// Adds what is known at the moment's time: CVD and slope, VWAP, relative volume, ATR.
    virtual void addTo(MarketMoment &moment, const QString &symbol) const = 0;
};

} // namespace tapeline
