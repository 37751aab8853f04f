#include "easterntime.h"
#include "ledgermath.h"
#include "paperaccount.h"

namespace tapeline {

using namespace ledgermath;
using namespace Qt::Literals::StringLiterals;

// What an account says of itself: the figures of PaperAccount.

namespace {

/// Of all its lots; empty when they have different ones.
QString strategyOf(const Position &position)
{
    const auto isOther = [&](const Lot &lot) { return lot.strategy != position.lots[0].strategy; };
    return std::ranges::any_of(position.lots, isOther) ? QString() : position.lots[0].strategy;
}

} // namespace

Valuation PaperAccount::valuation(Timestamp at) const
{
    return valueAccount(m_ledger.state(), m_instruments, m_prices, at, m_calendar.isRegular(at));
}

MarginFigures PaperAccount::margin(Timestamp at) const
{
    const Valuation worth = valuation(at);
    return accountCheck(worth).margin();
}

AccountFigures PaperAccount::figures(Timestamp at) const
{
    const Valuation worth = valuation(at);
    const Money free = std::max(accountCheck(worth).available(), Money());
    AccountFigures figures;
    figures.cash = m_ledger.cash();
    figures.equity = worth.equity;
    figures.realized = m_ledger.realized();
    figures.unrealized = worth.unrealized;
    figures.fees = m_ledger.fees();
    figures.buyingPower = settings().margin == MarginMode::RegT ? twiceOf(free) : free;
    figures.trades = qint64(m_ledger.state().trips.size());
    figures.wins = m_ledger.state().wins;
    figures.stale = worth.isStale || !worth.fits;
    return figures;
}

Money PaperAccount::settledCash(Timestamp at) const
{
    const QDate today = dayOf(at);
    Money settled = m_ledger.cash();
    for (const UnsettledCash &cash : m_ledger.state().unsettled) {
        if (m_calendar.nextTradingDay(cash.tradedOn) > today)
            addHeld(settled, -cash.amount);
    }
    return settled;
}

Money PaperAccount::withdrawable(Timestamp at) const
{
    const Valuation worth = valuation(at);
    const Money free = accountCheck(worth).available();
    return std::max(std::min(free, settledCash(at)), Money());
}

std::vector<VenuePosition> PaperAccount::positions() const
{
    std::vector<VenuePosition> rows;
    for (const auto &[symbol, position] : m_ledger.state().positions)
        rows.push_back({ symbol, position.qty, position.cost });
    return rows;
}

std::vector<PositionRow> PaperAccount::positionRows(Timestamp at) const
{
    std::vector<PositionRow> rows;
    for (const ValuedPosition &held : valuation(at).positions) {
        Money unrealized = held.value;
        addHeld(unrealized, -held.cost);
        const Money cost = magnitude(held.cost);
        const Position *position = m_ledger.state().find(held.instrument.symbol);
        rows.push_back({ .symbol = held.instrument.symbol,
                         .qty = held.qty,
                         .cost = held.cost,
                         .average = unitPrice(cost, held.qty, held.instrument.multiplier),
                         .mark = held.mark,
                         .value = held.value,
                         .unrealized = unrealized,
                         .isStale = held.isStale,
                         .strategy = strategyOf(*position),
                         .isDeclined = m_doNotExercise.contains(held.instrument.symbol),
                         .isAdjusted = position->isAdjusted() });
    }
    return rows;
}

std::vector<LotRow> PaperAccount::lotRows() const
{
    std::vector<LotRow> rows;
    for (const auto &[symbol, position] : m_ledger.state().positions) {
        for (const Lot &lot : position.lots)
            rows.push_back({ symbol, lot });
    }
    return rows;
}

bool PaperAccount::isMarginCalled(Timestamp at) const
{
    return settings().margin == MarginMode::RegT && margin(at).isCalled();
}

void PaperAccount::startDay(Timestamp at)
{
    if (m_ledger.state().day.date == dayOf(at))
        return;
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::DayStart;
    event.amount = valuation(at).equity;
    writeOrStop(event);
}

void PaperAccount::notePrices(Timestamp at)
{
    std::map<QString, Price> marks;
    for (const ValuedPosition &held : valuation(at).positions) {
        marks[held.instrument.symbol] = held.mark;
        const QString underlying = underlyingOf(held.instrument);
        marks.try_emplace(underlying, anyPrice(m_prices.prices(underlying)));
    }
    for (const auto &[symbol, price] : marks) {
        LedgerEvent event;
        event.at = at;
        event.kind = LedgerEventKind::Mark;
        event.symbol = symbol;
        event.price = price;
        if (price > Price())
            writeOrStop(event);
    }
}

bool PaperAccount::watchDailyLoss(Timestamp at)
{
    const LedgerState &state = m_ledger.state();
    if (state.lossLock == dayOf(at))
        return true;
    if (state.settings.risk.action(RiskRule::DailyLoss) != RuleAction::Block)
        return false;
    Money result = valuation(at).equity;
    addHeld(result, -state.day.equity);
    addHeld(result, -state.day.flows);
    if (result > -dailyLossLimit(state.day.equity, state.settings.risk))
        return false;
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Lock;
    event.source = u"daily_loss"_s;
    writeOrStop(event);
    return true;
}

void PaperAccount::accrue(Timestamp at)
{
    const QDate today = dayOf(at);
    const QDate last = m_ledger.state().accruedTo;
    const QDate first = last.isValid() ? m_calendar.nextTradingDay(last) : today;
    const qint64 days = first.daysTo(m_calendar.nextTradingDay(today));
    if (days < 1)
        return;
    if (last.isValid() && last.month() != today.month())
        postInterest(at);
    const Valuation worth = valuation(at);
    for (const ValuedPosition &held : worth.positions) {
        if (held.qty < Qty() && !held.instrument.option)
            writeInterest(held.instrument.symbol, held.value, settings().borrowRatePpm, days, at);
    }
    // Proceeds of shorts are no loan to draw on: what is borrowed is a debit of cash
    writeInterest(QString(), std::min(m_ledger.cash(), Money()), settings().debitRatePpm, days, at);
    if (settings().postDaily)
        postInterest(at);
}

void PaperAccount::postInterest(Timestamp at)
{
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::InterestPay;
    if (!m_ledger.state().accrued.isZero())
        writeOrStop(event);
}

/// Always written for the account itself, so that the accrual's day is known.
void PaperAccount::writeInterest(const QString &symbol, Money base, qint64 ratePpm, qint64 days,
                                 Timestamp at)
{
    const std::optional<Money> amount = interest(base, ratePpm, days);
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Interest;
    event.symbol = symbol;
    event.amount = amount.value_or(Money());
    if (!event.amount.isZero() || symbol.isEmpty())
        writeOrStop(event);
}

} // namespace tapeline
