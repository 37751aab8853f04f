#include "splitjumps.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the ratio (execution.md V-12).
constexpr double ratioSlack = 0.01;
/// The market moves on that morning as well, and prices are never all that far: of the recorded
/// splits a quarter lie beyond the 1 %. Nothing else comes within a quarter of the way to one.
constexpr double wayToSplit = 0.25;

/// Whether a price changed as it would by `expected` and what the market does in a night. factor:
/// of the split in question.
bool isNear(double change, double expected, double factor)
{
    const double slack = std::max(std::log1p(ratioSlack), std::abs(std::log(factor)) * wayToSplit);
    return std::abs(std::log(change / expected)) <= slack;
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

SplitJumps::Verdict SplitJumps::check(const Candle &bar, QDate first, QDate last, IssueList &issues)
{
    Verdict verdict;
    for (; m_next < m_splits.size() && m_splits[m_next].date <= last; ++m_next)
        if (m_close > 0 && bar.hasPrices)
            verdict = checkSplit(bar, m_splits[m_next], m_splits[m_next].date <= first, issues);
    if (bar.hasPrices)
        m_close = bar.close.toDouble();
    return verdict;
}

SplitJumps::Verdict SplitJumps::checkSplit(const Candle &bar, const ShareSplit &split,
                                           bool isOpenAfter, IssueList &issues) const
{
    const double factor = split.factor();
    const double atOpen = bar.open.toDouble() / m_close;
    const double atClose = bar.close.toDouble() / m_close;
    const auto isBy = [=](double expected) {
        return (isOpenAfter && isNear(atOpen, expected, factor))
            || isNear(atClose, expected, factor);
    };
    const bool jumps = isBy(factor);
    if (m_adjusted ? !jumps : !isBy(1))
        return { false, jumps ? factor : 1 };
    issues.add(QualityRule::Split, IssueSeverity::Error, bar.start, [&] {
        return m_adjusted
            ? u"The price jumps by the split %1:%2 of this day: earlier bars are not adjusted."_s
                  .arg(split.from)
                  .arg(split.to)
            : u"The price does not show the split %1:%2 of this day: earlier bars are adjusted."_s
                  .arg(split.from)
                  .arg(split.to);
    });
    return { true, jumps ? factor : 1 };
}

} // namespace tapeline
