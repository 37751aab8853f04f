#pragma once

#include "timeframe.h"
#include "timeranges.h"

#include <QString>

namespace tapeline {

/// Which bars are meant: whose, of what, how wide, and whether splits are worked in.
struct BarSeriesKey
{
    QString origin; ///< who made them: "massive", "yahoo", "simulated-1"
    QString symbol; ///< as the REST interface writes it; case matters
    Timeframe timeframe;
    bool adjusted = true;

    friend bool operator==(const BarSeriesKey &, const BarSeriesKey &) = default;
};

/// Bars of one symbol that start within a range, from whoever is asked.
struct BarQuery
{
    QString symbol;
    Timeframe timeframe;
    bool adjusted = true;
    TimeRange range;

    friend bool operator==(const BarQuery &, const BarQuery &) = default;
};

} // namespace tapeline
