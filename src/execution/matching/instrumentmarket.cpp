#include "instrumentmarket.h"

namespace tapeline {

namespace {

/// A print that is this much older than the newest starts the numbers anew: another day.
constexpr Duration sequenceReset = 3h;

} // namespace

std::optional<Qty> InstrumentMarket::displayedAt(Side side, Price price) const
{
    if (level == Level::Depth)
        return book->queueAt(side, price);
    const bool buy = side == Side::Buy;
    if (!(buy ? quote.hasBid() : quote.hasAsk()))
        return Qty();
    const Price best = buy ? quote.bid : quote.ask;
    if (best == price)
        return buy ? quote.bidSize : quote.askSize;
    const bool behind = buy ? best > price : best < price;
    return behind ? std::nullopt : std::optional(Qty());
}

void InstrumentMarket::forgetPrices()
{
    streamEpoch = 0;
    last = bandUpper = bandLower = {};
    quote = {};
    bid = ask = {};
    crossedSince = {};
    if (book)
        book->show({}, {});
}

bool InstrumentMarket::noteSequence(const Trade &trade)
{
    const bool newDay = trade.time - newestPrint > sequenceReset;
    const bool ordered = newDay
        || (trade.time >= newestPrint && (trade.sequence == 0 || trade.sequence > newestSequence));
    if (!ordered)
        return false;
    newestPrint = trade.time;
    newestSequence = trade.sequence;
    return true;
}

void InstrumentMarket::noteVolume(const Trade &trade)
{
    const Timestamp started = std::chrono::floor<std::chrono::minutes>(trade.time);
    if (started != minute) {
        volume = minuteVolume;
        minuteVolume = {};
        minute = started;
    }
    minuteVolume += trade.size;
}

bool InstrumentMarket::isPlausible(const Quote &next, Timestamp sessionStart) const
{
    if (next.bid < Price() || next.ask < Price() || next.bidSize < Qty() || next.askSize < Qty())
        return false;
    if (!next.isTwoSided())
        return true;
    // Halves keep the sums within 64 bits
    if (next.bid.units() / 3 > next.ask.units() / 2)
        return false;
    const bool comparable = instrument && instrument->assetClass == AssetClass::Stocks
        && last > Price() && toNs(sessionStart) > 0 && lastAt >= sessionStart;
    if (!comparable)
        return true;
    const qint64 middle = next.bid.units() / 2 + next.ask.units() / 2;
    return std::abs(middle - last.units()) <= last.units() / 5;
}

} // namespace tapeline
