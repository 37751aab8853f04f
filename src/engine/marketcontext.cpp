#include "marketcontext.h"

#include <algorithm>

namespace tapeline {

MarketContext::MarketContext(const WallClock &wallClock, QObject *parent)
    : wall(wallClock)
    , clock(wallClock)
    , requests(parent)
    , log(wallClock)
{
}

void MarketContext::setSource(const SourceSpec &newSource, std::function<Timestamp()> trueTime)
{
    requests.cancelAll();
    m_trueTime = std::move(trueTime);
    source = newSource;
    capabilities = newSource.capabilities;
    calendar = {};
    clock.forget();
    streams.reset(!hasRest());
    hub = std::make_unique<MarketHub>(
        calendar, hasRest() ? MarketHub::Bars::Joined : MarketHub::Bars::FromStreamOnly);
    for (const AssetClass assetClass : allAssetClasses)
        if (!has(assetClass, DataKind::StreamTrades))
            hub->setTradesFrom(assetClass, LiveBars::From::SecondBars);
}

Timestamp MarketContext::marketNow() const
{
    if (m_trueTime)
        return m_trueTime();
    if (!hasRest())
        return hub->newestEvent();
    return clock.now();
}

Timestamp MarketContext::viewNow(AssetClass assetClass) const
{
    const Timestamp now = marketNow();
    switch (recency(assetClass)) {
    case Recency::Delayed:
        return now - Capabilities::delay(productOf(assetClass));
    case Recency::EndOfDay:
        return completedUntil(assetClass) - 1ms;
    case Recency::RealTime:
    case Recency::Unknown:
        break;
    }
    return now;
}

Timestamp MarketContext::completedUntil(AssetClass assetClass) const
{
    const Timestamp now = marketNow();
    if (!markethours::isRoundTheClock(assetClass))
        return calendar.completedUntil(now);
    return markethours::dayStart(assetClass, markethours::tradingDay(assetClass, now));
}

Timestamp MarketContext::newestEvent(AssetClass assetClass) const
{
    Timestamp newest {};
    for (const AssetClass other : allAssetClasses)
        if (recency(other) == recency(assetClass))
            newest = std::max(newest, hub->newestEvent(other));
    return newest;
}

void MarketContext::noteUnreadable(const QString &detail)
{
    log.add({ .kind = ConnectionEvent::Kind::Unreadable, .count = 1, .detail = detail });
}

} // namespace tapeline
