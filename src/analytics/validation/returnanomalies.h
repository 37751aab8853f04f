#pragma once

#include "barchecks.h"
#include "robustwindow.h"

#include <QDate>

namespace tapeline {

/// V-16: a return far from what the 200 before were. A bar whose close went away and came back is
/// one anomaly, not two. Of bars within a day only returns inside one part of a day are judged, and
/// those of regular hours by others of regular hours: the night is no bar, and the open would be an
/// anomaly beside a quiet pre-market.
class ReturnAnomalies
{
public:
    explicit ReturnAnomalies(bool isIntraday)
        : m_isIntraday(isIntraday)
    {
    }

    /// True when the bar is one. day: of its session. factor: what a split has done to the price
    /// since the bar before, 1 without one.
    bool check(const Candle &bar, QDate day, bool isRegular, double factor, IssueList &issues);
    /// What was before says nothing of what comes: years are missing.
    void begin();

private:
    bool isFar(const RobustWindow &returns, double change, double price) const;

    bool m_isIntraday;
    std::array<RobustWindow, 2> m_returns; // outside regular hours, and in them
    QDate m_day;
    bool m_wasRegular = false;
    double m_close = 0; // of the bar before
    double m_goodClose = 0; // of the newest that was none
    double m_step = 0; // the least the close has moved by
};

} // namespace tapeline
