#pragma once

#include "indicator.h"

#include <vector>

namespace tapeline {

/// The mean of the last n values; noValue before there are so many. The sum is taken anew each time
/// the window has gone round, so that rounding never gathers.
class RollingMean
{
public:
    explicit RollingMean(std::size_t window)
        : m_values(window)
    {
    }

    double add(double value)
    {
        m_sum += value - m_values[m_next];
        m_values[m_next] = value;
        if (++m_next == m_values.size()) {
            m_next = 0;
            m_full = true;
            m_sum = 0;
            for (const double each : m_values)
                m_sum += each;
        }
        return m_full ? m_sum / double(m_values.size()) : noValue;
    }

private:
    std::vector<double> m_values;
    std::size_t m_next = 0;
    bool m_full = false;
    double m_sum = 0;
};

} // namespace tapeline
