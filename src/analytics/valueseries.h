#pragma once

#include "runpyramid.h"

#include <cmath>
#include <limits>

namespace tapeline {

/// What one value, or a run of values, looks like from afar. NaN is a gap: no value there.
struct ValueRun
{
    using Item = double;

    double first = nothing(); ///< at its left end; NaN where a gap is
    double last = nothing(); ///< at its right end; NaN where a gap is
    double high = -std::numeric_limits<double>::infinity();
    double low = std::numeric_limits<double>::infinity();

    ValueRun() = default;
    explicit ValueRun(double value)
        : first(value)
        , last(value)
    {
        if (!std::isnan(value))
            high = low = value;
    }

    static double nothing() { return std::numeric_limits<double>::quiet_NaN(); }
    bool isEmpty() const { return high < low; }
    /// Adds what lies to the right.
    void extend(const ValueRun &later)
    {
        last = later.last;
        high = later.high > high ? later.high : high;
        low = later.low < low ? later.low : low;
    }
};

using ValuePyramid = RunPyramid<ValueRun>;

/// A line of a chart: one value a key, the keys those of the bars it belongs to (an indicator, the
/// cumulative delta). NaN where there is no value, which leaves a gap in the line.
class ValueSeries
{
public:
    using Key = qint64;

    bool isEmpty() const { return m_values.isEmpty(); }
    qsizetype size() const { return m_values.size(); }
    Key firstKey() const { return m_firstKey; }
    Key lastKey() const { return m_firstKey + size() - 1; } ///< firstKey() - 1 when empty
    /// key must lie within.
    double at(Key key) const { return m_values.at(key - m_firstKey); }
    /// All values with keys in [first, last] as one.
    ValueRun over(Key first, Key last) const
    {
        return m_values.over(first - m_firstKey, last + 1 - m_firstKey);
    }
    /// Index 0 is firstKey().
    const ValuePyramid &pyramid() const { return m_values; }

    /// Forgets all values; the next one has this key.
    void clear(Key firstKey = 0)
    {
        m_values.clear();
        m_firstKey = firstKey;
    }
    void append(std::span<const double> values) { m_values.append(values); }
    /// Takes keys downwards; the others stay.
    void prepend(std::span<const double> values)
    {
        m_values.prepend(values);
        m_firstKey -= qsizetype(values.size());
    }
    /// key must lie within.
    void replace(Key key, double value) { m_values.replace(key - m_firstKey, value); }

private:
    ValuePyramid m_values;
    Key m_firstKey = 0;
};

} // namespace tapeline
