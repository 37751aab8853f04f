#include "papervenue.h"

#include "easterntime.h"
#include "ledgermath.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// Corporate actions, and what the owner of an account does: of PaperVenue.

namespace {

constexpr QChar daySeparator = u' ';

/// A dividend is its ex-date and amount: pay dates are moved.
QString announcementKey(const LedgerEvent &event)
{
    return event.symbol + daySeparator + event.source.section(daySeparator, 0, 0) + daySeparator
        + (event.price.isZero() ? u"split"_s : event.price.toString());
}

} // namespace

void PaperVenue::onSplit(const QString &symbol, qint64 numerator, qint64 denominator, Timestamp at)
{
    passTo(at);
    if (numerator > 0 && denominator > 0)
        split(symbol, numerator, denominator, at);
    watch(at);
}

void PaperVenue::split(const QString &symbol, qint64 numerator, qint64 denominator, Timestamp at)
{
    const Price before = anyPrice(m_prices.prices(symbol));
    m_prices.split(m_symbols.intern(symbol), numerator, denominator);
    const Price after = anyPrice(m_prices.prices(symbol));
    const Price unit = before > Price() ? after : Price();
    for (const auto &[old, renamed] : m_books.split(symbol, numerator, denominator, unit, at)) {
        const Price worth = anyPrice(m_prices.prices(old));
        m_prices.setPreviousClose(m_symbols.intern(renamed), worth);
        m_prices.split(m_symbols.intern(renamed), numerator, denominator);
        m_broker.onPositionChanged(old, at);
    }
    m_broker.onSplit(symbol, numerator, denominator, at);
    m_broker.onPositionChanged(symbol, at);
}

Reason PaperVenue::announceSplit(const QString &symbol, qint64 numerator, qint64 denominator,
                                 QDate exDay, Timestamp at)
{
    passTo(at);
    LedgerEvent event;
    event.symbol = symbol;
    event.numerator = numerator;
    event.denominator = denominator;
    event.source = exDay.toString(Qt::ISODate);
    if (m_announced.contains(announcementKey(event)))
        return {};
    const QDate today = easterntime::date(at);
    const bool isRatio = numerator > 0 && denominator > 0 && numerator != denominator;
    if (!isRatio || (exDay <= today && !isFrom(symbol, exDay)))
        return { ReasonCode::BadAmount,
                 u"%1 for %2 from %3"_s.arg(numerator).arg(denominator).arg(event.source) };
    noteAnnouncement(m_books.announce(event, at));
    startSplits(today, at);
    return {};
}

Reason PaperVenue::announceDividend(const QString &symbol, Price amount, QDate exDay, QDate payDay,
                                    Timestamp at)
{
    passTo(at);
    LedgerEvent event;
    event.symbol = symbol;
    event.price = amount;
    event.source = exDay.toString(Qt::ISODate) + daySeparator + payDay.toString(Qt::ISODate);
    if (m_announced.contains(announcementKey(event)))
        return {};
    const QDate today = easterntime::date(at);
    const bool isLate = exDay <= today;
    if (amount <= Price() || payDay < exDay || (isLate && !isFrom(symbol, exDay)))
        return { ReasonCode::BadAmount,
                 u"%1, ex %2, paid %3"_s.arg(amount.toString(), exDay.toString(Qt::ISODate),
                                             payDay.toString(Qt::ISODate)) };
    noteAnnouncement(m_books.announce(event, at));
    if (isLate)
        goEx(m_dividends.back(), at);
    startDividends(today, at);
    return {};
}

/// Of the books and orders in a symbol and its contracts: some are there, and all are older than a
/// day.
bool PaperVenue::isFrom(const QString &symbol, QDate before) const
{
    const Timestamp start = easterntime::at(before);
    const auto isOn
        = [&](const QString &name) { return underlyingOf(m_books.instrument(name)) == symbol; };
    bool isThere = false;
    for (const auto &[name, position] : m_books.ledger().state().positions) {
        if (!isOn(name))
            continue;
        isThere = true;
        if (std::ranges::any_of(position.lots,
                                [start](const Lot &lot) { return lot.openedAt >= start; }))
            return false;
    }
    for (const QString &id : m_broker.workingIds()) {
        if (!isOn(m_broker.ticket(id)->symbol))
            continue;
        isThere = true;
        if (m_broker.sentAt(id) >= start)
            return false;
    }
    return isThere;
}

void PaperVenue::noteAnnouncement(const LedgerEvent &event)
{
    m_announced.insert(announcementKey(event));
    const QStringList days = event.source.split(daySeparator);
    const QDate exDay = QDate::fromString(days.value(0), Qt::ISODate);
    if (event.price.isZero())
        m_splits.push_back({ event.symbol, event.numerator, event.denominator, exDay });
    else
        m_dividends.push_back({ event.sequence, event.symbol, event.price, exDay,
                                QDate::fromString(days.value(1), Qt::ISODate) });
}

void PaperVenue::noteExDividend(quint64 announcement, quint64 pending)
{
    for (AnnouncedDividend &dividend : m_dividends) {
        if (dividend.sequence == announcement)
            dividend.pending = pending;
    }
}

void PaperVenue::startSplits(QDate day, Timestamp at)
{
    for (const AnnouncedSplit &due : m_splits) {
        if (due.exDay <= day)
            split(due.symbol, due.numerator, due.denominator, at);
    }
    std::erase_if(m_splits, [day](const AnnouncedSplit &due) { return due.exDay <= day; });
}

/// At the start of a day: who holds now is owed, who was owed is paid.
void PaperVenue::startDividends(QDate day, Timestamp at)
{
    for (AnnouncedDividend &dividend : m_dividends) {
        if (dividend.exDay == day && at == easterntime::at(day))
            goEx(dividend, at);
        if (dividend.payDay <= day && dividend.pending > 0)
            m_books.payDividend(dividend.pending, at);
    }
    std::erase_if(m_dividends,
                  [day](const AnnouncedDividend &dividend) { return dividend.payDay <= day; });
}

void PaperVenue::goEx(AnnouncedDividend &dividend, Timestamp at)
{
    dividend.pending = m_books.exDividend(dividend.symbol, dividend.amount, at, dividend.sequence);
    m_broker.onDividend(dividend.symbol, dividend.amount, at);
}

Reason PaperVenue::perform(const AccountCommand &command, Timestamp at)
{
    using enum AccountCommand::Kind;
    passTo(at);
    Reason reason;
    switch (command.kind) {
    case Deposit:
        reason = m_books.deposit(command.amount, at);
        break;
    case Withdraw:
        reason = m_books.withdraw(command.amount, at);
        break;
    case Reset:
        reason = m_books.reset(at);
        break;
    case Stop:
    case Resume:
        setKillSwitch(command.kind == Stop, at);
        break;
    }
    watch(at);
    return reason;
}

} // namespace tapeline
