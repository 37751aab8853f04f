#include "underlyingspot.h"

namespace tapeline {

namespace {

/// A wider quote (before the open, after the close) tells no price.
constexpr double widestSpread = 0.01;

struct Told
{
    double price = 0;
    Timestamp time {};
};

Told newestOf(const InstrumentState &state)
{
    const Told trade { state.snapshot.last.toDouble(), state.snapshot.lastTime };
    const Quote &quote = state.quote;
    if (!state.hasQuote || !quote.isTwoSided() || quote.bid > quote.ask || quote.time <= trade.time)
        return trade;
    const double middle = (quote.bid.toDouble() + quote.ask.toDouble()) / 2;
    const bool isTight = (quote.ask - quote.bid).toDouble() <= widestSpread * middle;
    return isTight || trade.price <= 0 ? Told { middle, quote.time } : trade;
}

} // namespace

UnderlyingSpot underlyingSpot(const MarketContext &context, InstrumentId underlying,
                              Price snapshotPrice, Timestamp snapshotTime)
{
    const bool isAsOld
        = context.recency(context.classOf(underlying)) == context.recency(AssetClass::Options);
    const Told told = newestOf(context.hub->state(underlying));
    const bool snapshotCounts
        = !snapshotPrice.isZero() && (!isAsOld || told.price <= 0 || snapshotTime > told.time);
    if (snapshotCounts)
        return { snapshotPrice.toDouble(), true };
    return { told.price, isAsOld && told.price > 0 };
}

} // namespace tapeline
