#pragma once

#include "companyfacts.h"

#include <vector>

namespace tapeline {

/// What happened to the company of a chart, where it is marked: at an instant of a bar.
struct ChartEvent
{
    enum class Kind : quint8 { Earnings, Dividend, Split, News };

    Kind kind = Kind::Earnings;
    Timestamp time {};
    QString text; ///< what it was, one line
};

/// Events out of facts, in words, ascending by time.
namespace chartevents {

/// The session that knows a report first: the next one where it came after the close.
std::vector<ChartEvent> of(const std::vector<EarningsReport> &reports);
std::vector<ChartEvent> of(const std::vector<Dividend> &dividends);
std::vector<ChartEvent> of(const std::vector<Split> &splits);
std::vector<ChartEvent> of(const std::vector<NewsItem> &news);

} // namespace chartevents
} // namespace tapeline
