#include "papervenue.h"

#include "sessionclock.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// How contracts end: the expiries of PaperVenue.

/// Exits of what has ended end with it, and what works on a contract that trades no more.
void PaperVenue::settle(Timestamp at)
{
    const auto price
        = [&](const Instrument &contract, QDate day) { return settlementPrice(contract, day, at); };
    for (const QString &symbol : m_books.expire(m_endedDay, price, at))
        m_broker.onPositionChanged(symbol, at);
}

/// By its owner, before it ends: exits of what is gone end with it.
Reason PaperVenue::exercise(const QString &symbol, Qty contracts, Timestamp at)
{
    if (hasEnded(symbol, at))
        return { ReasonCode::NotExercisable, u"%1 has ended"_s.arg(symbol) };
    const Reason reason = m_books.exercise(symbol, contracts, at);
    if (reason.code != ReasonCode::None)
        return reason;
    for (const QString &changed : { symbol, underlyingOf(m_books.instrument(symbol)) })
        m_broker.onPositionChanged(changed, at);
    return {};
}

void PaperVenue::endOrders(Timestamp at)
{
    for (const QString &id : m_broker.workingIds()) {
        if (hasEnded(*m_broker.ticket(id), at))
            m_broker.withdraw(id, { ReasonCode::ExpiredContract }, at);
    }
}

bool PaperVenue::hasEnded(const OrderTicket &ticket, Timestamp at) const
{
    const auto isOver = [&](const OrderLeg &leg) { return hasEnded(leg.symbol, at); };
    return hasEnded(ticket.symbol, at) || std::ranges::any_of(ticket.legs, isOver);
}

bool PaperVenue::hasEnded(const QString &symbol, Timestamp at) const
{
    const Instrument &instrument = m_books.instrument(symbol);
    const std::optional<QDate> day = m_books.lastTradingDay(instrument);
    if (!day || !m_endedDay.isValid() || *day > m_endedDay)
        return false;
    const std::optional<TradingSession> session = m_calendar.session(*day);
    return !session || at >= SessionClock::regularEnd(instrument, *session);
}

/// By the official close; a quarter of an hour later, when there was none, by the last trade. What
/// is settled in the morning goes by the first value of its index: the value that exchanges reckon
/// from the opening prices of the members is not on the stream.
std::optional<Price> PaperVenue::settlementPrice(const Instrument &contract, QDate day,
                                                 Timestamp at) const
{
    const std::optional<TradingSession> session = m_calendar.session(day);
    if (session && contract.settlesAtOpen())
        return m_prices.open(underlyingOf(contract), *session);
    if (!session || at < SessionClock::regularEnd(contract, *session))
        return {};
    return m_prices.close(underlyingOf(contract), *session,
                          at >= session->close + SessionClock::lateClosingDelay);
}

/// What could not be carried if it were exercised is closed before its last session ends.
void PaperVenue::sendExpiryRisk(const DayMoment &moment)
{
    const std::optional<TradingSession> session = m_calendar.session(moment.day);
    for (const OrderTicket &order : m_books.expiryRisk(moment.day, moment.at)) {
        const Timestamp end = SessionClock::regularEnd(m_books.instrument(order.symbol), *session);
        if (moment.at == end - expiryRiskDelay)
            m_broker.submit(order, moment.at, { ReasonCode::ExpiryRisk });
    }
}

/// At the close before an ex-date, and for puts at every close.
void PaperVenue::assignEarly(const DayMoment &moment)
{
    std::map<QString, Price> amounts;
    const QDate tomorrow = m_calendar.nextTradingDay(moment.day);
    for (const AnnouncedDividend &dividend : m_dividends) {
        if (dividend.exDay > moment.day && dividend.exDay <= tomorrow)
            amounts[dividend.symbol] = dividend.amount;
    }
    for (const QString &symbol : m_books.assignEarly(amounts, moment.at))
        m_broker.onPositionChanged(symbol, moment.at);
}

} // namespace tapeline
