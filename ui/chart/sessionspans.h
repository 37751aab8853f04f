#pragma once

#include "chartseries.h"
#include "marketcalendar.h"

#include <vector>

namespace tapeline {

/// Bars of one stretch of extended hours.
struct SessionSpan
{
    ChartSeries::Key first = 0;
    ChartSeries::Key last = 0;

    friend bool operator==(const SessionSpan &, const SessionSpan &) = default;
};

/// What a chart shows behind its bars about trading days.
struct SessionSpans
{
    std::vector<SessionSpan> extended; ///< pre-market and after hours
    std::vector<ChartSeries::Key> dayStarts; ///< first bars of days
};

/// Sessions among the bars [first, last] of an intraday chart; nothing for longer timeframes and
/// when more than mostDays days are in view (they would be a grey haze).
SessionSpans sessionSpans(const ChartSeries &series, const MarketCalendar &calendar,
                          ChartSeries::Key first, ChartSeries::Key last, int mostDays = 40);

} // namespace tapeline
