#pragma once

#include "qualityrule.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tapeline {

/// What the rules found in one series, gathered by rule and severity. Of each the first offenders
/// are kept, and told in words for the very first.
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
        if (entry.issue.samples.size() < keptSamples)
            entry.issue.samples.push_back(at);
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
    };

    Entry &entryOf(QualityRule rule, IssueSeverity severity);

    std::vector<Entry> m_entries; // at most two for each rule
};

/// Sorts as DataQuality::issues wants them.
void sortIssues(std::vector<QualityIssue> &issues);

} // namespace tapeline
