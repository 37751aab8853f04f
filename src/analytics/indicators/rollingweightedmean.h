#pragma once

#include "indicator.h"
#include "slidingfold.h"

namespace tapeline {

/// The mean of the last n values, each with the weight of its own; noValue before there are so
/// many.
class RollingWeightedMean
{
public:
    explicit RollingWeightedMean(std::size_t window)
        : m_fold(window)
    {
    }

    /// otherwise: the mean where nothing weighs.
    double add(double value, double weight, double otherwise)
    {
        m_fold.add({ value * weight, weight });
        if (!m_fold.isFull())
            return noValue;
        const Sums sums = m_fold.value();
        return sums.weights > 0 ? sums.products / sums.weights : otherwise;
    }

private:
    struct Sums
    {
        double products = 0;
        double weights = 0;
    };
    struct Add
    {
        Sums operator()(const Sums &a, const Sums &b) const
        {
            return { a.products + b.products, a.weights + b.weights };
        }
    };

    SlidingFold<Sums, Add> m_fold;
};

} // namespace tapeline
