#include "issuelist.h"

namespace tapeline {

IssueList::Entry &IssueList::entryOf(QualityRule rule, IssueSeverity severity)
{
    const auto known = std::ranges::find_if(m_entries, [rule, severity](const Entry &entry) {
        return entry.rule == rule && entry.issue.severity == severity;
    });
    if (known != m_entries.end())
        return *known;
    Entry &fresh = m_entries.emplace_back(Entry { rule, {} });
    fresh.issue.rule = ruleId(rule);
    fresh.issue.severity = severity;
    return fresh;
}

void IssueList::add(const QualityIssue &issue)
{
    const auto rule = static_cast<QualityRule>(QStringView(issue.rule).mid(2).toInt());
    Entry &entry = entryOf(rule, issue.severity);
    if (entry.issue.count == 0)
        entry.issue.detail = issue.detail;
    entry.issue.count += issue.count;
    std::vector<Timestamp> &samples = entry.issue.samples;
    samples.insert(samples.end(), issue.samples.begin(), issue.samples.end());
    std::ranges::sort(samples);
    if (samples.size() > keptSamples)
        samples.erase(samples.begin() + 1, samples.end() - (keptSamples - 1));
    entry.oldest = 0;
}

void IssueList::keep(Entry &entry, Timestamp at)
{
    std::vector<Timestamp> &samples = entry.issue.samples;
    if (samples.size() < keptSamples) {
        samples.push_back(at);
        return;
    }
    samples[1 + entry.oldest] = at;
    entry.oldest = (entry.oldest + 1) % (keptSamples - 1);
}

qint64 IssueList::count(QualityRule rule) const
{
    qint64 sum = 0;
    for (const Entry &entry : m_entries)
        sum += entry.rule == rule ? entry.issue.count : 0;
    return sum;
}

std::vector<QualityIssue> IssueList::issues() const
{
    std::vector<QualityIssue> result;
    for (const Entry &entry : m_entries)
        std::ranges::sort(result.emplace_back(entry.issue).samples);
    sortIssues(result);
    return result;
}

void sortIssues(std::vector<QualityIssue> &issues)
{
    std::ranges::sort(issues, [](const QualityIssue &a, const QualityIssue &b) {
        return a.severity != b.severity ? a.severity > b.severity : a.rule < b.rule;
    });
}

} // namespace tapeline
