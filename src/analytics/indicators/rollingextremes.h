#pragma once

#include "indicator.h"
#include "slidingfold.h"

namespace tapeline {

/// The largest and the smallest of the last n values, and how many values ago each was.
class RollingExtremes
{
public:
    explicit RollingExtremes(std::size_t window)
        : m_fold(window)
    {
    }

    /// Both of one value, or those of a bar's high and low. Values that are not there yet at the
    /// beginning are passed over.
    void add(double high, double low)
    {
        if (std::isnan(high + low) && m_fold.isEmpty())
            return;
        ++m_count;
        m_fold.add({ high, low, m_count, m_count });
        m_found = m_fold.value();
    }
    void add(double value) { add(value, value); }
    void add(const IndicatorBar &bar) { add(bar.high, bar.low); }

    bool isFull() const { return m_fold.isFull(); }
    /// noValue before there are n values.
    double highest() const { return isFull() ? m_found.high : noValue; }
    double lowest() const { return isFull() ? m_found.low : noValue; }
    double middle() const { return (highest() + lowest()) / 2; }
    /// Of the newest one where several are equal.
    qint64 sinceHighest() const { return m_count - m_found.highAt; }
    qint64 sinceLowest() const { return m_count - m_found.lowAt; }
    /// Where a value lies between them, 0 to 1; flat where they are no further apart than least.
    double placeOf(double value, double flat, double least = 0) const
    {
        if (!isFull())
            return noValue;
        const double range = m_found.high - m_found.low;
        return range > least ? (value - m_found.low) / range : flat;
    }

private:
    struct Pair
    {
        double high = 0;
        double low = 0;
        qint64 highAt = 0;
        qint64 lowAt = 0;
    };
    struct Widest
    {
        Pair operator()(const Pair &older, const Pair &newer) const
        {
            const bool higher = newer.high >= older.high;
            const bool lower = newer.low <= older.low;
            return { higher ? newer.high : older.high, lower ? newer.low : older.low,
                     higher ? newer.highAt : older.highAt, lower ? newer.lowAt : older.lowAt };
        }
    };

    SlidingFold<Pair, Widest> m_fold;
    Pair m_found;
    qint64 m_count = 0;
};

} // namespace tapeline
