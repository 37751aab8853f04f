#include "tripexcursions.h"

#include "classtradeupdate.h"
#include "ledgermath.h"
#include "markethours.h"
#include "offmarket.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

using ledgermath::addHeld;

namespace {

/// Nothing for one that says no price: one-sided or crossed.
std::optional<Price> midOf(Price bid, Price ask)
{
    if (bid <= Price() || ask < bid)
        return {};
    return bid + Price::fromUnits(divideHalfEven((ask - bid).units(), 2));
}

/// At some instant of a time, both ends included.
bool isOpenIn(const MarketCalendar &calendar, AssetClass assetClass, Timestamp from, Timestamp to)
{
    while (from <= to) {
        const MarketSpan span = markethours::spanAt(calendar, assetClass, from);
        if (span.part != SessionPart::Closed)
            return true;
        from = span.until;
    }
    return false;
}

} // namespace

// --- the market
// ---------------------------------------------------------------------------------------------------

TripExcursions::Leg *TripExcursions::legOf(InstrumentId instrument)
{
    return isHeld(instrument) ? &m_legs[std::size_t(m_legOf[instrument.index()])] : nullptr;
}

void TripExcursions::onTrade(const Trade &trade)
{
    Leg *leg = legOf(trade.instrument);
    if (!leg || !setsLast(*leg, trade))
        return;
    leg->tradedAt = std::max(leg->tradedAt, trade.time);
    if (!leg->goesByQuotes())
        countAt(*leg, trade.price);
}

/// As the desk's `last`: neither by its conditions nor by its distance from the market another one.
bool TripExcursions::setsLast(const Leg &leg, const Trade &trade)
{
    if (trade.isVoid())
        return false;
    const TradeUpdate update
        = tradeUpdate(leg.assetClass, trade.conditions, m_sessions.isRegular(trade.time));
    if (!update.last || !update.highLow)
        return false;
    const bool isMeasured
        = leg.assetClass == AssetClass::Stocks && trade.time - leg.quotedAt <= longestMeasure;
    return !isMeasured || !isBadPrint(trade, leg.bid, leg.ask);
}

void TripExcursions::onQuote(const Quote &quote)
{
    Leg *leg = legOf(quote.instrument);
    if (!leg)
        return;
    leg->bid = quote.hasBid() ? quote.bid : Price();
    leg->ask = quote.hasAsk() ? quote.ask : Price();
    leg->quotedAt = quote.time;
    if (!leg->goesByQuotes())
        return;
    if (const std::optional<Price> mid = midOf(leg->bid, leg->ask); mid && mid != leg->price)
        countAt(*leg, *mid);
}

void TripExcursions::onBar(InstrumentId instrument, const Candle &bar)
{
    Leg *leg = legOf(instrument);
    if (!leg || !bar.hasPrices || leg->tradedAt >= bar.start)
        return;
    if (Trip *trip = tripOf(leg->trade))
        makeRough(*trip);
    for (const Price price : { bar.low, bar.high, bar.close })
        countAt(*leg, price);
}

void TripExcursions::countAt(Leg &leg, Price price)
{
    move(leg, price);
    count(leg.trade);
}

void TripExcursions::move(Leg &leg, Price price)
{
    leg.price = price;
    leg.open = ledgermath::worth(price, leg.qty, leg.multiplier);
    addHeld(leg.open, -leg.cost);
}

// --- the trips
// ----------------------------------------------------------------------------------------------------

TripExcursions::Trip *TripExcursions::tripOf(quint64 trade)
{
    const auto found = std::ranges::find_if(
        m_trips, [trade](const Trip &trip) { return trip.reached.trade == trade; });
    return found == m_trips.end() ? nullptr : &*found;
}

/// At the newest prices, once all of its legs have one.
void TripExcursions::count(quint64 trade)
{
    Trip *trip = tripOf(trade);
    if (!trip)
        return;
    Money profit = trip->realized;
    for (const std::size_t index : trip->legs) {
        if (!m_legs[index].price)
            return;
        addHeld(profit, m_legs[index].open);
    }
    count(*trip, profit);
}

void TripExcursions::count(Trip &trip, Money profit)
{
    if (profit >= trip.reached.worst && profit <= trip.reached.best)
        return;
    trip.reached.worst = std::min(trip.reached.worst, profit);
    trip.reached.best = std::max(trip.reached.best, profit);
    trip.isChanged = m_hasChanged = true;
}

void TripExcursions::makeRough(Trip &trip)
{
    if (!std::exchange(trip.reached.isRough, true))
        trip.isChanged = m_hasChanged = true;
}

void TripExcursions::noteGap()
{
    for (Trip &trip : m_trips)
        makeRough(trip);
}

void TripExcursions::noteGap(const MarketCalendar &calendar, Timestamp from, Timestamp to)
{
    for (const Leg &leg : m_legs)
        if (isOpenIn(calendar, leg.assetClass, from, to))
            makeRough(*tripOf(leg.trade));
}

void TripExcursions::resume(const Excursion &kept)
{
    Trip *trip = tripOf(kept.trade);
    if (!trip)
        return;
    count(*trip, kept.worst);
    count(*trip, kept.best);
}

std::optional<Excursion> TripExcursions::end(quint64 trade, Money gross)
{
    const auto found = std::ranges::find_if(
        m_ended, [trade](const Trip &trip) { return trip.reached.trade == trade; });
    if (found == m_ended.end())
        return {};
    Trip trip = std::move(*found);
    m_ended.erase(found);
    count(trip, gross);
    return trip.reached;
}

std::vector<Excursion> TripExcursions::takeChanged()
{
    std::vector<Excursion> changed;
    m_hasChanged = false;
    for (Trip &trip : m_trips)
        if (std::exchange(trip.isChanged, false))
            changed.push_back(trip.reached);
    return changed;
}

// --- the books
// ----------------------------------------------------------------------------------------------------

TripExcursions::Leg TripExcursions::newLeg(const Position &position, const PriceSource &prices)
{
    Leg leg;
    leg.instrument = m_symbols.intern(position.symbol);
    leg.assetClass = symbology::classOf(position.symbol);
    const MarketPrices seen = prices.prices(position.symbol);
    leg.bid = seen.quote.hasBid() ? seen.quote.bid : Price();
    leg.ask = seen.quote.hasAsk() ? seen.quote.ask : Price();
    leg.quotedAt = seen.quote.time;
    if (leg.goesByQuotes())
        leg.price = midOf(leg.bid, leg.ask);
    else if (seen.last > Price())
        leg.price = seen.last;
    return leg;
}

void TripExcursions::hold(const LedgerState &state, const PriceSource &prices)
{
    const std::vector<Leg> before = std::exchange(m_legs, {});
    for (const auto &[symbol, position] : state.positions) {
        const InstrumentId id = m_symbols.intern(symbol);
        Leg leg = isHeld(id) ? before[std::size_t(m_legOf[id.index()])] : newLeg(position, prices);
        leg.trade = position.trip.id;
        leg.qty = position.qty;
        leg.cost = position.cost;
        leg.multiplier = position.multiplier;
        if (leg.price)
            move(leg, *leg.price);
        m_legs.push_back(std::move(leg));
    }
    indexLegs();
    m_ended = std::exchange(m_trips, {});
    for (std::size_t index = 0; index < m_legs.size(); ++index)
        keptTrip(m_legs[index].trade).legs.push_back(index);
    for (const auto &[symbol, position] : state.positions)
        addHeld(tripOf(position.trip.id)->realized, position.trip.gross);
    for (const ClosedLeg &leg : state.closedLegs)
        if (Trip *trip = tripOf(leg.sums.id))
            addHeld(trip->realized, leg.sums.gross);
}

void TripExcursions::indexLegs()
{
    std::ranges::fill(m_legOf, -1);
    for (std::size_t index = 0; index < m_legs.size(); ++index) {
        const std::size_t at = m_legs[index].instrument.index();
        if (at >= m_legOf.size())
            m_legOf.resize(at + 1, -1);
        m_legOf[at] = int(index);
    }
}

/// One that goes on, or has begun.
TripExcursions::Trip &TripExcursions::keptTrip(quint64 trade)
{
    if (Trip *trip = tripOf(trade))
        return *trip;
    Trip &trip = m_trips.emplace_back();
    const auto known = std::ranges::find_if(
        m_ended, [trade](const Trip &own) { return own.reached.trade == trade; });
    if (known != m_ended.end()) {
        trip.reached = known->reached;
        trip.isChanged = known->isChanged;
        m_ended.erase(known);
    }
    trip.reached.trade = trade;
    return trip;
}

void TripExcursions::forgetPrice(const QString &symbol)
{
    if (Leg *leg = legOf(m_symbols.intern(symbol))) {
        leg->price.reset();
        leg->bid = leg->ask = {};
        leg->quotedAt = {};
    }
}

} // namespace tapeline
