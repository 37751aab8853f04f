#include "streambars.h"

#include "easterntime.h"
#include "splitmix64.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr quint64 revisedOneIn = 100;
constexpr quint64 oddNumberOneIn = 16;
constexpr qint64 lateOneIn = 10; // of a revised bar's volume
constexpr auto soonestRevision = 5s;
constexpr auto latestRevision = 14min;

bool sooner(const StreamBars::Due &a, const StreamBars::Due &b)
{
    return a.publish > b.publish; // std heaps keep the largest in front
}

} // namespace

StreamBars::StreamBars(const MarketSource &source, AssetClass market, TimeUnit unit)
    : m_source(source)
    , m_market(market)
    , m_unit(unit)
    , m_width(Timeframe(1, unit).nominalLength())
    , m_delay(unit == TimeUnit::Second ? 2s : 1s)
{
}

Timestamp StreamBars::firstOpen(Timestamp asOf) const
{
    return Timeframe(1, m_unit).windowStart(asOf - m_delay);
}

void StreamBars::collectWindows(const std::vector<int> &instruments, Timestamp end, Timestamp asOf,
                                std::vector<Due> &out)
{
    for (const int instrument : instruments)
        for (const Candle &candle : m_source.bars(instrument, m_unit, *m_next, end, asOf))
            if (candle.hasPrices)
                publish(instrument, candle, out);
}

StreamBar StreamBars::complete(int instrument, const Candle &candle) const
{
    StreamBar bar { .candle = candle, .end = candle.start + m_width };
    switch (m_market) {
    case AssetClass::Stocks:
    case AssetClass::Options:
    case AssetClass::Indices:
        addDaySoFar(instrument, bar);
        break;
    case AssetClass::Forex:
    case AssetClass::Crypto:
        break;
    case AssetClass::Futures:
        bar.dollarVolume = m_source.dollarVolume(instrument, candle);
        break;
    }
    return bar;
}

/// Volume and average of the Eastern day up to the bar's end, and its official open.
void StreamBars::addDaySoFar(int instrument, StreamBar &bar) const
{
    const QDate date = easterntime::date(bar.candle.start);
    const std::optional<ServedDay> day = m_source.day(instrument, date, bar.end);
    if (!day)
        return;
    bar.dayVolume = day->candle.volume;
    bar.dayVwap = day->candle.vwap;
    const std::optional<TradingSession> session = m_source.calendar().session(date);
    if (session && bar.end > session->open)
        bar.officialOpen = day->officialOpen;
}

void StreamBars::publish(int instrument, const Candle &candle, std::vector<Due> &out)
{
    const quint64 name = stableHash(m_source.instrument(instrument).symbol.toStdString());
    SplitMix64 draws(mixKeys(name, m_unit, toNs(candle.start)));
    Due due { .publish = candle.start + m_width + m_delay,
              .instrument = instrument,
              .bar = complete(instrument, candle) };
    due.bar.oddNumber = draws.below(oddNumberOneIn) == 0;

    const qint64 shares = candle.volume.units() / Qty::unitsPerOne;
    if (m_market == AssetClass::Stocks && draws.below(revisedOneIn) == 0 && shares > 1) {
        Due again = due;
        const auto wait = std::chrono::milliseconds(
            draws.below(std::chrono::milliseconds(latestRevision - soonestRevision).count()));
        again.publish += soonestRevision + wait;
        m_again.push_back(again);
        std::push_heap(m_again.begin(), m_again.end(), sooner);

        const Qty late = Qty::whole(std::max<qint64>(1, shares / lateOneIn));
        due.bar.candle.volume = candle.volume - late;
        due.bar.candle.tradeCount = std::max<qint64>(1, candle.tradeCount - 1);
        due.bar.dayVolume = due.bar.dayVolume - late;
    }
    out.push_back(std::move(due));
}

void StreamBars::publishAgain(Timestamp asOf, std::vector<Due> &out)
{
    while (!m_again.empty() && m_again.front().publish <= asOf) {
        std::pop_heap(m_again.begin(), m_again.end(), sooner);
        out.push_back(std::move(m_again.back()));
        m_again.pop_back();
    }
}

} // namespace tapeline
