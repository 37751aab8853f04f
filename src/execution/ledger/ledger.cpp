#include "ledger.h"

#include "easterntime.h"
#include "entryplanner.h"
#include "ledgermath.h"
#include "lotposting.h"
#include "symbology.h"

#include <algorithm>
#include <set>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using namespace ledgermath;

namespace {

constexpr int settlementMemoryDays = 10; // longer than any T+1 with its holidays

Error refused(Error::Code code, const QString &why)
{
    return { code, why };
}

/// What an opening brought must still be there as it was; what a closing took must not meet the
/// other side or lots that a split has changed since.
bool canTakeBack(const LotChange &change, const Position &position)
{
    const auto isRestated = [](const Lot &lot) { return lot.isRestated; };
    if (change.quiet || change.qty.isZero()
        || std::any_of(position.lots.begin(), position.lots.end(), isRestated))
        return false;
    Qty qty = position.qty;
    Money total = position.cost;
    if (!add(qty, change.qty) || !add(total, change.cost))
        return false;
    const int side = signOf(position.qty.units());
    if (!change.opens)
        return side == 0 || side == signOf(change.qty.units());
    const auto lot = std::find_if(position.lots.begin(), position.lots.end(),
                                  [&](const Lot &held) { return held.id == change.lot; });
    if (lot == position.lots.end() || side != -signOf(change.qty.units())
        || magnitude(lot->qty) < magnitude(change.qty))
        return false;
    Money cost = lot->cost;
    addHeld(cost, change.cost);
    const bool ends = magnitude(lot->qty) == magnitude(change.qty);
    return ends ? cost.isZero() : signOf(cost.units()) * side >= 0;
}

/// What a closing left flat can only be open again in the trade that it was of; what it left of a
/// position only while that trade is open: its lots are older than a later trade.
bool isTripAtHand(const LedgerState &state, const QString &symbol, quint64 closedBy)
{
    const auto closes = [&](const auto &closed) {
        return closed.closedBy == closedBy && closed.symbol == symbol;
    };
    return std::any_of(state.closedLegs.begin(), state.closedLegs.end(), closes)
        || std::any_of(state.trips.rbegin(), state.trips.rend(), closes);
}

/// Sales of a cash account settle later; crypto and purchases count at once.
void noteUnsettled(LedgerState &state, const LedgerEvent &event, const LedgerEntry &entry)
{
    const bool settlesLater = state.settings.margin == MarginMode::Cash && event.qty < Qty()
        && !symbology::isCryptoPair(event.symbol);
    if (!settlesLater)
        return;
    const QDate today = easterntime::date(event.at);
    if (state.unsettled.empty() || state.unsettled.back().tradedOn != today)
        state.unsettled.push_back({ today, {} });
    addHeld(state.unsettled.back().amount, entry[LedgerAccount::Cash]);
    std::erase_if(state.unsettled, [&](const UnsettledCash &cash) {
        return cash.tradedOn.daysTo(today) > settlementMemoryDays;
    });
}

void noteDividend(LedgerState &state, const LedgerEvent &event, const LedgerEntry &entry)
{
    using enum LedgerEventKind;
    if (event.kind == Dividend)
        state.dividends.push_back({ event.sequence, event.symbol, entry[LedgerAccount::Pending] });
    if (event.kind == DividendPay || event.kind == Correction)
        std::erase_if(state.dividends, [&](const PendingDividend &dividend) {
            return dividend.sequence == event.reference;
        });
}

void noteLock(LedgerState &state, const LedgerEvent &event)
{
    const bool locks = event.kind == LedgerEventKind::Lock;
    if (event.source == "daily_loss"_L1)
        state.lossLock = locks ? easterntime::date(event.at) : QDate();
    else
        state.killed = locks;
}

} // namespace

LedgerEntry reversed(const LedgerEntry &entry)
{
    LedgerEntry turned;
    for (std::size_t account = 0; account < ledgerAccountCount; ++account)
        turned.amounts[account] = -entry.amounts[account];
    turned.lots.assign(entry.lots.rbegin(), entry.lots.rend());
    for (LotChange &change : turned.lots) {
        change.qty = -change.qty;
        change.cost = -change.cost;
        change.realized = -change.realized;
        change.fee = -change.fee;
    }
    return turned;
}

Result<LedgerEntry> Ledger::apply(const LedgerEvent &event)
{
    if (event.sequence != nextSequence())
        return refused(Error::Code::InvalidArgument, u"a hole in the books"_s);
    Result<LedgerEntry> entry = EntryPlanner(m_state, event).plan();
    if (!entry)
        return entry;
    if (const Result<void> checked = check(event, *entry); !checked)
        return checked.error();
    post(event, *entry);
    note(event, *entry);
    return entry;
}

Result<Ledger> Ledger::fold(std::span<const LedgerEvent> events)
{
    Ledger ledger;
    for (const LedgerEvent &event : events) {
        if (const Result<LedgerEntry> entry = ledger.apply(event); !entry)
            return entry.error();
    }
    return ledger;
}

bool Ledger::isSnapshotOf(std::span<const LedgerEvent> events) const
{
    if (events.size() < m_state.sequence)
        return false;
    const Result<Ledger> folded = fold(events.first(m_state.sequence));
    return folded && *folded == *this;
}

Result<void> Ledger::check(const LedgerEvent &event, const LedgerEntry &entry) const
{
    Money total;
    for (std::size_t account = 0; account < ledgerAccountCount; ++account) {
        Money balance = m_state.balances[account];
        if (!add(balance, entry.amounts[account]) || !add(total, entry.amounts[account]))
            return refused(Error::Code::Overflow, u"a balance does not fit"_s);
    }
    if (!total.isZero())
        return refused(Error::Code::InvalidArgument, u"the entry is not balanced"_s);
    if (event.kind == LedgerEventKind::Correction)
        return checkCorrection(event, entry);
    return {};
}

/// The lots must be able to take it: what was closed comes back, what was opened is still there.
Result<void> Ledger::checkCorrection(const LedgerEvent &event, const LedgerEntry &entry) const
{
    std::map<QString, Position> touched;
    std::set<QString> reopened;
    Money cost;
    for (const LotChange &change : entry.lots) {
        const Position *held = m_state.find(change.symbol);
        Position &position
            = touched.try_emplace(change.symbol, held ? *held : Position()).first->second;
        const bool isFlat = position.qty.isZero();
        if (isFlat && !change.opens)
            reopened.insert(change.symbol);
        const bool isOver = isFlat
            ? !isTripAtHand(m_state, change.symbol, event.reference)
            : !reopened.contains(change.symbol) && change.openedAt < position.trip.openedAt;
        if (!change.opens && isOver)
            return refused(Error::Code::Rejected, u"the trade is over"_s);
        if (!canTakeBack(change, position) || !add(cost, change.cost))
            return refused(Error::Code::Rejected, u"the lots have moved on"_s);
        LotPosting::change(position, change);
    }
    if (cost != entry[LedgerAccount::PositionCost])
        return refused(Error::Code::InvalidArgument, u"the entry is not that of its lots"_s);
    const bool isDividend = !entry[LedgerAccount::Dividends].isZero();
    const auto isPending
        = [&](const PendingDividend &dividend) { return dividend.sequence == event.reference; };
    if (isDividend && std::none_of(m_state.dividends.begin(), m_state.dividends.end(), isPending))
        return refused(Error::Code::Rejected, u"the dividend is paid"_s);
    return {};
}

void Ledger::post(const LedgerEvent &event, const LedgerEntry &entry)
{
    m_state.sequence = event.sequence;
    if (event.kind == LedgerEventKind::Reset)
        return reset();
    for (std::size_t account = 0; account < ledgerAccountCount; ++account)
        m_state.balances[account] += entry.amounts[account];
    LotPosting(m_state, event).post(entry);
}

/// Settings stay, and so does the count of lots: ids are never used twice.
void Ledger::reset()
{
    LedgerState fresh;
    fresh.sequence = m_state.sequence;
    fresh.nextLot = m_state.nextLot;
    fresh.archive = m_state.archive + 1;
    fresh.settings = m_state.settings;
    m_state = std::move(fresh);
}

/// What an event means beside its amounts.
void Ledger::note(const LedgerEvent &event, const LedgerEntry &entry)
{
    using enum LedgerEventKind;
    if (event.kind == Config && event.settings)
        m_state.settings = *event.settings;
    if (event.kind == Fill)
        noteUnsettled(m_state, event, entry);
    noteDividend(m_state, event, entry);
    const bool isInterest = event.kind == Interest || event.kind == InterestPay
        || (event.kind == Correction && !entry[LedgerAccount::Interest].isZero());
    if (isInterest)
        addHeld(m_state.accrued, entry[LedgerAccount::Pending]);
    if (event.kind == Interest)
        m_state.accruedTo = easterntime::date(event.at);
    if (event.kind == Split && !event.deliverable.isZero())
        m_state.positions[event.symbol].deliverable = event.deliverable;
    const auto position = m_state.positions.find(event.symbol);
    if (entry.lots.empty() && position != m_state.positions.end())
        addHeld(position->second.trip.fees, entry[LedgerAccount::Fees]);
    addHeld(m_state.day.flows, -entry[LedgerAccount::Deposits]);
    if (event.kind == DayStart) {
        m_state.day = { easterntime::date(event.at), event.amount, {} };
        m_state.lossLock = {};
    }
    if (event.kind == Lock || event.kind == Unlock)
        noteLock(m_state, event);
}

} // namespace tapeline
