#include "sessionsums.h"

#include "classtradeupdate.h"
#include "dayvolume.h"
#include "easterntime.h"
#include "flowcount.h"
#include "markethours.h"
#include "offmarket.h"

namespace tapeline {

namespace {

ClassifierRule ruleOf(AssetClass assetClass)
{
    return assetClass == AssetClass::Crypto ? ClassifierRule::Venue : ClassifierRule::Weighted;
}

/// What its volume was traded at, as well as the bar tells.
double typicalPrice(const Candle &bar)
{
    if (bar.vwap > 0)
        return bar.vwap;
    return (bar.high.toDouble() + bar.low.toDouble() + bar.close.toDouble()) / 3;
}

} // namespace

SessionSums::SessionSums(AssetClass assetClass, const MarketCalendar &calendar)
    : m_assetClass(assetClass)
    , m_calendar(calendar)
    , m_classifier(ruleOf(assetClass))
{
}

SessionSums::Session SessionSums::sessionAt(Timestamp time) const
{
    if (markethours::isRoundTheClock(m_assetClass)) {
        const QDate day = markethours::tradingDay(m_assetClass, time);
        const Timestamp next = markethours::dayStart(m_assetClass, day.addDays(1));
        return { markethours::dayStart(m_assetClass, day), next, next, true };
    }
    const QDate day = easterntime::date(time);
    const Timestamp midnight = easterntime::at(day.addDays(1));
    const std::optional<TradingSession> session = m_calendar.session(day);
    if (!session)
        return { .until = midnight };
    if (time < session->open)
        return { .until = session->open };
    return { session->open, session->close, midnight, true };
}

void SessionSums::passTo(Timestamp time)
{
    if (time < m_session.until)
        return;
    m_session = sessionAt(time);
    m_volume = {};
    m_notional = 0;
    m_delta = {};
    m_isTold = m_completeFrom <= m_session.start;
    m_countFrom
        = m_isTold ? m_session.start : std::chrono::ceil<std::chrono::minutes>(m_completeFrom);
}

void SessionSums::beginAt(Timestamp from)
{
    m_completeFrom = from;
    m_session = {};
    m_seconds.clear();
    passTo(from);
}

void SessionSums::onGap(Timestamp until)
{
    onBreak();
    beginAt(until);
}

void SessionSums::onBreak()
{
    m_classifier = TradeClassifier(rule()); // the quote in force is not known any more
    m_quote = {};
    m_completeFrom = Timestamp::max();
    m_session = {};
    m_seconds.clear();
}

// --- trades
// -------------------------------------------------------------------------------------------------------

void SessionSums::addQuote(const Quote &quote)
{
    m_classifier.addQuote(quote);
    m_quote = quote;
}

void SessionSums::addTrade(const Trade &trade)
{
    passTo(trade.time);
    addVolume(trade);
    addFlow(trade);
}

/// The price of a bad print says nothing of what was paid (MarketHub).
Price SessionSums::countedPrice(const Trade &trade) const
{
    const bool isMeasured
        = m_assetClass == AssetClass::Stocks && trade.time - m_quote.time <= longestMeasure;
    if (!isMeasured || !isBadPrint(trade, m_quote.bid, m_quote.ask))
        return trade.price;
    return Price::fromUnits(m_quote.bid.units() + (m_quote.ask - m_quote.bid).units() / 2);
}

void SessionSums::addVolume(const Trade &trade)
{
    const bool isRegular = m_session.isOn && trade.time >= m_countFrom
        && trade.time >= m_session.start && trade.time < m_session.end;
    if (!isRegular || trade.isVoid() || !tradeUpdate(m_assetClass, trade.conditions, true).volume)
        return;
    m_volume += trade.size;
    m_notional += countedPrice(trade).toDouble() * trade.size.toDouble();
}

void SessionSums::addFlow(const Trade &trade)
{
    if (!countsInFlow(trade, rule(), m_assetClass, true))
        return;
    if (rule() != ClassifierRule::Venue && isAuction(trade))
        return; // volume without an aggressor
    const std::optional<FlowPrint> print = m_classifier.classify(trade);
    if (!print || !m_bound.admit(print->size))
        return;
    if (m_session.isOn && trade.time >= m_session.start)
        m_delta += print->delta;
    const Timestamp second = std::chrono::floor<std::chrono::seconds>(trade.time);
    if (m_seconds.empty() || m_seconds.back().start < second)
        m_seconds.push_back({ second, {} });
    m_seconds.back().delta += print->delta; // a late one counts when it comes
    while (m_seconds.front().start < second - slopeLength)
        m_seconds.pop_front();
}

// --- bars
// ---------------------------------------------------------------------------------------------------------

TimeRange SessionSums::missing(Timestamp now)
{
    passTo(now);
    if (!m_session.isOn || m_isTold || m_countFrom == Timestamp::max())
        return {};
    return { m_session.start, std::min(m_countFrom, m_session.end) };
}

void SessionSums::addMissing(std::span<const Candle> minutes, const TimeRange &range)
{
    if (m_isTold || range.from != m_session.start
        || range.to != std::min(m_countFrom, m_session.end))
        return; // of another session, or from before a gap
    m_isTold = true;
    addBars(minutes, range);
}

void SessionSums::setSoFar(std::span<const Candle> minutes, Timestamp now)
{
    passTo(now);
    m_volume = {};
    m_notional = 0;
    m_countFrom = m_session.start;
    m_isTold = true;
    addBars(minutes, { m_session.start, m_session.end });
}

void SessionSums::addBars(std::span<const Candle> minutes, const TimeRange &range)
{
    for (const Candle &bar : minutes) {
        if (!range.contains(bar.start))
            continue;
        m_volume += bar.volume;
        m_notional += typicalPrice(bar) * bar.volume.toDouble();
    }
}

// --- what it came to
// ----------------------------------------------------------------------------------------------

/// The sums are of the session of that instant.
bool SessionSums::isOf(Timestamp now) const
{
    return m_session.isOn && now >= m_session.start && now < m_session.until;
}

std::optional<Qty> SessionSums::volume(Timestamp now) const
{
    return isOf(now) && m_isTold ? std::optional(m_volume) : std::nullopt;
}

std::optional<double> SessionSums::vwap(Timestamp now) const
{
    const std::optional<Qty> traded = volume(now);
    if (!traded || *traded <= Qty())
        return {};
    return m_notional / traded->toDouble();
}

std::optional<double> SessionSums::delta(Timestamp now) const
{
    if (!isOf(now) || m_completeFrom > m_session.start)
        return {};
    return m_delta.toDouble();
}

std::optional<double> SessionSums::deltaSlope(Timestamp now) const
{
    if (m_completeFrom > now - slopeLength)
        return {};
    HalfQty sum;
    for (const Second &second : m_seconds)
        if (second.start >= now - slopeLength)
            sum += second.delta;
    return sum.toDouble() / std::chrono::duration<double, std::ratio<60>>(slopeLength).count();
}

} // namespace tapeline
