#pragma once

#include "sweepgrouper.h"
#include "tapefilter.h"
#include "tapetotals.h"

#include <array>
#include <deque>
#include <unordered_map>
#include <vector>

namespace tapeline {

class TapeRing;

/// The prints of one sweep.
struct TapeSweep
{
    std::vector<quint64> prints; ///< serials, ascending
    TapeTotals totals;
    Price low;
    Price high;
    std::set<quint16> venues; ///< as venueOf() tells them
    bool afterGap = false; ///< prints before one of them are missing
    bool open = false; ///< its prints are rows below it

    quint64 newest() const { return prints.back(); }
};

/// Which rows time & sales has: the prints of a ring that pass a filter, one row each, or, grouped,
/// one row a sweep. The limits of size hold for rows, all else for prints: sweeps are found among
/// the prints that pass it. A sweep stands where its newest print does, and leaves with its oldest.
class TapeRows
{
public:
    /// Where a row stands, and which it is. Ascending is upwards: from old to new, and from the
    /// prints of an open sweep to the sweep.
    struct Key
    {
        quint64 anchor = 0; ///< of a sweep and its prints the serial of its newest
        bool isSweep = false;
        quint64 serial = 0;

        friend constexpr auto operator<=>(const Key &, const Key &) = default;
    };

    /// ring must outlive the rows.
    explicit TapeRows(const TapeRing &ring);

    const TapeFilter &filter() const { return m_filter; }
    bool isGrouping() const { return m_grouping; }
    /// Both forget the rows: see rebuild().
    void setFilter(const TapeFilter &filter);
    void setGrouping(bool on);

    /// All rows anew, of the prints of the ring up to a serial.
    void rebuild(quint64 end);
    /// The next print of the ring.
    void take(quint64 serial);
    /// The oldest print that was taken has left the ring.
    void drop(quint64 serial);
    void clear();

    int count() const { return static_cast<int>(m_rows.size()); }
    /// row is in [0, count()), from the newest.
    const Key &key(int row) const { return m_rows[m_rows.size() - 1 - std::size_t(row)]; }
    /// -1 when there is no such row.
    int rowOf(const Key &key) const;
    /// Where it is, or the next older row is; -1 when there are none.
    int rowNear(const Key &key) const;
    /// The row that shows a print: its own, or that of its sweep.
    int rowOfPrint(quint64 serial) const;
    /// Null when the row is none, nor one of the prints of one.
    const TapeSweep *sweep(const Key &key) const;
    void setOpen(const Key &key, bool open);

    /// Changes when rows do that are neither new on top nor old at the bottom.
    quint64 revision() const { return m_revision; }

private:
    using SweepId = quint64; // of the grouper

    /// The prints of a group that can become a sweep, or is one.
    struct Run
    {
        SweepId id = 0;
        std::vector<quint64> prints; // serials
        bool isSweep = false;
    };

    SweepId &sweepIdOf(quint64 serial);
    SweepId sweepIdOf(quint64 serial) const;
    void takeGrouped(quint64 serial);
    const Run *runWith(quint64 serial);
    TapeSweep &begun(const Run &run);
    void add(TapeSweep &sweep, quint64 serial);
    void show(const TapeSweep &sweep);
    void erase(quint64 anchor);

    const TapeRing &m_ring;
    TapeFilter m_filter;
    bool m_grouping = false;
    SweepGrouper m_grouper;
    std::array<Run, 2> m_runs; // buys, sells
    std::deque<Key> m_rows; // ascending
    std::unordered_map<SweepId, TapeSweep> m_sweeps;
    std::vector<SweepId> m_sweepIds; // by place in the ring; 0 is none
    quint64 m_revision = 0;
};

} // namespace tapeline
