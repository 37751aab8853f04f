#include "entryplanner.h"

#include "ledgermath.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

// What each kind of event means: the plans of EntryPlanner.

namespace {

/// value * numerator / denominator rounded towards zero; value >= 0.
std::optional<qint64> truncatedRatio(qint64 value, qint64 numerator, qint64 denominator)
{
    const std::optional<qint64> rounded = multiplyDivide(value, numerator, denominator);
    if (!rounded)
        return {};
    // The remainder is at most half a denominator, so wrapping 64-bit arithmetic tells its sign
    const quint64 remainder
        = quint64(value) * quint64(numerator) - quint64(*rounded) * quint64(denominator);
    return qint64(remainder) < 0 ? *rounded - 1 : *rounded;
}

bool isWhole(Qty qty)
{
    return qty.units() % Qty::unitsPerOne == 0;
}

} // namespace

void EntryPlanner::planFill()
{
    if (m_event.qty.isZero() || m_event.multiplier < 1)
        return fail(Error::Code::InvalidArgument, "a fill of nothing");
    const Position &position = positionOf(m_event.symbol, m_event.multiplier);
    if (position.multiplier != m_event.multiplier)
        return fail(Error::Code::InvalidArgument, "another multiplier than the position's");
    const Money amount = notionalOf(m_event.price, m_event.qty, m_event.multiplier);
    post(LedgerAccount::Cash, -amount);
    post(LedgerAccount::Cash, -m_event.fee);
    trade(position, { m_event.symbol, m_event.multiplier, m_event.qty, amount, m_event.fee });
}

void EntryPlanner::planExpiry()
{
    const Position *position = heldContracts();
    if (!position)
        return fail(Error::Code::NotFound, "no such contracts to expire");
    const Money amount = notionalOf(m_event.price, -m_event.qty, position->multiplier);
    post(LedgerAccount::Cash, -amount);
    trade(*position, { m_event.symbol, position->multiplier, -m_event.qty, amount, {} });
}

void EntryPlanner::planExercise()
{
    const Position *position = heldContracts();
    if (!position || m_event.deliverable.isZero())
        return fail(Error::Code::NotFound, "no such contracts to exercise");
    // The strike is paid for what is received; the premium moves into the cost of the shares
    const Qty contracts
        = m_event.deliverable > Qty() ? magnitude(m_event.qty) : -magnitude(m_event.qty);
    const Money strike = notionalOf(m_event.price, contracts, position->multiplier);
    const Money premium = takeContracts(*position, m_event.qty);
    post(LedgerAccount::Cash, -strike);
    post(LedgerAccount::Cash, -m_event.fee);
    trade(
        positionOf(m_event.target, 1),
        { m_event.target, 1, m_event.deliverable, checked(sum({ strike, premium })), m_event.fee });
}

/// The position whose contracts end, when it holds as many on that side.
const Position *EntryPlanner::heldContracts() const
{
    const Position *position = m_state.find(m_event.symbol);
    const bool held = position && signOf(position->qty.units()) == signOf(m_event.qty.units())
        && magnitude(m_event.qty) <= magnitude(position->qty);
    return held ? position : nullptr;
}

/// Ends contracts without a profit of their own; returns what they had cost.
Money EntryPlanner::takeContracts(const Position &position, Qty qty)
{
    Qty left = magnitude(qty);
    Money premium;
    for (const std::size_t index : closingOrder(position, m_state.settings.lots, m_event.lots)) {
        if (left.isZero())
            break;
        const Lot &lot = position.lots[index];
        const Qty part = std::min(left, magnitude(lot.qty));
        const Money cost = share(lot.cost, part, lot.qty);
        quietly(position, lot, qty > Qty() ? -part : part, -cost);
        premium = checked(sum({ premium, cost }));
        left -= part;
    }
    return premium;
}

void EntryPlanner::planDividend()
{
    const Position *position = m_state.find(m_event.symbol);
    if (!position && m_event.qty.isZero())
        return fail(Error::Code::NotFound, "no position at the ex-date");
    move(LedgerAccount::Pending, LedgerAccount::Dividends,
         notionalOf(m_event.price, m_event.qty.isZero() ? position->qty : m_event.qty,
                    position ? position->multiplier : 1));
}

void EntryPlanner::planDividendPay()
{
    for (const PendingDividend &dividend : m_state.dividends) {
        if (dividend.sequence == m_event.reference)
            return move(LedgerAccount::Cash, LedgerAccount::Pending, dividend.amount);
    }
    fail(Error::Code::NotFound, "no such dividend is pending");
}

void EntryPlanner::planSplit()
{
    const Position *position = m_state.find(m_event.symbol);
    if (!position || m_event.numerator < 1 || m_event.denominator < 1)
        return fail(Error::Code::NotFound, "nothing to split");
    if (!m_event.deliverable.isZero())
        return; // an odd split: the contract changes, not how many there are
    if (!m_event.target.isEmpty())
        return renameOption(*position);
    Position scaled = *position;
    scale(scaled);
    if (isWhole(position->qty) && m_event.price > Price())
        cashInLieu(scaled);
}

/// New quantities by their running sum, so that no unit is lost between lots.
void EntryPlanner::scale(Position &position)
{
    qint64 before = 0;
    qint64 after = 0;
    const bool isShort = position.qty < Qty();
    position.qty = {};
    for (Lot &lot : position.lots) {
        if (!m_event.lots.empty()
            && std::ranges::find(m_event.lots, lot.id) == m_event.lots.end()) {
            position.qty += lot.qty;
            continue;
        }
        before += magnitude(lot.qty).units();
        const auto scaled = truncatedRatio(before, m_event.numerator, m_event.denominator);
        if (!scaled)
            return fail(Error::Code::Overflow, "the split does not fit");
        const Qty qty = Qty::fromUnits(isShort ? after - *scaled : *scaled - after);
        after = *scaled;
        quietly(position, lot, qty - lot.qty, qty.isZero() ? -lot.cost : Money());
        if (qty.isZero()) { // less than the smallest unit is left: its cost is lost
            m_entry.lots.back().realized = -lot.cost;
            lot.cost = {};
        }
        lot.qty = qty;
        position.qty += qty;
    }
    std::erase_if(position.lots, [](const Lot &lot) { return lot.qty.isZero(); });
}

void EntryPlanner::cashInLieu(const Position &scaled)
{
    const Qty fraction = Qty::fromUnits(scaled.qty.units() % Qty::unitsPerOne);
    if (fraction.isZero() || m_error)
        return;
    const Money amount = notionalOf(m_event.price, -fraction, scaled.multiplier);
    post(LedgerAccount::Cash, -amount);
    trade(scaled, { scaled.symbol, scaled.multiplier, -fraction, amount, {} });
}

/// An even split of the underlying: as many times the contracts, under the new symbol.
void EntryPlanner::renameOption(const Position &position)
{
    if (m_state.find(m_event.target))
        return fail(Error::Code::InvalidArgument, "the new contract is held already");
    Position scaled = position;
    scale(scaled);
    m_entry.lots.clear();
    if (m_error || scaled.lots.size() != position.lots.size())
        return fail(Error::Code::InvalidArgument, "contracts do not split evenly");
    for (std::size_t i = 0; i < position.lots.size(); ++i) {
        const Lot &lot = position.lots[i];
        quietly(position, lot, -lot.qty, -lot.cost);
        LotChange moved = m_entry.lots.back();
        moved.symbol = m_event.target;
        moved.qty = scaled.lots[i].qty;
        moved.cost = lot.cost;
        moved.opens = true;
        m_entry.lots.push_back(moved);
    }
}

void EntryPlanner::planCorrection()
{
    if (!m_event.reversal)
        return fail(Error::Code::InvalidArgument, "a correction without its entry");
    m_entry.amounts = m_event.reversal->amounts;
    m_entry.lots = m_event.reversal->lots;
}

void EntryPlanner::planReset()
{
    for (std::size_t account = 0; account < ledgerAccountCount; ++account)
        m_entry.amounts[account] = -m_state.balances[account];
    for (const auto &[symbol, position] : m_state.positions) {
        for (const Lot &lot : position.lots)
            quietly(position, lot, -lot.qty, -lot.cost);
    }
}

/// The average method keeps one lot a position.
void EntryPlanner::planMerge()
{
    if (!m_event.settings || m_event.settings->lots != LotMethod::Average)
        return;
    for (const auto &[symbol, position] : m_state.positions) {
        for (std::size_t i = 1; i < position.lots.size(); ++i) {
            const Lot &lot = position.lots[i];
            quietly(position, lot, -lot.qty, -lot.cost);
            quietly(position, position.lots.front(), lot.qty, lot.cost);
        }
    }
}

} // namespace tapeline
