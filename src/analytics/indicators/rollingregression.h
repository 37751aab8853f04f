#pragma once

#include "indicator.h"
#include "slidingfold.h"

#include <algorithm>

namespace tapeline {

/// The straight line through the last n values by least squares, the values at 0, 1 ... n - 1. As
/// RollingDeviation its parts are put together, so that a flat series has a slope of exactly 0.
class RollingRegression
{
public:
    explicit RollingRegression(std::size_t window)
        : m_fold(window)
    {
        const double n = double(window);
        m_placeSquares = n * (n * n - 1) / 12;
    }

    /// A value that is not there yet at the beginning is passed over.
    void add(double value)
    {
        if (std::isnan(value) && m_fold.isEmpty())
            return;
        m_fold.add({ 1, value, 0, 0 });
        m_all = m_fold.value();
    }

    bool isFull() const { return m_fold.isFull(); }
    /// All are noValue before there are n values.
    double mean() const { return isFull() ? m_all.mean : noValue; }
    /// A bar; 0 where n is 1.
    double slope() const
    {
        return isFull() ? (m_placeSquares > 0 ? m_all.product / m_placeSquares : 0) : noValue;
    }
    /// The line where the newest value is.
    double end() const { return mean() + slope() * (m_all.count - 1) / 2; }
    /// How much of the values' variance the line explains, 0 to 1; 0 of a flat series.
    double determination() const
    {
        if (!isFull())
            return noValue;
        return m_all.squares > 0 && m_placeSquares > 0
            ? std::min(1.0, m_all.product / m_placeSquares * m_all.product / m_all.squares)
            : 0;
    }
    /// Root of the mean square of what lies beside the line, divided by n.
    double deviation() const
    {
        return isFull() ? std::sqrt(m_all.squares * (1 - determination()) / m_all.count) : noValue;
    }
    /// The values weighted 1, 2 ... n.
    double weightedMean() const
    {
        return isFull() ? m_all.mean + 2 * m_all.product / (m_all.count * (m_all.count + 1))
                        : noValue;
    }

private:
    struct Part
    {
        double count = 0;
        double mean = 0;
        double product = 0; ///< of the distances of place and value from their means, summed
        double squares = 0; ///< of the distances of the values
    };
    struct Merge
    {
        Part operator()(const Part &older, const Part &newer) const
        {
            const double count = older.count + newer.count;
            const double apart = newer.mean - older.mean;
            const double share = newer.count / count;
            const double weight = older.count * share;
            return { count, older.mean + apart * share,
                     older.product + newer.product + apart * weight * count / 2,
                     older.squares + newer.squares + apart * apart * weight };
        }
    };

    SlidingFold<Part, Merge> m_fold;
    Part m_all;
    double m_placeSquares = 0;
};

} // namespace tapeline
