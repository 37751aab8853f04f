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
    // Such a bar says nothing of where the next one has to be
    const auto fail = [&](const QString &sentence) {
        verdict.faults.isError = true;
        issues.add(QualityRule::Order, IssueSeverity::Error, bar.start, [&] { return sentence; });
    };
    if (m_timeframe.windowStart(bar.start, m_assetClass) != bar.start)
        fail(u"The time is no start of a bar of %1."_s.arg(m_timeframe.toString()));
    else if (m_now && bar.start > *m_now + clockSlack)
        fail(u"The time lies in the future."_s);
    else
        checkPlace(bar, issues, verdict);
    return verdict;
}

void BarOrder::checkPlace(const Candle &bar, IssueList &issues, Verdict &verdict)
{
    if (!m_newest || bar.start > m_newest->start || isBackInOrder(bar.start)) {
        if (m_newest)
            m_before = bar.start > m_newest->start ? m_newest->start : *m_below;
        m_newest = bar;
        m_below.reset();
        return;
    }
    verdict.isInPlace = false;
    if (bar.start < m_newest->start) {
        const bool isAfterOthers = !m_before || bar.start > *m_before;
        m_below = isAfterOthers ? std::optional(bar.start) : std::nullopt;
        verdict.faults.isError = true;
        issues.add(QualityRule::Order, IssueSeverity::Error, bar.start,
                   [] { return u"The time is before that of the record above."_s; });
        return;
    }
    checkDuplicate(bar, issues, verdict);
}

/// The second bar that goes on from where the series was before the newest: that one is wrong.
bool BarOrder::isBackInOrder(Timestamp start) const
{
    return m_below && start > *m_below && start < m_newest->start;
}

void BarOrder::checkDuplicate(const Candle &bar, IssueList &issues, Verdict &verdict)
{
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
