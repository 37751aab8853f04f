#include "optionreminders.h"

#include "easterntime.h"
#include "instrument.h"
#include "symboltext.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration patience = std::chrono::minutes(1); ///< with a price that is on its way

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::OptionReminder)
};

QString nameOf(const QString &contract)
{
    return shortSymbolText(contract, QLocale());
}

Price intrinsicOf(const OptionTerms &terms, Price underlying)
{
    const Price value
        = terms.right == OptionRight::Call ? underlying - terms.strike : terms.strike - underlying;
    return std::max(value, Price());
}

bool isInTheMoney(const OptionReminder &reminder, const OptionTerms &terms)
{
    return intrinsicOf(terms, reminder.underlying) >= Price::fromUnits(Price::unitsPerOne / 100);
}

/// The last day of trading, which a holiday brings forward.
QDate lastDayOf(const Instrument &contract, const MarketCalendar &calendar)
{
    const QDate day = *contract.lastDay;
    return calendar.isTradingDay(day) ? day : calendar.previousTradingDay(day);
}

/// Its holder gains more by the dividend than by waiting: time value < dividend, on the day before.
bool isWorthExercising(const PositionRow &position, const OptionTerms &terms, Price underlying,
                       const DividendAhead &dividend)
{
    const Price intrinsic = intrinsicOf(terms, underlying);
    return position.qty < Qty() && terms.right == OptionRight::Call && terms.american
        && intrinsic > Price() && position.mark > Price()
        && position.mark - intrinsic < dividend.amount;
}

QString cashText(const OptionReminder &reminder, const Instrument &contract)
{
    const Price value = intrinsicOf(*contract.option, reminder.underlying);
    const double amount
        = value.toDouble() * reminder.position.qty.toDouble() * double(contract.multiplier);
    const QString sum = QLocale().toString(std::abs(amount), 'f', 2);
    return amount > 0 ? Text::tr("you receive about %1 in cash").arg(sum)
                      : Text::tr("you pay about %1 in cash").arg(sum);
}

QString lastDayText(const OptionReminder &reminder)
{
    const Instrument contract = *instrumentFromSymbol(reminder.position.symbol);
    const OptionTerms &terms = *contract.option;
    const QString name = nameOf(reminder.position.symbol);
    const QString at = tradetext::price(reminder.underlying);
    if (contract.settlesAtOpen())
        return Text::tr("%1 is traded for the last time today, and is settled at the open of %2 "
                        "tomorrow.")
            .arg(name, terms.underlying);
    if (reminder.underlying.isZero())
        return Text::tr("%1 ends today; the price of %2 is not known.").arg(name, terms.underlying);
    if (!isInTheMoney(reminder, terms))
        return Text::tr("%1 ends today: with %2 at %3 it expires worthless.")
            .arg(name, terms.underlying, at);
    if (reminder.position.isDeclined)
        return Text::tr("%1 ends today in the money (%2 at %3), and will not be exercised, as you "
                        "wished: it expires without value.")
            .arg(name, terms.underlying, at);
    if (terms.cashSettled)
        return Text::tr("%1 ends today: with %2 at %3 %4.")
            .arg(name, terms.underlying, at, cashText(reminder, contract));
    const QString delivery
        = optionreminders::delivery(reminder.position.symbol, reminder.position.qty);
    return reminder.position.qty > Qty()
        ? Text::tr("%1 ends today: with %2 at %3 it will be exercised: %4.")
              .arg(name, terms.underlying, at, delivery)
        : Text::tr("%1 ends today: with %2 at %3 it will be assigned: %4.")
              .arg(name, terms.underlying, at, delivery);
}

/// What becomes of it on its last day is not known before the price of its underlying.
bool isUncertain(const OptionReminder &reminder)
{
    return reminder.kind == OptionReminder::Kind::LastDay && reminder.underlying.isZero()
        && !instrumentFromSymbol(reminder.position.symbol)->settlesAtOpen();
}

QString keyOf(const QString &account, const OptionReminder &reminder)
{
    return account + u'/' + reminder.position.symbol + u'/' + QString::number(int(reminder.kind))
        + (isUncertain(reminder) ? u"?"_s : QString());
}

} // namespace

namespace optionreminders {

std::vector<OptionReminder> due(const PaperAccountView &account, Timestamp now, int days,
                                const PriceOf &priceOf, const MarketCalendar &calendar)
{
    using enum OptionReminder::Kind;
    std::vector<OptionReminder> reminders;
    const QDate today = easterntime::date(now);
    for (const PositionRow &position : account.positions) {
        const Result<Instrument> contract = instrumentFromSymbol(position.symbol);
        if (!contract || !contract->option)
            continue;
        const OptionTerms &terms = *contract->option;
        OptionReminder reminder { .position = position,
                                  .lastDay = lastDayOf(*contract, calendar),
                                  .underlying = priceOf(terms.underlying) };
        reminder.days = int(today.daysTo(reminder.lastDay));
        if (reminder.days < 0)
            continue;
        reminder.kind = reminder.days == 0 ? LastDay : EndsSoon;
        if (reminder.days <= days)
            reminders.push_back(reminder);
        if (account.atExpiryRisk.contains(position.symbol)) {
            reminder.kind = ExpiryRisk;
            reminders.push_back(reminder);
        }
        for (const DividendAhead &dividend : account.dividendsAhead)
            if (dividend.symbol == terms.underlying
                && calendar.nextTradingDay(today) == dividend.exDay
                && isWorthExercising(position, terms, reminder.underlying, dividend)) {
                reminder.kind = EarlyAssignment;
                reminder.dividend = dividend;
                reminders.push_back(reminder);
            }
    }
    return reminders;
}

QString text(const OptionReminder &reminder)
{
    using enum OptionReminder::Kind;
    const QString name = nameOf(reminder.position.symbol);
    const QString held = tradetext::qty(reminder.position.qty);
    switch (reminder.kind) {
    case EndsSoon:
        return reminder.days == 1
            ? Text::tr("%1 (%2 held) ends tomorrow.").arg(name, held)
            : Text::tr("%1 (%2 held) ends in %n days.", nullptr, reminder.days).arg(name, held);
    case LastDay:
        return lastDayText(reminder);
    case ExpiryRisk:
        return Text::tr(
                   "%1 ends today in the money, and the account could not carry what it "
                   "delivers (%2): it will be closed at the market a quarter of an hour before "
                   "the close.")
            .arg(name, delivery(reminder.position.symbol, reminder.position.qty));
    case EarlyAssignment:
        return Text::tr("%1 pays %2 a share to who holds it tomorrow, more than %3 is worth beyond "
                        "exercise: it may be assigned tonight, and you would owe the dividend.")
            .arg(reminder.dividend.symbol, tradetext::price(reminder.dividend.amount), name);
    }
    Q_UNREACHABLE();
}

QString delivery(const QString &contract, Qty qty)
{
    const Instrument instrument = *instrumentFromSymbol(contract);
    const OptionTerms &terms = *instrument.option;
    const qint64 contracts = qty.units() / Qty::unitsPerOne;
    const qint64 shares = std::abs(contracts) * instrument.multiplier;
    const bool buys = (contracts > 0) == (terms.right == OptionRight::Call);
    const QString amount = QLocale().toString(terms.strike.toDouble() * double(shares), 'f', 2);
    return (buys ? Text::tr("you buy %1 %2 at %3 for %4") : Text::tr("you sell %1 %2 at %3 for %4"))
        .arg(QLocale().toString(shares), terms.underlying, tradetext::price(terms.strike), amount);
}

} // namespace optionreminders

OptionReminders::OptionReminders(TradeDesk &trading, QObject *parent)
    : QObject(parent)
    , m_trading(trading)
{
    connect(&trading, &TradeDesk::accountsChanged, this, &OptionReminders::look);
}

OptionReminders::~OptionReminders()
{
    for (const QString &symbol : m_followed)
        m_trading.unfollow(symbol);
}

void OptionReminders::setNow(Timestamp now)
{
    m_now = now;
    if (easterntime::date(now) != m_day) {
        m_day = easterntime::date(now);
        m_told.clear();
        m_uncertainSince.clear();
    }
}

/// In the session only: before it, prices are yesterday's.
void OptionReminders::look()
{
    const PaperAccountView *account = m_trading.account();
    if (!account || m_now == Timestamp())
        return;
    followUnderlyings(*account);
    if (!m_calendar.isRegular(m_now))
        return;
    const auto priceOf = [this](const QString &symbol) {
        const InstrumentSnapshot *seen = m_trading.market(symbol);
        return seen ? seen->last : Price();
    };
    for (const OptionReminder &reminder : optionreminders::due(
             *account, m_now, m_trading.settings().reminderDays, priceOf, m_calendar)) {
        const QString key = keyOf(account->name, reminder);
        const bool isEarly = isUncertain(reminder) // it says more once the price is known
            && m_now - m_uncertainSince.try_emplace(key, m_now).first->second < patience;
        if (!isEarly && m_told.insert(key).second)
            emit reminded(optionreminders::text(reminder));
    }
}

void OptionReminders::followUnderlyings(const PaperAccountView &account)
{
    QStringList wanted;
    for (const PositionRow &position : account.positions) {
        const Result<Instrument> instrument = instrumentFromSymbol(position.symbol);
        if (instrument && instrument->option && !wanted.contains(instrument->option->underlying))
            wanted.append(instrument->option->underlying);
    }
    for (const QString &symbol : wanted)
        if (!m_followed.contains(symbol))
            m_trading.follow(symbol);
    for (const QString &symbol : std::exchange(m_followed, wanted))
        if (!wanted.contains(symbol))
            m_trading.unfollow(symbol);
}

} // namespace tapeline
