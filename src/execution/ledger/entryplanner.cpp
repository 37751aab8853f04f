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

/// The end of the range that has no opposite cannot be booked.
template<typename Amount> bool isLeast(Amount amount)
{
    return amount.units() == std::numeric_limits<qint64>::min();
}

bool isBookable(const LotChange &change)
{
    return !isLeast(change.qty) && !isLeast(change.cost) && !isLeast(change.realized)
        && !isLeast(change.fee);
}

bool isBookable(const LedgerEvent &event)
{
    if (isLeast(event.qty) || isLeast(event.price) || isLeast(event.deliverable)
        || isLeast(event.amount) || isLeast(event.fee))
        return false;
    if (!event.reversal)
        return true;
    const LedgerEntry &entry = *event.reversal;
    return std::none_of(entry.amounts.begin(), entry.amounts.end(), isLeast<Money>)
        && std::all_of(entry.lots.begin(), entry.lots.end(),
                       [](const LotChange &change) { return isBookable(change); });
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
    planKind();
    const bool isWholeEntry = m_event.kind == Correction || m_event.kind == Reset;
    if (!m_error && !isWholeEntry)
        totalLots();
    if (m_error)
        return *m_error;
    return std::move(m_entry);
}

void EntryPlanner::planKind()
{
    using enum LedgerEventKind;
    switch (m_event.kind) {
    case Deposit:
        return move(LedgerAccount::Cash, LedgerAccount::Deposits, m_event.amount);
    case Withdrawal:
        return move(LedgerAccount::Deposits, LedgerAccount::Cash, m_event.amount);
    case Fee:
        return move(LedgerAccount::Fees, LedgerAccount::Cash, m_event.amount);
    case Interest:
        return move(LedgerAccount::Pending, LedgerAccount::Interest, m_event.amount);
    case InterestPay:
        return move(LedgerAccount::Cash, LedgerAccount::Pending, m_state.accrued);
    case Fill:
        return planFill();
    case Dividend:
        return planDividend();
    case DividendPay:
        return planDividendPay();
    case Split:
        return planSplit();
    case Exercise:
    case Assignment:
        return planExercise();
    case Expiry:
        return planExpiry();
    case Correction:
        return planCorrection();
    case Reset:
        return planReset();
    case Config:
        return planMerge();
    case DayStart:
    case Lock:
    case Unlock:
    case Mark:
    case Announce:
    case Instruct:
    case Designate:
    case Terms:
        return;
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
        open(Position(), trade);
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

const Position &EntryPlanner::positionOf(const QString &symbol, qint64 multiplier)
{
    if (const Position *found = m_state.find(symbol))
        return *found;
    m_none.symbol = symbol;
    m_none.multiplier = multiplier;
    return m_none;
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
void EntryPlanner::totalLots()
{
    for (const LotChange &change : m_entry.lots) {
        post(LedgerAccount::PositionCost, change.cost);
        post(LedgerAccount::Realized, -change.realized);
        post(LedgerAccount::Fees, change.fee);
    }
}

} // namespace tapeline
