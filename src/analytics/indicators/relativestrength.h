#pragma once

#include "movingaverage.h"

#include <algorithm>

namespace tapeline {

/// The relative strength of a series, 0 to 100: 100 - 100 / (1 + G / L) of the averages of its
/// gains and losses; 100 where there were no losses, also when nothing moved (execution.md F.1).
class RelativeStrength
{
public:
    /// kind: Wilder for Wilder's, Simple for Cutler's.
    RelativeStrength(AverageKind kind, std::size_t length)
        : m_gains(kind, length)
        , m_losses(kind, length)
    {
    }

    /// noValue before the value of place n, and for a value that is not there yet.
    double add(double value)
    {
        const double change = value - m_before;
        m_before = value;
        if (std::isnan(change))
            return noValue;
        const double gain = m_gains.add(std::max(change, 0.0));
        const double loss = m_losses.add(std::max(-change, 0.0));
        if (std::isnan(gain))
            return noValue;
        return loss > 0 ? 100 * gain / (gain + loss) : 100;
    }

private:
    MovingAverage m_gains;
    MovingAverage m_losses;
    double m_before = noValue;
};

} // namespace tapeline
