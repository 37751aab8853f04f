#pragma once

#include "indicator.h"

#include <utility>
#include <vector>

namespace tapeline {

/// Gives back each value n values later.
class DelayLine
{
public:
    explicit DelayLine(std::size_t bars)
        : m_values(bars, noValue)
    {
    }

    /// The value of n values ago; noValue before there is one. The value itself where n is 0.
    double add(double value)
    {
        if (m_values.empty())
            return value;
        const double before = std::exchange(m_values[m_next], value);
        m_next = m_next + 1 == m_values.size() ? 0 : m_next + 1;
        return before;
    }

private:
    std::vector<double> m_values;
    std::size_t m_next = 0;
};

} // namespace tapeline
