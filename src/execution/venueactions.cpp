#include "papervenue.h"

#include "easterntime.h"
#include "ledgermath.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// Corporate actions, and what the owner of an account does: of PaperVenue.

namespace {

constexpr QChar daySeparator = u' ';

const QString ofSplit = u"split"_s;

QString keyStart(const QString &symbol, const QString &exDay)
{
    return symbol + daySeparator + exDay + daySeparator;
}

QString keyOf(const AnnouncedSplit &split)
{
    return keyStart(split.symbol, split.exDay.toString(Qt::ISODate)) + ofSplit;
}

QString keyOf(const AnnouncedDividend &dividend)
{
    return keyStart(dividend.symbol, dividend.exDay.toString(Qt::ISODate))
        + dividend.amount.toString();
}

/// A dividend is its ex-date and amount: pay dates are moved.
QString announcementKey(const LedgerEvent &event)
{
    return keyStart(event.symbol, event.source.section(daySeparator, 0, 0))
        + (event.price.isZero() ? ofSplit : event.price.toString());
}

bool isSame(const AnnouncedSplit &a, const AnnouncedSplit &b)
{
    return a.exDay == b.exDay && a.numerator == b.numerator && a.denominator == b.denominator;
}

bool isSame(const AnnouncedDividend &a, const AnnouncedDividend &b)
{
    return a.exDay == b.exDay && a.amount == b.amount;
}

/// Announcements of days to come that are not told of any more.
template<typename Announced>
std::vector<quint64> withdrawn(const QString &symbol, const std::vector<Announced> &known,
                               std::span<const Announced> told, QDate today)
{
    std::vector<quint64> sequences;
    for (const Announced &own : known) {
        const bool isTold = std::ranges::any_of(
            told, [&own](const Announced &other) { return isSame(own, other); });
        if (own.symbol == symbol && own.exDay > today && !isTold)
            sequences.push_back(own.sequence);
    }
    return sequences;
}

} // namespace

void PaperVenue::onSplit(const QString &symbol, qint64 numerator, qint64 denominator, Timestamp at)
{
    passTo(at);
    if (numerator > 0 && denominator > 0)
        split(symbol, numerator, denominator, at);
    watch(at);
}

/// exDay: of a split that is heard of late.
void PaperVenue::split(const QString &symbol, qint64 numerator, qint64 denominator, Timestamp at,
                       QDate exDay)
{
    const Timestamp start = exDay.isValid() ? easterntime::at(exDay) : Timestamp::max();
    if (!hasPricesSince(symbol, start))
        m_prices.split(m_symbols.intern(symbol), numerator, denominator);
    const Price unit = std::max(anyPrice(m_prices.prices(symbol)), Price());
    for (const auto &[old, renamed] :
         m_books.split(symbol, numerator, denominator, unit, at, exDay)) {
        const Price worth = anyPrice(m_prices.prices(old));
        m_prices.setPreviousClose(m_symbols.intern(renamed), worth);
        m_prices.split(m_symbols.intern(renamed), numerator, denominator);
        m_broker.onPositionChanged(old, at);
    }
    m_broker.onSplit(symbol, numerator, denominator, at, start);
    m_broker.onPositionChanged(symbol, at);
}

bool PaperVenue::hasPricesSince(const QString &symbol, Timestamp start) const
{
    const MarketPrices known = m_prices.prices(symbol);
    return known.quote.time >= start || known.lastTime >= start;
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
    if (!isRatio || (exDay <= today && !hasFromBefore(symbol, exDay)))
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
    const bool isLate = at > easterntime::at(exDay);
    const bool isMissed = isLate && !hasFromBefore(symbol, exDay)
        && m_books.positionBefore(symbol, easterntime::at(exDay)).isZero();
    if (amount <= Price() || payDay < exDay || isMissed)
        return { ReasonCode::BadAmount,
                 u"%1, ex %2, paid %3"_s.arg(amount.toString(), exDay.toString(Qt::ISODate),
                                             payDay.toString(Qt::ISODate)) };
    noteAnnouncement(m_books.announce(event, at));
    if (isLate)
        goExLate(m_dividends.back(), at);
    startDividends(today, at);
    return {};
}

/// Lots or orders in a symbol and its contracts.
bool PaperVenue::hasFromBefore(const QString &symbol, QDate day) const
{
    const Timestamp start = easterntime::at(day);
    const auto isOn
        = [&](const QString &name) { return underlyingOf(m_books.instrument(name)) == symbol; };
    const auto isOld = [start](const Lot &lot) { return lot.openedAt < start; };
    for (const auto &[name, position] : m_books.ledger().state().positions)
        if (isOn(name) && std::ranges::any_of(position.lots, isOld))
            return true;
    return std::ranges::any_of(m_broker.workingIds(), [&](const QString &id) {
        return isOn(m_broker.ticket(id)->symbol) && m_broker.sentAt(id) < start;
    });
}

void PaperVenue::noteAnnouncement(const LedgerEvent &event)
{
    m_announced.insert(announcementKey(event));
    const QStringList days = event.source.split(daySeparator);
    const QDate exDay = QDate::fromString(days.value(0), Qt::ISODate);
    if (event.price.isZero())
        m_splits.push_back(
            { event.symbol, event.numerator, event.denominator, exDay, event.sequence });
    else
        m_dividends.push_back({ event.sequence, event.symbol, event.price, exDay,
                                QDate::fromString(days.value(1), Qt::ISODate) });
}

void PaperVenue::announceSplits(const QString &symbol, std::span<const AnnouncedSplit> told,
                                Timestamp at)
{
    passTo(at);
    for (const quint64 gone : withdrawn(symbol, m_splits, told, easterntime::date(at)))
        retract(symbol, gone, at);
    for (const AnnouncedSplit &split : told)
        announceSplit(symbol, split.numerator, split.denominator, split.exDay, at);
}

void PaperVenue::announceDividends(const QString &symbol, std::span<const AnnouncedDividend> told,
                                   Timestamp at)
{
    passTo(at);
    const QDate today = easterntime::date(at);
    for (const quint64 gone : withdrawn(symbol, m_dividends, told, today))
        retract(symbol, gone, at);
    for (const AnnouncedDividend &dividend : told) {
        const auto ofDay = std::ranges::count(told, dividend.exDay, &AnnouncedDividend::exDay);
        if (dividend.exDay > today || dividendsKnown(symbol, dividend.exDay) < ofDay)
            announceDividend(symbol, dividend.amount, dividend.exDay, dividend.payDay, at);
    }
}

qint64 PaperVenue::dividendsKnown(const QString &symbol, QDate exDay) const
{
    const QString start = keyStart(symbol, exDay.toString(Qt::ISODate));
    return std::ranges::count_if(m_announced, [&start](const QString &key) {
        return key.startsWith(start) && !key.endsWith(ofSplit);
    });
}

void PaperVenue::retract(const QString &symbol, quint64 announcement, Timestamp at)
{
    LedgerEvent event;
    event.symbol = symbol;
    event.reference = announcement;
    m_books.announce(event, at);
    forgetAnnouncement(announcement);
}

void PaperVenue::forgetAnnouncement(quint64 sequence)
{
    const auto forget = [this, sequence](const auto &announced) {
        const bool isIt = announced.sequence == sequence;
        if (isIt)
            m_announced.erase(keyOf(announced));
        return isIt;
    };
    std::erase_if(m_splits, forget);
    std::erase_if(m_dividends, forget);
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
            split(due.symbol, due.numerator, due.denominator, at,
                  at > easterntime::at(due.exDay) ? due.exDay : QDate());
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

/// By what was held as its day began.
void PaperVenue::goExLate(AnnouncedDividend &dividend, Timestamp at)
{
    const Timestamp start = easterntime::at(dividend.exDay);
    dividend.pending = m_books.exDividend(dividend.symbol, dividend.amount, at, dividend.sequence,
                                          m_books.positionBefore(dividend.symbol, start));
    m_broker.onDividend(dividend.symbol, dividend.amount, at, start);
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
    case Exercise:
        reason = exercise(command.symbol, command.qty, at);
        break;
    case DeclineExercise:
    case AllowExercise:
        reason = m_books.setDoNotExercise(command.symbol, command.kind == DeclineExercise, at);
        break;
    }
    watch(at);
    return reason;
}

} // namespace tapeline
