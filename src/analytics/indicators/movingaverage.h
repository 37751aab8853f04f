#pragma once

#include "exponentialmean.h"
#include "indicatorinfo.h"
#include "rollingmean.h"
#include "weightedmean.h"

#include <variant>

namespace tapeline {

/// How an average of an indicator is made: the choices of a parameter "average".
enum class AverageKind : quint8 { Simple, Exponential, Wilder, Weighted };

/// "Simple" ... "Weighted", in the order of AverageKind.
IndicatorParameter averageKindParameter(AverageKind initial);

/// The average that a person chose; noValue before its n values.
class MovingAverage
{
public:
    MovingAverage(AverageKind kind, std::size_t length)
        : m_mean(make(kind, length))
    {
    }
    /// kind: the value of a parameter "average".
    MovingAverage(double kind, double length)
        : MovingAverage(AverageKind(int(kind)), std::size_t(length))
    {
    }

    double add(double value);

private:
    using Mean = std::variant<RollingMean, ExponentialMean, WeightedMean>;

    static Mean make(AverageKind kind, std::size_t length);

    Mean m_mean;
};

} // namespace tapeline
