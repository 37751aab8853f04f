#include "printuse.h"

#include "offmarket.h"
#include "tradeeligibility.h"

namespace tapeline {

namespace {

/// FINRA and the exchanges mark a print as late after ten seconds.
constexpr Duration lateAfter = 10s;
constexpr quint16 reopeningTrade = 18;
constexpr quint16 cryptoSellerAggressor = 1;
constexpr quint16 cryptoBuyerAggressor = 2;

bool isLate(const Trade &trade)
{
    return toNs(trade.participantTime) > 0 && trade.time - trade.participantTime > lateAfter;
}

bool hasAny(const TradeConditions &conditions, std::initializer_list<quint16> ids)
{
    for (const quint16 id : ids)
        if (conditions.contains(id))
            return true;
    return false;
}

PrintOrigin originOf(const Trade &trade, quint16 listing)
{
    constexpr quint16 nyse = 10;
    constexpr quint16 nasdaq = 12;
    if (listing == 0 && trade.tape == 1)
        listing = nyse;
    else if (listing == 0 && trade.tape == 3)
        listing = nasdaq;
    if (listing == 0)
        return PrintOrigin::Unknown; // tape B has many
    return trade.exchange == listing ? PrintOrigin::Listing : PrintOrigin::Elsewhere;
}

void findAuction(PrintUse &use, const TradeConditions &conditions)
{
    using namespace condition;
    use.official = isRestatement(conditions);
    if (hasAny(conditions, { officialOpen, openingTrade, openingPrint }))
        use.auction = Auction::Open;
    else if (hasAny(conditions, { officialClose, closingPrint, closingTrade }))
        use.auction = Auction::Close;
    else if (hasAny(conditions, { reopeningPrint, reopeningTrade }))
        use.auction = Auction::Reopen;
}

std::optional<Side> quotedAggressor(Price price, const PrintContext &context)
{
    if (context.ask > Price() && price >= context.ask)
        return Side::Buy;
    if (context.bid > Price() && price <= context.bid)
        return Side::Sell;
    return {};
}

PrintUse stockUse(const Trade &trade, const PrintContext &context)
{
    PrintUse use;
    // It draws no candle either: what a chart does not show fires no stop
    if (context.fresh && isBadPrint(trade, context.bid, context.ask))
        return use;
    use.aggressor = quotedAggressor(trade.price, context);
    use.origin = originOf(trade, context.listing);
    if (trade.conditions.isEmpty()) { // most of them
        use.last = use.touch = context.inSequence && !isLate(trade);
        use.queue = use.touch && !trade.isOffExchange();
        return use;
    }
    findAuction(use, trade.conditions);
    const TradeUpdate update = tradeUpdate(trade.conditions, context.regularHours);
    const bool timely = use.timely = context.inSequence && !isLate(trade);
    use.last = timely && update.last && update.highLow;
    use.touch = timely && update.volume && isEligible(trade, Eligibility::Clean)
        && use.auction == Auction::None;
    use.queue = use.touch && !trade.isOffExchange();
    return use;
}

} // namespace

PrintUse usesOf(const Trade &trade, const PrintContext &context)
{
    const bool sized = trade.size > Qty() || isRestatement(trade.conditions);
    if (trade.isVoid() || trade.price <= Price() || !sized)
        return {};
    if (context.assetClass == AssetClass::Stocks)
        return stockUse(trade, context);
    PrintUse use;
    use.last = use.queue = use.touch = context.inSequence;
    use.aggressor = quotedAggressor(trade.price, context);
    if (context.assetClass != AssetClass::Crypto)
        return use;
    if (trade.conditions.contains(cryptoBuyerAggressor))
        use.aggressor = Side::Buy;
    else if (trade.conditions.contains(cryptoSellerAggressor))
        use.aggressor = Side::Sell;
    return use;
}

} // namespace tapeline
