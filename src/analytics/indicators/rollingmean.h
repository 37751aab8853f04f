#pragma once

#include "indicator.h"
#include "slidingfold.h"

#include <functional>

namespace tapeline {

/// The sum of the last n values; noValue before there are so many. Values that are not there yet at
/// the beginning (of an average of averages) are passed over.
class RollingSum
{
public:
    explicit RollingSum(std::size_t window)
        : m_fold(window)
    {
    }

    double add(double value)
    {
        if (std::isnan(value) && m_fold.isEmpty())
            return noValue;
        m_fold.add(value);
        return m_fold.isFull() ? m_fold.value() : noValue;
    }

private:
    SlidingFold<double, std::plus<>> m_fold;
};

/// The mean of the last n values; as RollingSum.
class RollingMean
{
public:
    explicit RollingMean(std::size_t window)
        : m_sum(window)
        , m_window(double(window))
    {
    }

    double add(double value) { return m_sum.add(value) / m_window; }

private:
    RollingSum m_sum;
    double m_window;
};

} // namespace tapeline
