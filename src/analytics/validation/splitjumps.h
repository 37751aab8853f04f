#pragma once

#include "barchecks.h"

#include <QDate>

#include <vector>

namespace tapeline {

/// Shares were split or put together: from so many become so many, on the morning of a day.
struct ShareSplit
{
    QDate date;
    double from = 1;
    double to = 1;

    /// What a price is multiplied by.
    double factor() const { return from / to; }
};

/// V-12: a series in which splits are worked in must not jump by one at its date, and one of raw
/// prices must. By the open or the close of that day, as the market moves as well; by
/// the close alone where a bar opens days before.
class SplitJumps
{
public:
    SplitJumps(std::vector<ShareSplit> splits, bool adjusted);

    struct Verdict
    {
        bool isWrong = false;
        double factor = 1; ///< what the price was to do since the bar before
    };
    /// first, last: days of the bar, one but for weeks and longer. Bars come in order.
    Verdict check(const Candle &bar, QDate first, QDate last, IssueList &issues);

private:
    Verdict checkSplit(const Candle &bar, const ShareSplit &split, bool isOpenAfter,
                       IssueList &issues) const;

    std::vector<ShareSplit> m_splits; // ascending
    std::size_t m_next = 0;
    bool m_adjusted;
    double m_close = 0; // of the bar before
};

} // namespace tapeline
