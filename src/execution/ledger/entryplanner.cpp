#include "entryplanner.h"

#include "ledgermath.h"

#include <algorithm>
#include <numeric>

namespace tapeline {

using namespace ledgermath;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Cost of one unit, for ranking lots; the sign is the cost's.
qint64 unitCost(const Lot &lot)
{
    const qint64 units = magnitude(lot.qty).units();
    return multiplyDivide(lot.cost.units(), 1'000'000'000'000, std::max<qint64>(1, units))
        .value_or(lot.cost < Money() ? std::numeric_limits<qint64>::min()
                                     : std::numeric_limits<qint64>::max());
}

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

/// The end of the range that has no opposite cannot be booked.
bool isBookable(const LedgerEvent &event)
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    std::vector<qint64> units { event.qty.units(),         event.price.units(),
                                event.deliverable.units(), event.amount.units(),
                                event.fee.units(),         event.multiplier };
    if (event.reversal) {
        for (const Money amount : event.reversal->amounts)
            units.push_back(amount.units());
        for (const LotChange &change : event.reversal->lots)
            units.insert(units.end(),
                         { change.qty.units(), change.cost.units(), change.realized.units(),
                           change.fee.units() });
    }
    return std::find(units.begin(), units.end(), least) == units.end();
}

bool isWhole(Qty qty)
{
    return qty.units() % Qty::unitsPerOne == 0;
}

} // namespace

std::vector<std::size_t> closingOrder(const Position &position, LotMethod method,
                                      std::span<const quint64> named)
{
    std::vector<std::size_t> order(position.lots.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    if (method == LotMethod::Lifo)
        std::reverse(order.begin(), order.end());
    if (method == LotMethod::Hifo) {
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return unitCost(position.lots[a]) > unitCost(position.lots[b]);
        });
    }
    if (!named.empty()) {
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const auto rank = [&](std::size_t lot) {
                return std::find(named.begin(), named.end(), position.lots[lot].id) - named.begin();
            };
            return rank(a) < rank(b);
        });
    }
    return order;
}

EntryPlanner::EntryPlanner(const LedgerState &state, const LedgerEvent &event)
    : m_state(state)
    , m_event(event)
    , m_nextLot(state.nextLot)
{
    m_entry.sequence = event.sequence;
    m_entry.at = event.at;
}

Result<LedgerEntry> EntryPlanner::plan()
{
    using enum LedgerEventKind;
    if (!isBookable(m_event))
        return Error { Error::Code::Overflow, u"an amount without an opposite"_s };
    switch (m_event.kind) {
    case Deposit:
        move(LedgerAccount::Cash, LedgerAccount::Deposits, m_event.amount);
        break;
    case Withdrawal:
        move(LedgerAccount::Deposits, LedgerAccount::Cash, m_event.amount);
        break;
    case Fee:
        move(LedgerAccount::Fees, LedgerAccount::Cash, m_event.amount);
        break;
    case Interest:
        move(LedgerAccount::Pending, LedgerAccount::Interest, m_event.amount);
        break;
    case InterestPay:
        move(LedgerAccount::Cash, LedgerAccount::Pending, m_state.accrued);
        break;
    case Fill:
        planFill();
        break;
    case Dividend:
        planDividend();
        break;
    case DividendPay:
        planDividendPay();
        break;
    case Split:
        planSplit();
        break;
    case Exercise:
    case Assignment:
        planExercise();
        break;
    case Expiry:
        planExpiry();
        break;
    case Correction:
        planCorrection();
        break;
    case Reset:
        planReset();
        break;
    case Config:
        planMerge();
        break;
    case DayStart:
    case Lock:
    case Unlock:
        break;
    }
    if (!m_error && m_event.kind != Correction && m_event.kind != Reset && !totalLots())
        fail(Error::Code::Overflow, "the sums of the event do not fit");
    if (m_error)
        return *m_error;
    return std::move(m_entry);
}

void EntryPlanner::planFill()
{
    if (m_event.qty.isZero() || m_event.multiplier < 1)
        return fail(Error::Code::InvalidArgument, "a fill of nothing");
    const Position position = positionOf(m_event.symbol, m_event.multiplier);
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
    if (!position)
        return fail(Error::Code::NotFound, "no position at the ex-date");
    move(LedgerAccount::Pending, LedgerAccount::Dividends,
         notionalOf(m_event.price, position->qty, position->multiplier));
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

/// A trade against the position closes first; the rest opens (C.4). The fee goes to both by
/// quantity, the last part takes the rounding.
void EntryPlanner::trade(const Position &position, Trade trade)
{
    if (m_state.settings.feesInBasis) {
        trade.amount = checked(sum({ trade.amount, trade.fee }));
        trade.fee = {};
    }
    const bool against = signOf(position.qty.units()) * signOf(trade.qty.units()) < 0;
    if (!against)
        return open(position, trade);
    const Qty closing = std::min(magnitude(position.qty), magnitude(trade.qty));
    Trade part = trade;
    part.qty = trade.qty > Qty() ? closing : -closing;
    part.amount = share(trade.amount, closing, trade.qty);
    part.fee = share(trade.fee, closing, trade.qty);
    close(position, part);
    trade.qty -= part.qty;
    trade.amount -= part.amount;
    trade.fee -= part.fee;
    if (!trade.qty.isZero())
        open(positionOf(QString(), 1), trade);
}

void EntryPlanner::close(const Position &position, Trade part)
{
    for (const std::size_t index : closingOrder(position, m_state.settings.lots, m_event.lots)) {
        if (part.qty.isZero())
            return;
        const Lot &lot = position.lots[index];
        const Qty qty = std::min(magnitude(part.qty), magnitude(lot.qty));
        const Money amount = share(part.amount, qty, part.qty);
        const Money fee = share(part.fee, qty, part.qty);
        const Money cost = share(lot.cost, qty, lot.qty);
        const Qty signedQty = part.qty > Qty() ? qty : -qty;
        LotChange change { position.symbol,
                           lot.id,
                           lot.openedAt,
                           position.multiplier,
                           signedQty,
                           -cost,
                           checked(sum({ -amount, -cost })),
                           fee,
                           lot.strategy };
        m_entry.lots.push_back(change);
        part.qty -= signedQty;
        part.amount -= amount;
        part.fee -= fee;
    }
}

void EntryPlanner::open(const Position &position, const Trade &part)
{
    LotChange change { part.symbol, 0,  m_event.at, part.multiplier,  part.qty,
                       part.amount, {}, part.fee,   m_event.strategy, true };
    if (m_state.settings.lots == LotMethod::Average && !position.lots.empty()) {
        change.lot = position.lots.front().id;
        change.openedAt = position.lots.front().openedAt;
        change.strategy = position.lots.front().strategy;
    } else {
        change.lot = m_nextLot++;
    }
    Qty qty = position.qty;
    Money cost = position.cost;
    if (!add(qty, part.qty) || !add(cost, part.amount))
        fail(Error::Code::Overflow, "the position does not fit");
    m_entry.lots.push_back(change);
}

void EntryPlanner::quietly(const Position &position, const Lot &lot, Qty qty, Money cost)
{
    m_entry.lots.push_back({ position.symbol,
                             lot.id,
                             lot.openedAt,
                             position.multiplier,
                             qty,
                             cost,
                             {},
                             {},
                             lot.strategy,
                             false,
                             true });
}

Position EntryPlanner::positionOf(const QString &symbol, qint64 multiplier) const
{
    if (const Position *found = m_state.find(symbol))
        return *found;
    Position none;
    none.symbol = symbol;
    none.multiplier = multiplier;
    return none;
}

void EntryPlanner::move(LedgerAccount to, LedgerAccount from, Money amount)
{
    post(to, amount);
    post(from, -amount);
}

void EntryPlanner::post(LedgerAccount account, Money amount)
{
    if (!add(m_entry[account], amount))
        fail(Error::Code::Overflow, "the amount does not fit");
}

Money EntryPlanner::notionalOf(Price price, Qty qty, qint64 multiplier)
{
    const Result<Money> amount = notional(price, qty, multiplier);
    if (!amount)
        fail(amount.error().code, "price times quantity does not fit");
    return amount.value_or({});
}

Money EntryPlanner::checked(std::optional<Money> amount)
{
    if (!amount)
        fail(Error::Code::Overflow, "the amount does not fit");
    return amount.value_or(Money());
}

void EntryPlanner::fail(Error::Code code, const char *why)
{
    if (!m_error)
        m_error = Error { code, QString::fromLatin1(why) };
}

/// Posts what the lots changed in cost, profit and fees.
bool EntryPlanner::totalLots()
{
    for (const LotChange &change : m_entry.lots) {
        post(LedgerAccount::PositionCost, change.cost);
        post(LedgerAccount::Realized, -change.realized);
        post(LedgerAccount::Fees, change.fee);
    }
    return !m_error;
}

} // namespace tapeline
