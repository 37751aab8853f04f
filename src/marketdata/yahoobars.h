#pragma once

#include "barsource.h"

namespace tapeline {

/// Bars of Yahoo Finance's charts: an unofficial second source, which may refuse or change at any
/// time. Adjusted to splits, not to dividends; intraday with pre-market and after-hours.
///
/// Has 1, 2, 5, 15 and 30 minutes, hours, days, weeks and months. Its own hours of stocks and
/// indices begin with the session at 9:30, ours on the hour: those are put together from half
/// hours, and reach back as far as those. Forex days begin at midnight in London, in summer an hour
/// before ours.
class YahooBars : public BarSource
{
public:
    QString id() const override;
    QString name() const override;
    /// A day less than what it gives, since its clock goes on while a request waits: 29 days of
    /// minutes, 59 of wider intraday bars, 729 of pairs' hours, days and longer since 1970. Nothing
    /// unadjusted of stocks, and nothing of symbols it does not have.
    TimeRange coverage(const BarQuery &query, Timestamp now) const override;
    /// Minutes by the week, everything else at once.
    std::vector<BarQuery> portions(const BarQuery &query) const override;
    Question question(const BarQuery &portion) const override;
    /// Bars start where our windows do. What is left of the day under way comes as a row of its
    /// own, with the time of the answer: it becomes part of its window.
    Result<BarsPage> decode(const BarQuery &portion, QByteArrayView body) const override;
    Error failure(int httpStatus, QByteArrayView body) const override;
    Timestamp settledUntil(const BarQuery &query, Timestamp asOf) const override;
};

} // namespace tapeline
