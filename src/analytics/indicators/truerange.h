#pragma once

#include "indicatorparts.h"
#include "movingaverage.h"

#include <algorithm>
#include <utility>

namespace tapeline {

/// How far the price went in a bar, the way from the close before it included; high less low for
/// the first bar (execution.md F.1).
class TrueRange
{
public:
    double add(const IndicatorBar &bar)
    {
        double range = bar.high - bar.low;
        if (!std::isnan(m_close))
            range = std::max({ range, std::abs(bar.high - m_close), std::abs(bar.low - m_close) });
        m_close = bar.close;
        return range;
    }

private:
    double m_close = noValue; ///< of the bar before
};

/// The average of the true range. First value with the bar n - 1, the first bar's range in its
/// seed, as TradingView; or with bar n and without it, as TA-Lib (execution.md F.1).
class AverageTrueRange
{
public:
    enum class First : quint8 { Included, LeftOut };

    explicit AverageTrueRange(std::size_t length, First first = First::Included,
                              AverageKind kind = AverageKind::Wilder)
        : m_mean(kind, length)
        , m_passOver(first == First::LeftOut)
    {
    }
    /// leftOut: the value of firstRangeParameter().
    static First firstOf(double leftOut) { return leftOut != 0 ? First::LeftOut : First::Included; }

    /// noValue before there are enough bars.
    double add(const IndicatorBar &bar)
    {
        const double range = m_range.add(bar);
        return std::exchange(m_passOver, false) ? noValue : m_mean.add(range);
    }

private:
    TrueRange m_range;
    MovingAverage m_mean;
    bool m_passOver;
};

/// A flag: whether an average true range begins with the second bar.
inline IndicatorParameter firstRangeParameter()
{
    return flagParameter("leave-out-first",
                         TAPELINE_INDICATOR_TEXT("Leave out the first bar's range"));
}

} // namespace tapeline
