#pragma once

#include "issuelist.h"

#include <array>
#include <optional>
#include <vector>

namespace tapeline {

/// V-19: the numbers of one symbol's trades, or of its quotes, ascend and come once. They begin
/// anew each day. 0 is no number.
class SequenceCheck
{
public:
    /// True when it does not. day: any number that tells days apart.
    bool check(quint64 sequence, Timestamp time, qint64 day, IssueList &issues);

private:
    quint64 m_newest = 0;
    qint64 m_day = -1;
};

/// V-19: nothing came for more than five seconds in regular hours, though there were ten messages a
/// second and more in the minute before.
class SilenceCheck
{
public:
    /// A message of whichever symbol, in order of time. True when it ends such a silence.
    bool check(Timestamp time, bool isRegular, IssueList &issues);

private:
    static constexpr std::size_t busyMessages = 600; // in a minute

    std::array<Timestamp, busyMessages> m_newest {}; // a ring
    std::size_t m_next = 0;
    std::optional<Timestamp> m_last;
    bool m_wasRegular = false;
};

/// V-20: how long records take to come, at the median: more than two seconds where data is said to
/// be of real time, less than fourteen minutes where it is said to be delayed.
class LatencyCheck
{
public:
    explicit LatencyCheck(bool isDelayedPlan)
        : m_isDelayedPlan(isDelayedPlan)
    {
    }

    void add(Timestamp time, Timestamp received);
    /// One issue at most.
    void addIssues(IssueList &issues) const;

private:
    static constexpr std::size_t fewest = 20;
    static constexpr std::size_t remembered = 1'000;

    bool m_isDelayedPlan;
    Timestamp m_first {};
    std::vector<Duration> m_latencies; // the newest, a ring
    std::size_t m_next = 0;
};

} // namespace tapeline
