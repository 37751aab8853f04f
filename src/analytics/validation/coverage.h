#pragma once

#include "barplace.h"
#include "candle.h"
#include "issuelist.h"

namespace tapeline {

/// V-11: which bars should be there between the first and the last one, and are not. In regular
/// hours every window of a liquid symbol has a bar (of seconds: every minute has some); of another
/// only whole sessions are expected, or days of what trades around the clock; of options contracts
/// nothing, as most do not trade each day. Liquid is what has a trade or more in the median minute.
class Coverage
{
public:
    Coverage(Timeframe timeframe, AssetClass assetClass, const MarketCalendar &calendar);

    /// Bars in order, each time once. True when more than a year is missing before this one: what
    /// came before may be of another company.
    bool add(const Candle &bar, const BarPlace &place);

    bool isLiquid() const { return !isOption() && m_busy * 2 >= m_present + m_missing; }
    /// Bars, or sessions where the symbol is not liquid; 0 when nothing is expected.
    qint64 expected() const;
    qint64 present() const;
    void addIssues(IssueList &issues) const;

private:
    /// The windows of one session's regular hours.
    struct Windows
    {
        Timestamp first {};
        qint64 count = 0;
    };

    bool isByWindow() const { return m_timeframe.isIntraday(); }
    Windows windowsOf(const BarPlace &place) const;
    bool isOption() const { return m_assetClass == AssetClass::Options; }
    bool addAlways(const Candle &bar, const BarPlace &place);
    bool addInSession(const Candle &bar, const BarPlace &place);
    bool addLong(const Candle &bar);
    void enterSession(const BarPlace &place);
    qint64 skipSessions(QDate from, QDate to);
    void missSessions(Timestamp from, qint64 sessions, qint64 windows);
    void miss(Timestamp from, qint64 windows);
    void have(const Candle &bar);
    bool isExpected(Timestamp window) const;

    Timeframe m_timeframe; // at least a minute
    Duration m_length {};
    AssetClass m_assetClass;
    TradingHours m_hours;
    MarketCalendar m_calendar;

    std::optional<Timestamp> m_newest; // window of the newest bar
    QDate m_day;
    Windows m_windows; // of that day
    qint64 m_next = 0; // among them, the first not seen

    qint64 m_present = 0;
    qint64 m_missing = 0; // within sessions that have any bar
    qint64 m_busy = 0; // of those present: one trade a minute or more
    qint64 m_sessions = 0; // with any bar
    qint64 m_missingSessions = 0;
    qint64 m_missingInSessions = 0; // windows of those
    qint64 m_longest = 0; // run of whole sessions
    IssueList m_holes; // windows, within sessions
    IssueList m_wholeAsWindows; // whole sessions, counted in windows
    IssueList m_whole; // whole sessions, or bars of days and longer
};

} // namespace tapeline
