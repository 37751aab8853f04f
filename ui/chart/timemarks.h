#pragma once

#include "chartseries.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace tapeline {

/// One label of a chart's time axis.
struct TimeMark
{
    ChartSeries::Key key = 0;
    QString text;
    bool newDate
        = false; ///< a day on a chart of minutes, a month or year on one of days: emphasised

    friend bool operator==(const TimeMark &, const TimeMark &) = default;
};

/// Labels for bars [first, last]: bars at which a round step of Eastern time begins, the step as
/// fine as leastBarsBetween allows; a bar that opens a new day, month or year is named by that. The
/// text depends on the bar alone, not on the view, so that labels do not flicker while scrolling.
std::vector<TimeMark> timeMarks(const ChartSeries &series, ChartSeries::Key first,
                                ChartSeries::Key last, double leastBarsBetween,
                                const QLocale &locale);

/// A bar's start in full, for the crosshair: "Wed 12 Aug 2026 09:35".
QString barTimeText(const ChartSeries &series, Timestamp start, const QLocale &locale);

/// The calendar date of a bar: in New York, except that day bars of currencies are UTC.
QDate barDate(const ChartSeries &series, Timestamp start);

} // namespace tapeline
