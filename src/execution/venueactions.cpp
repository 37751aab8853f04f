#include "papervenue.h"

#include "easterntime.h"
#include "ledgermath.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// Splits and dividends: the corporate actions of PaperVenue.

namespace {

constexpr QChar daySeparator = u' ';

} // namespace

void PaperVenue::onSplit(const QString &symbol, qint64 numerator, qint64 denominator, Timestamp at)
{
    passTo(at);
    if (numerator <= 0 || denominator <= 0)
        return;
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
    watch(at);
}

Reason PaperVenue::announceDividend(const QString &symbol, Price amount, QDate exDay, QDate payDay,
                                    Timestamp at)
{
    passTo(at);
    const QDate today = easterntime::date(at);
    if (amount <= Price() || exDay < today || payDay < exDay)
        return { ReasonCode::BadAmount,
                 u"%1, ex %2, paid %3"_s.arg(amount.toString(), exDay.toString(Qt::ISODate),
                                             payDay.toString(Qt::ISODate)) };
    const LedgerEvent event = m_books.announce(
        symbol, amount, exDay.toString(Qt::ISODate) + daySeparator + payDay.toString(Qt::ISODate),
        at);
    noteDividend(event);
    if (exDay == today)
        payDividends(today, at);
    return {};
}

void PaperVenue::noteDividend(const LedgerEvent &event)
{
    const QStringList days = event.source.split(daySeparator);
    m_dividends.push_back({ event.sequence, event.symbol, event.price,
                            QDate::fromString(days.value(0), Qt::ISODate),
                            QDate::fromString(days.value(1), Qt::ISODate) });
}

void PaperVenue::noteExDividend(quint64 announcement, quint64 pending)
{
    for (AnnouncedDividend &dividend : m_dividends) {
        if (dividend.sequence == announcement)
            dividend.pending = pending;
    }
}

/// At the start of a day: who holds now is owed, who was owed is paid.
void PaperVenue::payDividends(QDate day, Timestamp at)
{
    for (AnnouncedDividend &dividend : m_dividends) {
        if (dividend.exDay == day) {
            dividend.pending
                = m_books.exDividend(dividend.symbol, dividend.amount, at, dividend.sequence);
            m_broker.onDividend(dividend.symbol, dividend.amount, at);
        }
        if (dividend.payDay <= day && dividend.pending > 0)
            m_books.payDividend(dividend.pending, at);
    }
    std::erase_if(m_dividends,
                  [day](const AnnouncedDividend &dividend) { return dividend.payDay <= day; });
}

} // namespace tapeline
