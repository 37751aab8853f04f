#pragma once

#include "earningsbook.h"
#include "lrucache.h"
#include "sharebook.h"
#include "ticktape.h"

#include <unordered_map>
#include <vector>

namespace tapeline {

/// A day ready to be read at every level.
struct DayTape
{
    MinutePlan minutes;
    std::vector<MarketEvent> specials; ///< ascending by time, see daySpecials()

    const DayPlan &day() const { return minutes.day; }
    std::span<const MarketEvent> specialsIn(Timestamp from, Timestamp to) const;
    /// The second after the last that can hold an event.
    int endSecond() const;
    /// Whether a second between 04:00 and 20:00 lies in a minute with trades.
    bool hasTrades(int secondOfDay) const;
    /// The minute of a second between 04:00 and 20:00, counted from 04:00.
    int minuteOf(int secondOfDay) const { return (secondOfDay - day().preOpenSecond()) / 60; }
    bool isWithinHours(int secondOfDay) const;
};

/// The levels of the market put together, with small caches of what was asked for last: a full
/// sandbox market is 500 symbols, and each keeps its running day, minute and second. References
/// last until the next call.
class MarketTape
{
public:
    MarketTape(quint64 seed, std::vector<InstrumentTraits> cast);

    const MarketCalendar &calendar() const { return m_calendar; }
    const std::vector<InstrumentTraits> &cast() const { return m_cast; }
    const ShareBook &shares() const { return m_shares; }
    const EarningsBook &earnings() const { return m_earnings; }

    /// Nothing without a session, before the listing or for an unknown instrument.
    std::optional<DayPlan> plan(int instrument, QDate date) const;
    /// Null when plan() has nothing.
    const DayTape *day(int instrument, QDate date);
    const MinuteSeconds &minute(int instrument, const DayTape &day, int minute);
    const SecondPlan &secondPlan(int instrument, const DayTape &day, int secondOfDay);
    /// Appends the events of one second in wire order.
    void write(int instrument, const DayTape &day, int secondOfDay, std::vector<MarketEvent> &out);
    /// The same, kept for further calls.
    const std::vector<MarketEvent> &events(int instrument, const DayTape &day, int secondOfDay);

private:
    bool isListed(int instrument, QDate date) const;
    /// As the instrument was on a day: before a split its price and volumes are other ones.
    const InstrumentTraits &traitsOn(int instrument, QDate date) const;

    quint64 m_seed;
    MarketCalendar m_calendar;
    std::vector<InstrumentTraits> m_cast;
    ShareBook m_shares;
    EarningsBook m_earnings;
    mutable std::unordered_map<quint64, InstrumentTraits> m_formerTraits;
    DayPlanner m_dayPlanner;
    MinutePlanner m_minutePlanner;
    SecondPlanner m_secondPlanner;
    TickTape m_tickTape;
    LruCache<DayTape> m_days;
    LruCache<MinuteSeconds> m_minutes;
    LruCache<std::vector<MarketEvent>> m_seconds;
};

} // namespace tapeline
