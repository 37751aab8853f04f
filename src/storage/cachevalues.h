#pragma once

#include "barseries.h"
#include "cacheperiod.h"
#include "candle.h"

#include <QVariant>

namespace tapeline {

/// What the statements about bars are given.
namespace cachevalues {

inline QVariantList ofSeries(const BarSeriesKey &key)
{
    return { key.origin, key.symbol, key.timeframe.toString(), key.adjusted };
}

inline QVariantList ofRange(qint64 series, const TimeRange &range)
{
    return { series, qint64(toNs(range.from)), qint64(toNs(range.to)) };
}

/// What holds a range that is not empty: the first and the last period.
inline QVariantList ofPeriods(qint64 series, const TimeRange &range, TimeUnit unit)
{
    return { series, cacheperiod::of(range.from, unit),
             cacheperiod::of(range.to - Duration(1), unit) };
}

} // namespace cachevalues

inline bool startsEarlier(const Candle &a, const Candle &b)
{
    return a.start < b.start;
}

} // namespace tapeline
