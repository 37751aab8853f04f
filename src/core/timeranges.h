#pragma once

#include "timestamp.h"

#include <span>
#include <vector>

namespace tapeline {

/// From one instant up to, and without, another. Empty when to is not after from.
struct TimeRange
{
    Timestamp from {};
    Timestamp to {}; ///< exclusive

    bool isEmpty() const { return to <= from; }
    bool contains(Timestamp time) const { return time >= from && time < to; }
    bool contains(const TimeRange &other) const { return other.from >= from && other.to <= to; }
    Duration length() const { return isEmpty() ? Duration() : to - from; }
    /// What both have; may be empty.
    TimeRange intersected(const TimeRange &other) const;

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// A set of instants, kept as the fewest ranges: ascending, none empty, none touching another.
class TimeRanges
{
public:
    TimeRanges() = default;
    explicit TimeRanges(std::span<const TimeRange> ranges);

    void add(const TimeRange &range);
    void remove(const TimeRange &range);

    bool isEmpty() const { return m_ranges.empty(); }
    bool contains(Timestamp time) const;
    /// All of it, without a hole. True for an empty range.
    bool contains(const TimeRange &range) const;
    /// What of range is not in the set, ascending.
    std::vector<TimeRange> missing(const TimeRange &range) const;
    /// What of range is in the set, ascending.
    std::vector<TimeRange> within(const TimeRange &range) const;
    std::span<const TimeRange> ranges() const { return m_ranges; }

    friend bool operator==(const TimeRanges &, const TimeRanges &) = default;

private:
    std::vector<TimeRange> m_ranges;
};

} // namespace tapeline
