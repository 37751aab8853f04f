#include "easterntime.h"
#include "ledgermath.h"
#include "paperaccount.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;
using namespace Qt::Literals::StringLiterals;

// What happens to positions without an order: the corporate actions and expiries of PaperAccount.

namespace {

constexpr Price aCent = Price::fromUnits(Price::unitsPerOne / 100);

Price intrinsicOf(const OptionTerms &terms, Price underlying)
{
    const Price value
        = terms.right == OptionRight::Call ? underlying - terms.strike : terms.strike - underlying;
    return std::max(value, Price());
}

/// The contract of an even split: strike / n under a new symbol; nothing when it has none.
QString splitSymbol(const OptionTerms &terms, qint64 factor)
{
    symbology::OptionContract contract;
    contract.root = terms.underlying;
    contract.expiration = terms.expiry;
    contract.call = terms.right == OptionRight::Call;
    contract.strike = Price::fromUnits(divideHalfEven(terms.strike.units(), factor));
    if (contract.strike.units() * factor != terms.strike.units())
        return {};
    return symbology::formatOption(contract).value_or(QString());
}

/// Units a contract delivers.
Qty deliveredBy(const Position &position)
{
    return position.isAdjusted() ? position.deliverable : Qty::whole(position.multiplier);
}

/// What exercise at this price of the underlying brings a contract's unit: an odd split changed
/// how many units there are for the same money.
Price exerciseValue(const Position &position, const OptionTerms &terms, Price underlying)
{
    const auto adjusted = multiplyDivide(underlying.units(), deliveredBy(position).units(),
                                         Qty::whole(position.multiplier).units());
    return intrinsicOf(terms, Price::fromUnits(adjusted.value_or(underlying.units())));
}

/// From before a day; all of them for none.
std::vector<quint64> olderLots(const Position &position, QDate day)
{
    std::vector<quint64> ids;
    for (const Lot &lot : position.lots)
        if (!day.isValid() || lot.openedAt < easterntime::at(day))
            ids.push_back(lot.id);
    return ids;
}

} // namespace

bool isAssignedEarly(const OptionTerms &terms, Price mark, Price underlying, Price dividend)
{
    const Price intrinsic = intrinsicOf(terms, underlying);
    if (!terms.american || intrinsic <= Price())
        return false;
    const Price timeValue = mark - intrinsic;
    return timeValue < (terms.right == OptionRight::Call ? dividend : aCent);
}

std::map<QString, QString> PaperAccount::split(const QString &symbol, qint64 numerator,
                                               qint64 denominator, Price newPrice, Timestamp at,
                                               QDate exDay)
{
    std::map<QString, QString> renamed;
    const std::map<QString, Position> before = m_ledger.state().positions;
    for (const auto &[held, position] : before) {
        const Instrument &instrument = m_instruments.of(held);
        if (!instrument.option || instrument.option->underlying != symbol
            || olderLots(position, exDay).size() < position.lots.size())
            continue;
        const QString name = splitOption(position, instrument, numerator, denominator, at);
        if (!name.isEmpty())
            renamed[held] = name;
    }
    const auto own = before.find(symbol);
    if (own == before.end())
        return renamed;
    LedgerEvent event;
    event.lots = olderLots(own->second, exDay);
    if (event.lots.empty())
        return renamed;
    if (event.lots.size() == own->second.lots.size())
        event.lots.clear();
    else
        event.source = exDay.toString(Qt::ISODate);
    event.at = at;
    event.kind = LedgerEventKind::Split;
    event.symbol = symbol;
    event.numerator = numerator;
    event.denominator = denominator;
    event.price = newPrice;
    writeOrStop(event);
    return renamed;
}

/// The contract's new symbol; empty when it keeps its own.
QString PaperAccount::splitOption(const Position &position, const Instrument &instrument,
                                  qint64 numerator, qint64 denominator, Timestamp at)
{
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Split;
    event.symbol = position.symbol;
    const bool isEven = denominator == 1 && !position.isAdjusted();
    event.target = isEven ? splitSymbol(*instrument.option, numerator) : QString();
    if (event.target.isEmpty() || m_ledger.state().find(event.target)) {
        event.target.clear(); // the new contract was bought on its own meanwhile
        event.deliverable = Qty::fromUnits(
            multiplyDivide(deliveredBy(position).units(), numerator, denominator).value_or(0));
        writeOrStop(event);
        return {};
    }
    event.numerator = numerator;
    Instrument renamed = instrument;
    renamed.symbol = event.target;
    renamed.option->strike
        = Price::fromUnits(divideHalfEven(instrument.option->strike.units(), numerator));
    m_instruments.learn(renamed);
    writeOrStop(event);
    return event.target;
}

LedgerEvent PaperAccount::announce(LedgerEvent event, Timestamp at)
{
    event.sequence = m_ledger.nextSequence();
    event.at = at;
    event.kind = LedgerEventKind::Announce;
    writeOrStop(event);
    return event;
}

quint64 PaperAccount::exDividend(const QString &symbol, Price amount, Timestamp at,
                                 quint64 announcement, std::optional<Qty> qty)
{
    if (qty.value_or(m_ledger.position(symbol)).isZero())
        return 0;
    LedgerEvent event;
    event.qty = qty.value_or(Qty());
    event.at = at;
    event.kind = LedgerEventKind::Dividend;
    event.symbol = symbol;
    event.price = amount;
    event.reference = announcement;
    writeOrStop(event);
    return m_ledger.state().sequence;
}

Qty PaperAccount::positionBefore(const QString &symbol, Timestamp moment) const
{
    Qty held;
    for (const LedgerEntry &entry : m_entries) {
        if (entry.sequence <= m_lastReset || entry.at >= moment)
            continue;
        for (const LotChange &change : entry.lots)
            if (change.symbol == symbol)
                held += change.qty;
    }
    return held;
}

Reason PaperAccount::payDividend(quint64 sequence, Timestamp at)
{
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::DividendPay;
    event.reference = sequence;
    for (const PendingDividend &dividend : m_ledger.state().dividends) {
        if (dividend.sequence == sequence)
            event.symbol = dividend.symbol;
    }
    return tryWrite(event);
}

Reason PaperAccount::setDoNotExercise(const QString &symbol, bool on, Timestamp at)
{
    const bool isHeld = m_instruments.of(symbol).option && m_ledger.position(symbol) > Qty();
    if (!isHeld)
        return { ReasonCode::NotExercisable, u"no option %1 is held"_s.arg(symbol) };
    if (m_doNotExercise.contains(symbol) == on)
        return {};
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Instruct;
    event.symbol = symbol;
    event.source = on ? u"do_not_exercise"_s : u"exercise"_s;
    writeOrStop(event);
    return {};
}

/// Empty when nothing is against it.
QString PaperAccount::whyNotExercisable(const Position *position, Qty contracts) const
{
    const Instrument *contract = position ? &m_instruments.of(position->symbol) : nullptr;
    if (!contract || !contract->option || position->qty <= Qty())
        return u"no such option is held"_s;
    if (contracts <= Qty() || contracts.units() % Qty::unitsPerOne != 0
        || contracts > position->qty)
        return u"%1 of %2 contracts"_s.arg(contracts.toString(), position->qty.toString());
    if (!contract->option->american)
        return u"it is exercised on its last day only"_s;
    if (contract->option->cashSettled)
        return u"it is settled in cash when it ends"_s;
    const Price underlying = anyPrice(m_prices.prices(contract->option->underlying));
    if (underlying <= Price())
        return u"the price of %1 is not known"_s.arg(contract->option->underlying);
    if (exerciseValue(*position, *contract->option, underlying) < aCent)
        return u"out of the money: %1 at %2"_s.arg(contract->option->underlying,
                                                   underlying.toString(2));
    return {};
}

/// Of a delivery that gives shares away: those that written calls would lose as their cover.
Qty PaperAccount::coverLost(const LedgerEvent &delivery) const
{
    const Position *shares = m_ledger.state().find(delivery.target);
    const Qty held = shares ? std::max(shares->qty, Qty()) : Qty();
    Qty written;
    for (const auto &[symbol, position] : m_ledger.state().positions) {
        const std::optional<OptionTerms> &terms = m_instruments.of(symbol).option;
        const bool isWrittenCall = terms && terms->underlying == delivery.target
            && terms->right == OptionRight::Call && position.qty < Qty();
        if (isWrittenCall)
            written = written
                + Qty::fromUnits(multiplyDivide(magnitude(position.qty).units(),
                                                deliveredBy(position).units(), Qty::unitsPerOne)
                                     .value_or(0));
    }
    const Qty left = std::max(held + delivery.deliverable, Qty());
    return std::max(std::min(held, written) - std::min(left, written), Qty());
}

Reason PaperAccount::exercise(const QString &symbol, Qty contracts, Timestamp at)
{
    const Position *position = m_ledger.state().find(symbol);
    if (const QString why = whyNotExercisable(position, contracts); !why.isEmpty())
        return { ReasonCode::NotExercisable, why };
    const OptionTerms &terms = *m_instruments.of(symbol).option;
    const LedgerEvent delivery = deliveryOf(*position, terms, contracts, at);
    if (settings().margin != MarginMode::None) {
        if (const Qty lost = coverLost(delivery); lost > Qty())
            return { ReasonCode::InsufficientBuyingPower,
                     u"%1 %2 cover written calls"_s.arg(lost.toString(), terms.underlying) };
        const Money needs = carryOf(delivery, anyPrice(m_prices.prices(terms.underlying)));
        const Valuation worth = valuation(at);
        const Money free = accountCheck(worth).available();
        if (needs > free)
            return { ReasonCode::InsufficientBuyingPower,
                     u"needs %1, available %2"_s.arg(grouped(needs), grouped(free)) };
    }
    return tryWrite(delivery);
}

std::optional<QDate> PaperAccount::lastTradingDay(const Instrument &instrument) const
{
    if (!instrument.lastDay || m_calendar.isTradingDay(*instrument.lastDay))
        return instrument.lastDay;
    return m_calendar.previousTradingDay(*instrument.lastDay);
}

std::optional<QDate> PaperAccount::settlementDay(const Instrument &instrument) const
{
    return instrument.settlesAtOpen() ? instrument.option->expiry : lastTradingDay(instrument);
}

QStringList PaperAccount::expire(QDate day, const SettlementPrice &price, Timestamp at)
{
    QStringList changed;
    const std::map<QString, Position> before = m_ledger.state().positions;
    for (const auto &[symbol, position] : before) {
        const Instrument &instrument = m_instruments.of(symbol);
        const std::optional<QDate> last = lastTradingDay(instrument);
        const std::optional<Price> close
            = last && *last <= day ? price(instrument, *settlementDay(instrument)) : std::nullopt;
        if (!close)
            continue;
        endContract(position, instrument, *close, at);
        changed << symbol << underlyingOf(instrument);
    }
    return changed;
}

std::vector<HeldContract> PaperAccount::unsettled(QDate day) const
{
    std::vector<HeldContract> held;
    for (const auto &[symbol, position] : m_ledger.state().positions) {
        const Instrument &instrument = m_instruments.of(symbol);
        const std::optional<QDate> last = lastTradingDay(instrument);
        if (!last || *last > day)
            continue;
        const QDate settled = *settlementDay(instrument);
        const QString price = instrument.settlesAtOpen() ? u"opening value"_s : u"official close"_s;
        held.push_back({ symbol,
                         { ReasonCode::NoMarketData,
                           u"no %1 of %2 on %3"_s.arg(price, underlyingOf(instrument),
                                                      settled.toString(Qt::ISODate)) },
                         underlyingOf(instrument),
                         settled });
    }
    return held;
}

void PaperAccount::endContract(const Position &position, const Instrument &instrument,
                               Price underlying, Timestamp at)
{
    LedgerEvent expiry;
    expiry.at = at;
    expiry.kind = LedgerEventKind::Expiry;
    expiry.symbol = position.symbol;
    expiry.qty = position.qty;
    expiry.multiplier = position.multiplier;
    expiry.price = underlying; // a future settles at its close
    if (!instrument.option)
        return writeOrStop(expiry);
    const Price value = exerciseValue(position, *instrument.option, underlying);
    const bool declined = position.qty > Qty() && m_doNotExercise.contains(position.symbol);
    const bool isExercised = value >= aCent && !declined;
    expiry.price = isExercised ? value : Price();
    if (isExercised && !instrument.option->cashSettled)
        return writeOrStop(deliveryOf(position, *instrument.option, position.qty, at));
    writeOrStop(expiry);
}

/// contracts: signed as the position is.
LedgerEvent PaperAccount::deliveryOf(const Position &position, const OptionTerms &terms,
                                     Qty contracts, Timestamp at) const
{
    LedgerEvent event;
    event.at = at;
    event.kind = position.qty > Qty() ? LedgerEventKind::Exercise : LedgerEventKind::Assignment;
    event.symbol = position.symbol;
    event.target = terms.underlying;
    event.qty = contracts;
    event.price = terms.strike;
    event.multiplier = position.multiplier;
    const qint64 units
        = multiplyDivide(contracts.units(), deliveredBy(position).units(), Qty::unitsPerOne)
              .value_or(0);
    event.deliverable = Qty::fromUnits(terms.right == OptionRight::Call ? units : -units);
    return event;
}

QStringList PaperAccount::assignEarly(const std::map<QString, Price> &dividends, Timestamp at)
{
    QStringList changed;
    if (settings().earlyAssignment == EarlyAssignment::Off)
        return changed;
    const std::map<QString, Position> before = m_ledger.state().positions;
    for (const auto &[symbol, position] : before) {
        const Instrument &instrument = m_instruments.of(symbol);
        if (!instrument.option || position.qty > Qty() || instrument.option->cashSettled)
            continue;
        const OptionTerms &terms = *instrument.option;
        const auto dividend = dividends.find(terms.underlying);
        const Price amount = dividend == dividends.end() ? Price() : dividend->second;
        const MarketPrices prices = m_prices.prices(symbol);
        const Price underlying = anyPrice(m_prices.prices(terms.underlying));
        const bool isPriced = anyPrice(prices) > Price() && underlying > Price();
        if (!isPriced || !isAssignedEarly(terms, anyPrice(prices), underlying, amount))
            continue;
        writeOrStop(deliveryOf(position, terms, position.qty, at));
        changed << symbol << terms.underlying;
    }
    return changed;
}

std::vector<OrderTicket> PaperAccount::expiryRisk(QDate day, Timestamp at) const
{
    std::vector<OrderTicket> orders;
    const Valuation worth = valuation(at);
    Money free = accountCheck(worth).available();
    for (const auto &[symbol, position] : m_ledger.state().positions) {
        const Instrument &instrument = m_instruments.of(symbol);
        if (lastTradingDay(instrument) != day || !instrument.option
            || instrument.option->cashSettled || m_doNotExercise.contains(symbol))
            continue;
        const Price underlying = anyPrice(m_prices.prices(instrument.option->underlying));
        if (underlying <= Price()
            || exerciseValue(position, *instrument.option, underlying) < aCent)
            continue;
        const LedgerEvent delivery = deliveryOf(position, *instrument.option, position.qty, at);
        const Money needs = carryOf(delivery, underlying);
        if (settings().margin == MarginMode::None || needs <= free) {
            addHeld(free, -needs);
            continue;
        }
        OrderTicket order;
        order.id = u"expiry-risk-"_s + symbol + u'-' + day.toString(Qt::ISODate);
        order.symbol = symbol;
        order.side = position.qty > Qty() ? Side::Sell : Side::Buy;
        order.qty = magnitude(position.qty);
        order.reduceOnly = true;
        orders.push_back(order);
    }
    return orders;
}

QStringList PaperAccount::atExpiryRisk(Timestamp at) const
{
    const QDate today = easterntime::date(at);
    const auto endsToday
        = [&](const auto &held) { return lastTradingDay(m_instruments.of(held.first)) == today; };
    QStringList symbols;
    if (std::ranges::any_of(m_ledger.state().positions, endsToday))
        for (const OrderTicket &order : expiryRisk(today, at))
            symbols.append(order.symbol);
    return symbols;
}

/// What the shares of a delivery would bind, beyond those they close.
Money PaperAccount::carryOf(const LedgerEvent &delivery, Price underlying) const
{
    const Position *shares = m_ledger.state().find(delivery.target);
    const Qty held = shares ? shares->qty : Qty();
    const bool closes = signOf(held.units()) * signOf(delivery.deliverable.units()) < 0;
    Qty opened = magnitude(delivery.deliverable);
    if (closes)
        opened = std::max(opened - magnitude(held), Qty());
    const Money value = notional(underlying, opened).value_or({});
    if (settings().margin == MarginMode::RegT)
        return halfOf(value);
    // A cash account pays the strike and holds no shorts at all
    if (delivery.deliverable < Qty())
        return opened.isZero() ? Money() : Money::fromUnits(std::numeric_limits<qint64>::max());
    return notional(delivery.price, opened).value_or({});
}

std::vector<OrderTicket> PaperAccount::flatten(const QString &idPrefix) const
{
    std::vector<OrderTicket> orders;
    for (const auto &[symbol, position] : m_ledger.state().positions) {
        OrderTicket order;
        order.id = idPrefix + symbol;
        order.symbol = symbol;
        order.side = position.qty > Qty() ? Side::Sell : Side::Buy;
        order.qty = magnitude(position.qty);
        order.reduceOnly = true;
        orders.push_back(order);
    }
    // What covers a short goes after it
    std::stable_partition(orders.begin(), orders.end(),
                          [](const OrderTicket &order) { return order.side == Side::Buy; });
    return orders;
}

} // namespace tapeline
