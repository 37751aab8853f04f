#pragma once

#include "exponentialmean.h"
#include "truerange.h"

namespace tapeline {

/// Wilder's directional movement over n bars: how much of the true range went up and down, in
/// percent, and the average of how one-sided that is. The first bar has none; the sums begin with
/// the bars 1 to n, the average with the first n of theirs (execution.md F.1). Both directions are
/// 0 where nothing moved.
class DirectionalMovement
{
public:
    explicit DirectionalMovement(std::size_t length)
        : m_up(ExponentialMean::wilder(length))
        , m_down(ExponentialMean::wilder(length))
        , m_range(ExponentialMean::wilder(length))
        , m_average(ExponentialMean::wilder(length))
    {
    }

    void add(const IndicatorBar &bar)
    {
        const double range = m_trueRange.add(bar);
        if (m_hasBar) {
            const double up = bar.high - m_high;
            const double down = m_low - bar.low;
            const double wasUp = m_up.add(up > down && up > 0 ? up : 0);
            const double wasDown = m_down.add(down > up && down > 0 ? down : 0);
            const double ranges = m_range.add(range);
            m_plus = ranges > 0 ? 100 * wasUp / ranges : ranges;
            m_minus = ranges > 0 ? 100 * wasDown / ranges : ranges;
            const double both = m_plus + m_minus;
            m_adx = m_average.add(both > 0 ? 100 * std::abs(m_plus - m_minus) / both : both);
        }
        m_hasBar = true;
        m_high = bar.high;
        m_low = bar.low;
    }

    /// +DI and -DI, noValue before bar n.
    double plus() const { return m_plus; }
    double minus() const { return m_minus; }
    /// noValue before bar 2n - 1.
    double average() const { return m_adx; }

private:
    TrueRange m_trueRange;
    ExponentialMean m_up;
    ExponentialMean m_down;
    ExponentialMean m_range;
    ExponentialMean m_average;
    bool m_hasBar = false;
    double m_high = 0;
    double m_low = 0;
    double m_plus = noValue;
    double m_minus = noValue;
    double m_adx = noValue;
};

} // namespace tapeline
