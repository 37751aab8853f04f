#pragma once

#include "flowfeed.h"
#include "tickjoin.h"

namespace tapeline {

/// The order flow of one chart from what was fetched and what the stream brings.
class FlowJoin : public TickJoin
{
public:
    FlowJoin(quint64 id, Timeframe timeframe, ClassifierRule rule,
             AssetClass assetClass = AssetClass::Stocks, Price priceStep = {});

    quint64 id() const { return m_id; }
    Timeframe timeframe() const { return m_timeframe; }
    bool usesQuotes() const { return m_rule != ClassifierRule::Tick; }

    bool isDirty() const { return feed().isDirty(); }
    /// See FlowFeed::sessionDelta(); nothing while what the stream brings waits for anything.
    std::optional<HalfQty> sessionDelta(Timestamp at) const
    {
        return isJoined() ? feed().sessionDelta(at) : std::nullopt;
    }
    /// Dirty until it was all (FlowFeed::take).
    FlowUpdate take() { return feed().take(); }

private:
    FlowFeed &feed() { return static_cast<FlowFeed &>(shown()); }
    const FlowFeed &feed() const { return static_cast<const FlowFeed &>(shown()); }

    const quint64 m_id;
    const Timeframe m_timeframe;
    const ClassifierRule m_rule;
};

} // namespace tapeline
