#pragma once

#include "rollingregression.h"

namespace tapeline {

/// The mean of the last n values, weighted 1, 2 ... n; noValue before there are so many. Values
/// that are not there yet at the beginning are passed over.
class WeightedMean
{
public:
    explicit WeightedMean(std::size_t window)
        : m_regression(window)
    {
    }

    double add(double value)
    {
        m_regression.add(value);
        return m_regression.weightedMean();
    }

private:
    RollingRegression m_regression;
};

} // namespace tapeline
