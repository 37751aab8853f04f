#include "streamchecks.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration longestSilence = 5s; // execution.md V-19
constexpr Duration longestRealTime = 2s; // V-20
constexpr Duration shortestDelay = 14min;

double seconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

bool SequenceCheck::check(quint64 sequence, Timestamp time, qint64 day, IssueList &issues)
{
    if (sequence == 0)
        return false;
    if (day != m_day) {
        m_day = day;
        m_newest = 0;
    }
    if (sequence > m_newest) {
        m_newest = sequence;
        return false;
    }
    issues.add(QualityRule::Sequence, IssueSeverity::Error, time, [&] {
        return sequence == m_newest
            ? u"The sequence number %1 comes twice."_s.arg(sequence)
            : u"The sequence numbers go back from %1 to %2."_s.arg(m_newest).arg(sequence);
    });
    return true;
}

bool SilenceCheck::check(Timestamp time, bool isRegular, IssueList &issues)
{
    const Timestamp before = m_last.value_or(time);
    const Timestamp longAgo = m_newest[m_next]; // so many messages before
    const bool wasBusy = m_wasRegular && longAgo != Timestamp {} && before - longAgo <= 1min;
    const bool isFound = wasBusy && isRegular && time - before > longestSilence;
    m_newest[m_next] = time;
    m_next = (m_next + 1) % busyMessages;
    m_last = time;
    m_wasRegular = isRegular;
    if (isFound)
        issues.add(QualityRule::Sequence, IssueSeverity::Error, before, [&] {
            return u"A busy stream brought nothing for %1 seconds."_s.arg(seconds(time - before), 0,
                                                                          'f', 1);
        });
    return isFound;
}

void LatencyCheck::add(Timestamp time, Timestamp received)
{
    if (m_latencies.empty())
        m_first = time;
    if (m_latencies.size() < remembered)
        m_latencies.push_back(received - time);
    else
        m_latencies[m_next] = received - time;
    m_next = (m_next + 1) % remembered;
}

void LatencyCheck::addIssues(IssueList &issues) const
{
    if (m_latencies.size() < fewest)
        return;
    std::vector<Duration> sorted = m_latencies;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const Duration median = *middle;
    if (m_isDelayedPlan ? median >= shortestDelay : median <= longestRealTime)
        return;
    issues.add(QualityRule::Latency, IssueSeverity::Warning, m_first, [&] {
        return m_isDelayedPlan
            ? u"The data is said to be delayed, and comes after %1 seconds."_s.arg(seconds(median))
            : u"The data is said to be of real time, and comes after %1 seconds."_s.arg(
                seconds(median), 0, 'f', 1);
    });
}

} // namespace tapeline
