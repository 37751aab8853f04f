#pragma once

#include "qualityrule.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tapeline {

/// What the rules found in one series, gathered by rule and severity. Of each the first
/// offender is kept and told in words, and of the others the newest: they are what a chart shows.
class IssueList
{
public:
    static constexpr std::size_t keptSamples = 200;

    /// describe() gives the sentence. count: so many offenders that begin there.
    template<typename Describe>
    void add(QualityRule rule, IssueSeverity severity, Timestamp at, Describe &&describe,
             qint64 count = 1)
    {
        Entry &entry = entryOf(rule, severity);
        if (entry.issue.count == 0)
            entry.issue.detail = std::forward<Describe>(describe)();
        entry.issue.count += count;
        keep(entry, at);
    }
    /// Found elsewhere.
    void add(const QualityIssue &issue);

    bool isEmpty() const { return m_entries.empty(); }
    /// Offenders of a rule, of whatever severity.
    qint64 count(QualityRule rule) const;
    /// Worst first, then by rule; samples ascending.
    std::vector<QualityIssue> issues() const;

private:
    struct Entry
    {
        QualityRule rule;
        QualityIssue issue;
        std::size_t oldest = 0; // of the samples after the first, which are a ring when full
    };

    static void keep(Entry &entry, Timestamp at);
    Entry &entryOf(QualityRule rule, IssueSeverity severity);

    std::vector<Entry> m_entries; // at most two for each rule
};

/// Sorts as DataQuality::issues wants them.
void sortIssues(std::vector<QualityIssue> &issues);

} // namespace tapeline
