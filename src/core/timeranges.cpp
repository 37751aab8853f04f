#include "timeranges.h"

#include <algorithm>

namespace tapeline {

TimeRange TimeRange::intersected(const TimeRange &other) const
{
    return { std::max(from, other.from), std::min(to, other.to) };
}

TimeRanges::TimeRanges(std::span<const TimeRange> ranges)
{
    for (const TimeRange &range : ranges)
        add(range);
}

void TimeRanges::add(const TimeRange &range)
{
    if (range.isEmpty())
        return;
    // Those that overlap or touch become one with it
    const auto first = std::ranges::lower_bound(m_ranges, range.from, {}, &TimeRange::to);
    const auto last = std::ranges::upper_bound(m_ranges, range.to, {}, &TimeRange::from);
    TimeRange whole = range;
    if (first < last) {
        whole.from = std::min(whole.from, first->from);
        whole.to = std::max(whole.to, std::prev(last)->to);
    }
    m_ranges.insert(m_ranges.erase(first, std::max(first, last)), whole);
}

void TimeRanges::remove(const TimeRange &range)
{
    if (range.isEmpty())
        return;
    std::vector<TimeRange> left;
    for (const TimeRange &own : m_ranges)
        for (const TimeRange &part : { TimeRange { own.from, std::min(own.to, range.from) },
                                       TimeRange { std::max(own.from, range.to), own.to } })
            if (!part.isEmpty())
                left.push_back(part);
    m_ranges = std::move(left);
}

bool TimeRanges::contains(Timestamp time) const
{
    const auto next = std::ranges::upper_bound(m_ranges, time, {}, &TimeRange::to);
    return next != m_ranges.end() && next->contains(time);
}

bool TimeRanges::contains(const TimeRange &range) const
{
    return missing(range).empty();
}

std::vector<TimeRange> TimeRanges::missing(const TimeRange &range) const
{
    std::vector<TimeRange> holes;
    Timestamp from = range.from;
    for (const TimeRange &own : within(range)) {
        if (own.from > from)
            holes.push_back({ from, own.from });
        from = own.to;
    }
    if (from < range.to)
        holes.push_back({ from, range.to });
    return holes;
}

std::vector<TimeRange> TimeRanges::within(const TimeRange &range) const
{
    std::vector<TimeRange> parts;
    for (auto own = std::ranges::upper_bound(m_ranges, range.from, {}, &TimeRange::to);
         own != m_ranges.end() && own->from < range.to; ++own)
        parts.push_back(own->intersected(range));
    return parts;
}

} // namespace tapeline
