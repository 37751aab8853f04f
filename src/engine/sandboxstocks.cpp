#include "sandboxstocks.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

ServedInstrument served(const SandboxInstrument &instrument)
{
    return { .symbol = instrument.symbol,
             .assetClass = AssetClass::Stocks,
             .name = instrument.name,
             .market = u"stocks"_s,
             .type = instrument.type,
             .primaryExchange = instrument.primaryExchange,
             .description = instrument.description,
             .sector = instrument.sector,
             .listed = instrument.listed,
             .sharesOutstanding = instrument.sharesOutstanding,
             .tape = instrument.tape };
}

} // namespace

std::vector<ServedInstrument> SandboxStocks::instruments() const
{
    std::vector<ServedInstrument> rows;
    rows.reserve(m_market->instruments().size());
    for (const SandboxInstrument &instrument : m_market->instruments())
        rows.push_back(served(instrument));
    return rows;
}

std::vector<Candle> SandboxStocks::bars(int number, TimeUnit unit, Timestamp from, Timestamp to,
                                        Timestamp asOf) const
{
    // Windows that are over come from the market's plan, the last one from what was printed in it
    // so far
    const Timestamp forming = Timeframe(1, unit).windowStart(asOf);
    const Timestamp over = std::min(to, forming);
    std::vector<Candle> bars;
    if (from < over)
        bars = unit == TimeUnit::Second ? m_market->seconds(number, from, over)
                                        : m_market->minutes(number, from, over);
    if (forming >= from && forming < to && forming < asOf) {
        if (const std::optional<Candle> last = m_market->formingBar(number, forming, asOf))
            bars.push_back(*last);
    }
    return bars;
}

std::optional<ServedDay> SandboxStocks::day(int number, QDate date, Timestamp asOf) const
{
    const std::optional<TradingSession> session = m_market->calendar().session(date);
    if (!session || asOf <= easterntime::at(date))
        return std::nullopt;
    const bool over = asOf >= easterntime::at(date.addDays(1));
    const std::optional<SandboxDay> day
        = over ? m_market->day(number, date) : m_market->dayAt(number, asOf);
    if (!day)
        return std::nullopt;
    return ServedDay { .date = date,
                       .candle = day->candle,
                       .officialOpen = day->officialOpen,
                       .officialClose = day->officialClose,
                       .preMarket = day->preMarketFirst,
                       .afterHours = day->afterHoursLast,
                       .sessionEnd = session->close };
}

void SandboxStocks::events(int number, Timestamp from, Timestamp to,
                           std::vector<MarketEvent> &out) const
{
    m_market->events(number, from, to, out);
}

std::optional<Trade> SandboxStocks::lastTrade(int number, Timestamp asOf) const
{
    return m_market->lastTradeAt(number, asOf - 1ns);
}

std::optional<Quote> SandboxStocks::lastQuote(int number, Timestamp asOf) const
{
    return m_market->quoteAt(number, asOf - 1ns);
}

} // namespace tapeline
