#include "marketcontext.h"

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
    hub = std::make_unique<MarketHub>(
        calendar, hasRest() ? MarketHub::Bars::Joined : MarketHub::Bars::FromStreamOnly,
        has(DataKind::StreamTrades) ? LiveBars::From::Trades : LiveBars::From::SecondBars);
}

Timestamp MarketContext::marketNow() const
{
    if (m_trueTime)
        return m_trueTime();
    if (!hasRest())
        return hub->newestEvent();
    return clock.now();
}

Timestamp MarketContext::viewNow() const
{
    const Timestamp now = marketNow();
    switch (recency()) {
    case Recency::Delayed:
        return now - Capabilities::delay(Product::Stocks);
    case Recency::EndOfDay:
        return calendar.completedUntil(now) - 1ms;
    case Recency::RealTime:
    case Recency::Unknown:
        break;
    }
    return now;
}

void MarketContext::noteUnreadable(const QString &detail)
{
    log.add({ .kind = ConnectionEvent::Kind::Unreadable, .count = 1, .detail = detail });
}

} // namespace tapeline
