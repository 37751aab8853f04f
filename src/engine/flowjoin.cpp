#include "flowjoin.h"

namespace tapeline {

FlowJoin::FlowJoin(quint64 id, Timeframe timeframe, ClassifierRule rule, AssetClass assetClass,
                   Price priceStep)
    : TickJoin(
        assetClass,
        [=] { return std::make_unique<FlowFeed>(id, timeframe, rule, assetClass, priceStep); })
    , m_id(id)
    , m_timeframe(timeframe)
    , m_rule(rule)
{
}

} // namespace tapeline
