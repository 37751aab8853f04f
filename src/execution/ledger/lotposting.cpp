#include "lotposting.h"

#include "easterntime.h"
#include "ledgermath.h"

#include <algorithm>
#include <numeric>

namespace tapeline {

namespace {

constexpr int daysRemembered = 10; // five business days, with holidays between

void absorb(OpenTrip &trip, const OpenTrip &other)
{
    if (other.changes == 0)
        return;
    if (trip.changes == 0) {
        trip.id = other.id;
        trip.order = other.order;
    }
    trip.openedAt = trip.changes == 0 ? other.openedAt : std::min(trip.openedAt, other.openedAt);
    ledgermath::addHeld(trip.gross, other.gross);
    ledgermath::addHeld(trip.fees, other.fees);
    trip.changes += other.changes;
}

} // namespace

void LotPosting::post(const LedgerEntry &entry)
{
    for (const LotChange &change : entry.lots)
        postOne(change);
}

void LotPosting::change(Position &position, const LotChange &change)
{
    const auto found = std::find_if(position.lots.begin(), position.lots.end(),
                                    [&](const Lot &lot) { return lot.id == change.lot; });
    position.qty += change.qty;
    position.cost += change.cost;
    if (found == position.lots.end()) {
        const auto after = std::find_if(position.lots.begin(), position.lots.end(),
                                        [&](const Lot &lot) { return lot.id > change.lot; });
        position.lots.insert(after,
                             { change.lot, change.openedAt, change.qty, change.cost,
                               change.strategy, change.quiet });
        return;
    }
    found->qty += change.qty;
    found->cost += change.cost;
    found->isRestated = found->isRestated || change.quiet;
    if (found->qty.isZero())
        position.lots.erase(found);
}

void LotPosting::postOne(const LotChange &change)
{
    const auto [found, isNew] = m_state.positions.try_emplace(change.symbol);
    Position &position = found->second;
    if (isNew) {
        position.symbol = change.symbol;
        position.multiplier = change.multiplier;
    }
    absorbCarried(position);
    const bool reopens = position.qty.isZero() && m_event.kind == LedgerEventKind::Correction;
    if (reopens)
        reopenTrip(position, change);
    LotPosting::change(position, change);
    m_state.nextLot = std::max(m_state.nextLot, change.lot + 1);
    noteTrade(position, change);
    if (position.qty.isZero())
        removeFlat(position, change);
}

void LotPosting::noteTrade(Position &position, const LotChange &change)
{
    OpenTrip &trip = position.trip;
    ledgermath::addHeld(trip.gross, change.realized);
    ledgermath::addHeld(trip.fees, change.fee);
    if (change.quiet)
        return;
    if (trip.changes == 0)
        beginTrip(position);
    trip.changes += m_event.kind == LedgerEventKind::Correction ? -1 : 1;
    if (m_event.kind == LedgerEventKind::Correction && !change.opens)
        takeBackDayTrade(position);
    if (m_event.kind == LedgerEventKind::Fill)
        countDayTrade(position, change);
}

/// What one order opens is one trade, and what comes of an option that stays open in part is of its
/// trade.
void LotPosting::beginTrip(Position &position)
{
    const OpenTrip *sibling = siblingTrip(position);
    position.trip.id = sibling ? sibling->id : m_event.sequence;
    position.trip.order = m_event.kind == LedgerEventKind::Fill ? m_event.source : QString();
    position.trip.openedAt = m_event.at;
}

const OpenTrip *LotPosting::siblingTrip(const Position &position) const
{
    const bool isFill = m_event.kind == LedgerEventKind::Fill;
    for (const auto &[symbol, other] : m_state.positions) {
        if (symbol == position.symbol || other.trip.changes == 0)
            continue;
        const bool isOfOrder
            = isFill && !m_event.source.isEmpty() && other.trip.order == m_event.source;
        const bool becomesThis = position.symbol == m_event.target && symbol == m_event.symbol;
        if (isOfOrder || becomesThis)
            return &other.trip;
    }
    return nullptr;
}

void LotPosting::countDayTrade(Position &position, const LotChange &change)
{
    const QDate today = easterntime::date(m_event.at);
    if (change.opens) {
        position.openedOn = today;
        return;
    }
    if (position.openedOn != today || easterntime::date(change.openedAt) != today)
        return;
    position.openedOn = {};
    m_state.dayTrades.push_back({ today, m_event.sequence, position.symbol });
    const auto remembered = std::find_if(
        m_state.dayTrades.begin(), m_state.dayTrades.end(),
        [&](const DayTrade &trade) { return trade.date.daysTo(today) <= daysRemembered; });
    m_state.dayTrades.erase(m_state.dayTrades.begin(), remembered); // oldest first
}

void LotPosting::takeBackDayTrade(Position &position)
{
    const auto taken = std::find_if(
        m_state.dayTrades.begin(), m_state.dayTrades.end(), [&](const DayTrade &trade) {
            return trade.sequence == m_event.reference && trade.symbol == position.symbol;
        });
    if (taken == m_state.dayTrades.end())
        return;
    position.openedOn = taken->date;
    m_state.dayTrades.erase(taken);
}

void LotPosting::absorbCarried(Position &position)
{
    if (position.symbol != m_event.target)
        return;
    const OpenTrip carried = std::exchange(m_carried, {});
    absorb(position.trip, carried);
    if (carried.id == position.trip.id || !isLastOf(carried.id, position.symbol))
        return;
    for (ClosedLeg &leg : m_state.closedLegs) // that trade ends in this one
        if (leg.sums.id == carried.id)
            leg.sums.id = position.trip.id;
}

bool LotPosting::hasClosedLegs(quint64 trip) const
{
    return std::any_of(m_state.closedLegs.begin(), m_state.closedLegs.end(),
                       [&](const ClosedLeg &leg) { return leg.sums.id == trip; });
}

/// Nothing of a trade is open but this symbol.
bool LotPosting::isLastOf(quint64 trip, const QString &symbol) const
{
    return std::none_of(m_state.positions.begin(), m_state.positions.end(), [&](const auto &item) {
        return item.first != symbol && item.second.trip.changes > 0 && item.second.trip.id == trip;
    });
}

void LotPosting::removeFlat(Position &position, const LotChange &change)
{
    const bool becomesShares = change.quiet && !m_event.target.isEmpty();
    if (becomesShares)
        m_carried = position.trip;
    else if (position.trip.changes > 0 || hasClosedLegs(position.trip.id))
        closeTrip(position, change);
    m_state.positions.erase(m_state.positions.find(change.symbol));
}

void LotPosting::closeTrip(Position &position, const LotChange &change)
{
    if (!isLastOf(position.trip.id, position.symbol)) {
        m_state.closedLegs.push_back({ position.symbol, m_event.sequence, position.trip });
        return;
    }
    OpenTrip trip = position.trip;
    std::vector<ClosedLeg> legs;
    std::erase_if(m_state.closedLegs, [&](const ClosedLeg &leg) {
        const bool isOfIt = leg.sums.id == trip.id;
        if (isOfIt)
            legs.push_back(leg);
        return isOfIt;
    });
    for (const ClosedLeg &leg : legs)
        absorb(trip, leg.sums);
    if (!legs.empty())
        legs.push_back({ position.symbol, m_event.sequence, position.trip });
    m_state.trips.push_back({ trip.id, trip.order, position.symbol, change.strategy, trip.openedAt,
                              m_event.at, trip.gross, trip.fees, trip.changes, m_event.sequence,
                              legs });
    m_state.tripsHash = hashWith(m_state.tripsHash, m_state.trips.back());
    if (m_state.trips.back().net() > Money())
        ++m_state.wins;
}

/// A correction takes back the event that closed a trade: it is open again.
void LotPosting::reopenTrip(Position &position, const LotChange &change)
{
    const auto found
        = std::find_if(m_state.trips.rbegin(), m_state.trips.rend(), [&](const RoundTrip &trip) {
              return trip.closedBy == m_event.reference && trip.symbol == change.symbol;
          });
    if (found == m_state.trips.rend())
        return reopenLeg(position, change);
    if (found->net() > Money())
        --m_state.wins;
    if (found->legs.empty()) {
        position.trip = { found->id,    found->order, found->openedAt,
                          found->gross, found->fees,  found->changes };
    } else {
        position.trip = found->legs.back().sums;
        m_state.closedLegs.insert(m_state.closedLegs.end(), found->legs.begin(),
                                  std::prev(found->legs.end()));
    }
    m_state.trips.erase(std::next(found).base());
    m_state.tripsHash
        = std::accumulate(m_state.trips.begin(), m_state.trips.end(), quint64(0), hashWith);
}

/// The same of a leg whose trade is open.
void LotPosting::reopenLeg(Position &position, const LotChange &change)
{
    const auto found = std::find_if(
        m_state.closedLegs.begin(), m_state.closedLegs.end(), [&](const ClosedLeg &leg) {
            return leg.closedBy == m_event.reference && leg.symbol == change.symbol;
        });
    if (found == m_state.closedLegs.end())
        return;
    position.trip = found->sums;
    m_state.closedLegs.erase(found);
}

} // namespace tapeline
