#pragma once

#include "indicator.h"

namespace tapeline {

/// An exponential average that begins with the mean of its first n values (execution.md F.1):
/// noValue before. Values that are not there are passed over.
class ExponentialMean
{
public:
    /// The usual one: each value weighs 2 / (n + 1).
    explicit ExponentialMean(std::size_t length = 1)
        : ExponentialMean(length, 2 / (double(length) + 1))
    {
    }
    /// Wilder's: each value weighs 1 / n.
    static ExponentialMean wilder(std::size_t length) { return { length, 1 / double(length) }; }

    double add(double value)
    {
        if (std::isnan(value))
            return noValue;
        if (m_count < m_length) {
            m_value += value;
            if (++m_count < m_length)
                return noValue;
            return m_value /= double(m_length);
        }
        return m_value += m_weight * (value - m_value);
    }

private:
    ExponentialMean(std::size_t length, double weight)
        : m_length(length)
        , m_weight(weight)
    {
    }

    std::size_t m_length;
    std::size_t m_count = 0;
    double m_weight;
    double m_value = 0;
};

} // namespace tapeline
