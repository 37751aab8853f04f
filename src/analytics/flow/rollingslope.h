#pragma once

#include "widesum.h"

#include <vector>

namespace tapeline {

/// Least-squares slope of the last `length` values against 0, 1, 2, ... (execution.md D.2). The
/// sums are exact integers of 128 bits, so a value costs the same at any length and nothing
/// drifts.
class RollingSlope
{
public:
    explicit RollingSlope(quint32 length)
        : m_length(length)
    {
        m_values.reserve(length);
    }

    void push(qint64 value);
    void clear();

    bool isFull() const { return m_values.size() == m_length; }
    /// -1, 0 or 1; 0 before the window is full.
    int sign() const { return isFull() ? numerator().sign() : 0; }
    /// In values of `unitsPerOne` each, per step; 0 before the window is full.
    double slope(double unitsPerOne) const;

private:
    /// The sum of (2i - length + 1) y.
    WideSum numerator() const { return m_moment * 2 - m_sum * (m_length - 1); }

    quint32 m_length;
    std::size_t m_oldest = 0;
    std::vector<qint64> m_values;
    WideSum m_sum; // of y
    WideSum m_moment; // of i y
};

} // namespace tapeline
