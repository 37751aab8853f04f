#include "sandboxsource.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

ServedInstrument served(const SandboxInstrument &instrument)
{
    return { .symbol = instrument.symbol,
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

KeyGrant everywhere(ServedPlan plan)
{
    return {
        .stocks = plan, .options = plan, .indices = plan, .currencies = plan, .futures = plan
    };
}

} // namespace

SandboxSource::SandboxSource(std::shared_ptr<const SandboxMarket> market,
                             std::shared_ptr<const SimulatedClock> clock,
                             const SandboxCrypto &crypto)
    : m_market(std::move(market))
    , m_clock(std::move(clock))
    , m_crypto(crypto)
{
    m_instruments.reserve(m_market->instruments().size());
    for (const SandboxInstrument &instrument : m_market->instruments())
        m_instruments.push_back(served(instrument));
}

std::optional<KeyGrant> SandboxSource::grantOf(const QString &key) const
{
    if (key == "basic"_L1)
        return everywhere(ServedPlan::Basic);
    if (key == "starter"_L1)
        return everywhere(ServedPlan::Starter);
    if (key == "developer"_L1)
        return everywhere(ServedPlan::Developer);
    if (key == "advanced"_L1)
        return everywhere(ServedPlan::Advanced);
    if (key == "noplan"_L1) {
        KeyGrant grant = everywhere(ServedPlan::Basic);
        grant.noPlan = true;
        return grant;
    }
    return std::nullopt;
}

std::vector<Candle> SandboxSource::bars(int instrument, TimeUnit unit, Timestamp from, Timestamp to,
                                        Timestamp asOf) const
{
    if (unit != TimeUnit::Second && unit != TimeUnit::Minute)
        return dayBars(instrument, from, to, asOf);

    // Windows that are over come from the market's plan, the last one from what was printed in it
    // so far
    const Timestamp forming = Timeframe(1, unit).windowStart(asOf);
    const Timestamp over = std::min(to, forming);
    std::vector<Candle> bars;
    if (from < over)
        bars = unit == TimeUnit::Second ? m_market->seconds(instrument, from, over)
                                        : m_market->minutes(instrument, from, over);
    if (forming >= from && forming < to && forming < asOf) {
        if (const std::optional<Candle> last = m_market->formingBar(instrument, forming, asOf))
            bars.push_back(*last);
    }
    return bars;
}

std::vector<Candle> SandboxSource::dayBars(int instrument, Timestamp from, Timestamp to,
                                           Timestamp asOf) const
{
    std::vector<Candle> bars;
    const QDate listed = m_instruments[static_cast<std::size_t>(instrument)].listed;
    QDate date = std::max(easterntime::date(from), listed);
    if (easterntime::at(date) < from)
        date = date.addDays(1);
    const Timestamp end = std::min(to, asOf);
    for (; easterntime::at(date) < end; date = date.addDays(1))
        if (const std::optional<ServedDay> served = day(instrument, date, asOf))
            bars.push_back(served->candle);
    return bars;
}

std::optional<ServedDay> SandboxSource::day(int instrument, QDate date, Timestamp asOf) const
{
    const std::optional<TradingSession> session = calendar().session(date);
    if (!session || asOf <= easterntime::at(date))
        return std::nullopt;
    const bool over = asOf >= easterntime::at(date.addDays(1));
    const std::optional<SandboxDay> day
        = over ? m_market->day(instrument, date) : m_market->dayAt(instrument, asOf);
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

void SandboxSource::events(int instrument, Timestamp from, Timestamp to,
                           std::vector<MarketEvent> &out) const
{
    m_market->events(instrument, from, to, out);
}

std::optional<Trade> SandboxSource::lastTrade(int instrument, Timestamp asOf) const
{
    return m_market->lastTradeAt(instrument, asOf - 1ns);
}

std::optional<Quote> SandboxSource::lastQuote(int instrument, Timestamp asOf) const
{
    return m_market->quoteAt(instrument, asOf - 1ns);
}

} // namespace tapeline
