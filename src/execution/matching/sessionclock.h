#pragma once

#include "instrument.h"
#include "marketcalendar.h"
#include "order.h"

namespace tapeline {

/// When orders work and end (execution.md A.2, A.3), from the calendar. Remembers the day it was
/// last asked about.
class SessionClock
{
public:
    /// The calendar must outlive it.
    explicit SessionClock(const MarketCalendar &calendar)
        : m_calendar(calendar)
    {
    }

    /// The session of the Eastern day; nothing when it has none.
    const std::optional<TradingSession> &sessionAt(Timestamp at);
    /// The instrument trades now, for orders with or without extended hours.
    bool isOpen(const Instrument &instrument, bool extended, Timestamp at);
    /// Within the regular session of US stocks.
    bool isRegular(Timestamp at);
    /// When the running regular session began; the epoch outside of it.
    Timestamp regularSince(Timestamp at);
    /// Trades at all hours of all days: crypto, forex, futures.
    static bool isContinuous(const Instrument &instrument);

    /// The regular session that is running, or comes next.
    TradingSession sessionFor(const Instrument &instrument, bool extended, Timestamp at);
    /// When the regular session of an instrument ends: some options trade on after the stocks.
    static Timestamp regularEnd(const Instrument &instrument, const TradingSession &session);
    static constexpr Duration lateClosingDelay = 15min;
    /// Changes whenever another day of the instrument begins: its session, or the day of UTC.
    Timestamp tradingDay(const Instrument &instrument, Timestamp at);

    /// When a day order sent at this time ends.
    Timestamp dayEnd(const Instrument &instrument, bool extended, Timestamp at);
    /// The next opening (Opg) or closing (Cls) auction an order sent now can join; nothing after
    /// its cut-off.
    std::optional<Timestamp> auctionFor(TimeInForce tif, Timestamp at);
    /// Orders for the closing auction at this bell cannot be taken back any more.
    static bool isLateForClose(Timestamp bell, Timestamp at);

private:
    const MarketCalendar &m_calendar;
    Timestamp m_dayStart {};
    Timestamp m_dayEnd {}; // exclusive
    QDate m_date;
    std::optional<TradingSession> m_session;
};

} // namespace tapeline
