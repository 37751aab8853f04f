#pragma once

#include "journaldatabase.h"
#include "paperupdate.h"
#include "papervenue.h"

#include <optional>
#include <vector>

namespace tapeline {

/// Decides when what a paper account is worth becomes a point of its curve: when money comes, goes
/// or changes hands, at the close, and once a minute of the market's time while the market is open
/// and something is held; never while a price that it rests on is old, except at a fill.
///
/// The points are a stream of the account's journal, beside its orders and books. They rest on
/// those and nothing rests on them: a line that cannot be read costs one point.
class EquityCurve
{
public:
    /// A curve that comes back is thinned to no more than this many points.
    static constexpr std::size_t mostPoints = 20'000;

    explicit EquityCurve(const MarketCalendar &calendar);

    /// Goes on behind the lines of its stream; returns the points since the last reset, oldest
    /// first.
    std::vector<EquityPoint> restore(const std::vector<JournalLine> &lines);

    /// Something was booked.
    void note(const LedgerEvent &event);

    /// A point, with the number of its line.
    struct Sample
    {
        quint64 sequence = 0; ///< of its stream
        EquityReport report; ///< without the account's name
    };
    /// What is due now, after all that was noted; nothing most of the time.
    std::optional<Sample> sample(const PaperVenue &venue);

private:
    bool isDue(const PaperVenue &venue, Timestamp at) const;

    const MarketCalendar &m_calendar;
    quint64 m_sequence = 0; ///< of the newest line
    Timestamp m_nextMinute {}; ///< before which time alone is no occasion
    Timestamp m_bookedAt {}; ///< the newest of it; commands do not move the broker's clock
    bool m_booked = false;
    bool m_filled = false; ///< since the last point
    bool m_wasStale = false; ///< a point was put off
    bool m_begins = true; ///< the next point is the first of a curve
};

/// One line of JSON, fields in fixed order, decimals as text.
std::string equityPointText(const EquityReport &report);
/// The inverse, without an account's name; Malformed for anything else.
Result<EquityReport> equityPointFromText(std::string_view line);

} // namespace tapeline
