#pragma once

#include "indicator.h"
#include "slidingfold.h"

#include <cmath>

namespace tapeline {

/// Mean and standard deviation of the last n values, without differences of squares: the moments of
/// parts are put together (Chan, Golub and LeVeque 1979). Exactly 0 where all values are the same.
class RollingDeviation
{
public:
    explicit RollingDeviation(std::size_t window)
        : m_fold(window)
    {
    }

    /// A value that is not there yet at the beginning is passed over.
    void add(double value)
    {
        if (std::isnan(value) && m_fold.isEmpty())
            return;
        m_fold.add({ 1, value, 0 });
        m_all = m_fold.value();
    }

    bool isFull() const { return m_fold.isFull(); }
    /// noValue before there are n values.
    double mean() const { return isFull() ? m_all.mean : noValue; }
    /// Of a population: divided by n.
    double deviation() const { return isFull() ? std::sqrt(m_all.squares / m_all.count) : noValue; }
    /// Of a sample: divided by n - 1; noValue where n is 1.
    double sampleDeviation() const
    {
        return isFull() && m_all.count > 1 ? std::sqrt(m_all.squares / (m_all.count - 1)) : noValue;
    }

private:
    struct Moments
    {
        double count = 0;
        double mean = 0;
        double squares = 0; ///< of the distances from the mean
    };
    struct Merge
    {
        Moments operator()(const Moments &a, const Moments &b) const
        {
            const double count = a.count + b.count;
            const double apart = b.mean - a.mean;
            const double share = b.count / count;
            return { count, a.mean + apart * share,
                     a.squares + b.squares + apart * apart * a.count * share };
        }
    };

    SlidingFold<Moments, Merge> m_fold;
    Moments m_all;
};

} // namespace tapeline
