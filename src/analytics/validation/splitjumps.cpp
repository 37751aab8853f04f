#include "splitjumps.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double ratioSlack = 0.01; // execution.md V-12

bool isNear(double jump, double factor)
{
    return std::abs(jump / factor - 1) <= ratioSlack;
}

} // namespace

SplitJumps::SplitJumps(std::vector<ShareSplit> splits, bool adjusted)
    : m_splits(std::move(splits))
    , m_adjusted(adjusted)
{
    std::erase_if(m_splits, [](const ShareSplit &split) {
        return !split.date.isValid() || split.from <= 0 || split.to <= 0 || split.from == split.to;
    });
    std::ranges::sort(m_splits, {}, &ShareSplit::date);
}

SplitJumps::Verdict SplitJumps::check(const Candle &bar, QDate day, IssueList &issues)
{
    Verdict verdict;
    for (; m_next < m_splits.size() && m_splits[m_next].date <= day; ++m_next)
        if (m_close > 0 && bar.hasPrices)
            verdict = checkSplit(bar, m_splits[m_next], issues);
    if (bar.hasPrices)
        m_close = bar.close.toDouble();
    return verdict;
}

/// The market moves on the morning of a split as well: what the open says is asked, then the close.
SplitJumps::Verdict SplitJumps::checkSplit(const Candle &bar, const ShareSplit &split,
                                           IssueList &issues) const
{
    const double factor = split.factor();
    const double atOpen = bar.open.toDouble() / m_close;
    const double atClose = bar.close.toDouble() / m_close;
    const bool jumps = isNear(atOpen, factor) || isNear(atClose, factor);
    const bool stays = isNear(atOpen, 1) || isNear(atClose, 1);
    // Between the two the nearer one: it decides nothing, but how returns are read
    const bool isNearerJump = std::abs(std::log(atOpen / factor)) < std::abs(std::log(atOpen));
    const double done = isNearerJump ? factor : 1;
    if (m_adjusted ? !jumps || !isNearerJump : !stays || isNearerJump)
        return { false, done };
    issues.add(QualityRule::Split, IssueSeverity::Error, bar.start, [&] {
        return m_adjusted
            ? u"The price jumps by the split %1:%2 of this day: earlier bars are not adjusted."_s
                  .arg(split.from)
                  .arg(split.to)
            : u"The price does not show the split %1:%2 of this day: earlier bars are adjusted."_s
                  .arg(split.from)
                  .arg(split.to);
    });
    return { true, done };
}

} // namespace tapeline
