#include "venueprices.h"

#include "wideinteger.h"

namespace tapeline {

namespace {

constexpr Duration longestSession = std::chrono::hours(7);
/// An index's first value that comes later than this is not what it opened at: nobody was there.
constexpr Duration latestOpening = std::chrono::minutes(5);

} // namespace

bool VenuePrices::isClosing(const TradeConditions &conditions)
{
    return !conditions.isEmpty()
        && (conditions.contains(condition::closingPrint)
            || conditions.contains(condition::closingTrade)
            || conditions.contains(condition::officialClose));
}

void VenuePrices::onTrade(const Trade &trade)
{
    if (trade.isVoid())
        return;
    if (isClosing(trade.conditions))
        noteClosing(at(trade.instrument), trade);
    const bool regular = m_sessions.isRegular(trade.time);
    const TradeUpdate update = tradeUpdate(trade.conditions, regular);
    if (update.highLow)
        m_ranges.add(trade.instrument, trade.time, trade.price);
    if (!update.last)
        return;
    Known &known = at(trade.instrument);
    known.prices.last = trade.price;
    known.prices.lastTime = trade.time;
    if (regular) {
        known.sessionLast = trade.price;
        known.sessionLastAt = trade.time;
    }
}

/// The first of a day stands, the auction's own before what only states it again.
void VenuePrices::noteClosing(Known &known, const Trade &trade)
{
    if (m_sessions.partAt(trade.time) != SessionPart::AfterHours || trade.price <= Price())
        return;
    const bool isStated = trade.conditions.contains(condition::officialClose);
    const bool isKnown = trade.time - known.closingAt < std::chrono::hours(12);
    if (isKnown && (isStated || !known.closingIsStated))
        return;
    known.closing = trade.price;
    known.closingAt = trade.time;
    known.closingIsStated = isStated;
}

bool VenuePrices::onIndexValue(const IndexValue &value)
{
    Known &known = at(value.instrument);
    known.prices.last = value.value;
    known.prices.lastTime = value.time;
    if (!m_sessions.isRegular(value.time))
        return false;
    known.sessionLast = value.value;
    known.sessionLastAt = value.time;
    const bool isFirst = value.time - known.sessionFirstAt > longestSession;
    if (isFirst) {
        known.sessionFirst = value.value;
        known.sessionFirstAt = value.time;
    }
    return isFirst;
}

void VenuePrices::onBar(InstrumentId instrument, const Candle &bar, Timestamp end)
{
    if (!bar.hasPrices)
        return;
    m_ranges.add(instrument, bar);
    MarketPrices &own = at(instrument).prices;
    if (own.lastTime < end) {
        own.last = bar.close;
        own.lastTime = end;
    }
}

void VenuePrices::split(InstrumentId instrument, qint64 numerator, qint64 denominator)
{
    m_ranges.forget(instrument);
    MarketPrices &own = at(instrument).prices;
    own.previousClose = anyPrice(own);
    own.quote = {};
    own.last = {};
    own.previousClose = Price::fromUnits(
        multiplyDivide(own.previousClose.units(), denominator, numerator).value_or(0));
}

MarketPrices VenuePrices::prices(const QString &symbol) const
{
    const Known *known = find(symbol);
    return known ? known->prices : MarketPrices();
}

std::optional<Price> VenuePrices::close(const QString &symbol, const TradingSession &session,
                                        bool isFinal) const
{
    if (const auto given = m_officialCloses.find({ symbol, session.date });
        given != m_officialCloses.end())
        return given->second;
    const Known *known = find(symbol);
    if (!known)
        return {};
    if (known->closingAt >= session.close && known->closingAt < session.postClose)
        return known->closing;
    const bool isOfSession
        = known->sessionLastAt >= session.open && known->sessionLastAt < session.close;
    return isFinal && isOfSession ? std::optional(known->sessionLast) : std::nullopt;
}

std::optional<Price> VenuePrices::open(const QString &symbol, const TradingSession &session) const
{
    if (const auto given = m_officialOpens.find({ symbol, session.date });
        given != m_officialOpens.end())
        return given->second;
    const Known *known = find(symbol);
    const bool isOfSession = known && known->sessionFirstAt >= session.open
        && known->sessionFirstAt < session.open + latestOpening;
    return isOfSession ? std::optional(known->sessionFirst) : std::nullopt;
}

const VenuePrices::Known *VenuePrices::find(const QString &symbol) const
{
    const QByteArray name = symbol.toLatin1();
    const InstrumentId id
        = m_symbols.find(std::string_view(name.constData(), std::size_t(name.size())));
    return id.index() < m_known.size() ? &m_known[id.index()] : nullptr;
}

VenuePrices::Known &VenuePrices::at(InstrumentId instrument)
{
    if (instrument.index() >= m_known.size())
        m_known.resize(instrument.index() + 1);
    return m_known[instrument.index()];
}

} // namespace tapeline
