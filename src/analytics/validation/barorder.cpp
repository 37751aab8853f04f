#include "barorder.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Clocks differ by so much (execution.md V-08).
constexpr Duration clockSlack = 2s;

} // namespace

BarOrder::BarOrder(Timeframe timeframe, AssetClass assetClass, std::optional<Timestamp> now)
    : m_timeframe(timeframe)
    , m_assetClass(assetClass)
    , m_now(now)
{
}

BarOrder::Verdict BarOrder::check(const Candle &bar, IssueList &issues)
{
    Verdict verdict;
    checkPlace(bar, issues, verdict);
    const auto fail = [&](const QString &sentence) {
        verdict.faults.isError = true;
        issues.add(QualityRule::Order, IssueSeverity::Error, bar.start, [&] { return sentence; });
    };
    if (!verdict.isInPlace)
        return verdict; // told already
    if (m_timeframe.windowStart(bar.start, m_assetClass) != bar.start)
        fail(u"The time is no start of a bar of %1."_s.arg(m_timeframe.toString()));
    else if (m_now && bar.start > *m_now + clockSlack)
        fail(u"The time lies in the future."_s);
    return verdict;
}

void BarOrder::checkPlace(const Candle &bar, IssueList &issues, Verdict &verdict)
{
    verdict.isInPlace = !m_newest || bar.start > m_newest->start;
    if (verdict.isInPlace) {
        m_newest = bar;
        return;
    }
    if (bar.start < m_newest->start) {
        verdict.faults.isError = true;
        issues.add(QualityRule::Order, IssueSeverity::Error, bar.start,
                   [] { return u"The time is before that of the record above."_s; });
        return;
    }
    const bool isSame = bar == *m_newest;
    verdict.faults.note(isSame ? IssueSeverity::Warning : IssueSeverity::Error);
    issues.add(QualityRule::Duplicate, isSame ? IssueSeverity::Warning : IssueSeverity::Error,
               bar.start, [&] {
                   return isSame ? u"The same bar comes twice."_s
                                 : u"Two bars of one time differ; the later one is kept."_s;
               });
    m_newest = bar;
}

} // namespace tapeline
