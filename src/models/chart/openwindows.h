#pragma once

#include "marketcalendar.h"
#include "timeframe.h"

#include <deque>
#include <vector>

namespace tapeline {

/// Counts the windows of a timeframe in which a market is open, one after the other as a chart
/// shows them: closed nights, weekends and holidays take none.
///
/// A window's start has a whole number, its end half more, what is closed the number of the window
/// after it. Counted from an arbitrary origin, the same for all calls until set() changes
/// something.
class OpenWindows
{
public:
    /// What it counts within, 1950 to 2150: differences of such instants are whole nanoseconds.
    static constexpr Timestamp earliest = fromNs(-631'152'000'000'000'000);
    static constexpr Timestamp latest = fromNs(5'680'281'600'000'000'000);

    /// calendar must outlive it.
    explicit OpenWindows(const MarketCalendar &calendar);

    /// frame must be timed. regularOnly: of stocks, options and indices just 09:30 to 16:00.
    void set(Timeframe frame, AssetClass assetClass, bool regularOnly);

    /// Exact within about 25 years of the first instant it is asked about, beyond as if it were
    /// always open; before earliest and after latest as there.
    double indexAt(Timestamp time);
    /// Its inverse; between the end of a window and the start of the next it is that start.
    Timestamp timeAt(double index);

private:
    struct Stretch // of windows one after the other
    {
        Timestamp from; ///< the first one's start
        Timestamp until; ///< when the last one is over
        Duration width {};
        qint64 first = 0; ///< the first one's number
        qint64 count = 0;
        QDate day; ///< which trading day it belongs to; of longer windows the first

        qint64 next() const { return first + count; }
        Timestamp lastStart() const { return from + (count - 1) * width; }
    };

    Duration lengthOf(const Stretch &stretch, qint64 window) const;
    void cover(Timestamp time);
    void coverIndex(qint64 index);
    bool canGrowForward() const;
    bool canGrowBackward() const;
    void growForward();
    void growBackward();
    std::vector<Stretch> stretchesOf(QDate day) const;
    std::vector<Stretch> intradayStretches(QDate day) const;
    bool isOpen(QDate day) const;
    bool isOpen(SessionPart part) const;
    bool holdsOpenDay(QDate first, QDate end) const;
    QDate after(QDate day) const;
    QDate before(QDate day) const;

    static constexpr std::size_t mostStretches = 6'500; // days of 25 years

    const MarketCalendar &m_calendar;
    Timeframe m_frame;
    AssetClass m_assetClass = AssetClass::Stocks;
    bool m_regularOnly = false;
    std::deque<Stretch> m_stretches; ///< ascending, numbered without gaps
    QDate m_firstDay; ///< what has been looked at, inclusive
    QDate m_lastDay;
};

} // namespace tapeline
