#include "instrumentfacts.h"

#include "markethours.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr int longestBreak = 10; // days without anything, at most

/// The newest minute bar since an instant: looked for nearby first.
std::optional<Candle> newestMinute(const MarketSource &source, int instrument, Timestamp since,
                                   Timestamp asOf)
{
    for (Duration reach = 5min; asOf > since; reach *= 4) {
        const Timestamp from = std::max(since, asOf - reach);
        const std::vector<Candle> bars
            = source.bars(instrument, TimeUnit::Minute, Timeframe().windowStart(from), asOf, asOf);
        const auto priced = std::find_if(bars.rbegin(), bars.rend(),
                                         [](const Candle &bar) { return bar.hasPrices; });
        if (priced != bars.rend())
            return *priced;
        if (from == since)
            break;
    }
    return std::nullopt;
}

} // namespace

Price InstrumentFacts::price() const
{
    if (trade)
        return trade->price;
    if (value)
        return value->value;
    return quote ? quote->bid : Price();
}

Price InstrumentFacts::change() const
{
    return day && previous ? price() - previous->candle.close : Price();
}

double InstrumentFacts::changePercent() const
{
    if (!previous || previous->candle.close.isZero())
        return 0;
    return change().toDouble() / previous->candle.close.toDouble() * 100;
}

Timestamp InstrumentFacts::updated() const
{
    Timestamp newest {};
    if (trade)
        newest = std::max(newest, trade->time);
    if (quote)
        newest = std::max(newest, quote->time);
    if (value)
        newest = std::max(newest, value->time);
    return newest;
}

InstrumentFacts readFacts(const MarketSource &source, int instrument, Timestamp asOf)
{
    InstrumentFacts facts;
    facts.instrument = &source.instrument(instrument);
    const AssetClass assetClass = facts.instrument->assetClass;
    QDate date = markethours::tradingDay(
        assetClass, markethours::newestDayStart(source.calendar(), assetClass, asOf));
    for (int back = 0; back < longestBreak && !facts.previous; ++back, date = date.addDays(-1)) {
        std::optional<ServedDay> day = source.day(instrument, date, asOf);
        if (day && !day->candle.hasPrices)
            day.reset();
        (back == 0 ? facts.day : facts.previous) = std::move(day);
    }
    facts.trade = source.lastTrade(instrument, asOf);
    facts.quote = source.lastQuote(instrument, asOf);
    facts.value = source.lastValue(instrument, asOf);
    if (facts.day)
        facts.minute = newestMinute(source, instrument,
                                    markethours::dayStart(assetClass, facts.day->date), asOf);
    return facts;
}

} // namespace tapeline
