#pragma once

#include "indicatorparts.h"
#include "rollingdeviation.h"

namespace tapeline {

/// Bollinger's bands: the mean and k population deviations to either side (execution.md F.1). What
/// the three indicators of them have in common.
class BollingerBands
{
public:
    /// length, multiplier, source: bollingerParameters().
    explicit BollingerBands(std::span<const double> parameters)
        : m_deviation(std::size_t(parameters[0]))
        , m_multiplier(parameters[1])
        , m_source(parameters[2])
    {
    }

    void add(const IndicatorBar &bar)
    {
        m_price = priceOf(bar, m_source);
        m_deviation.add(m_price);
    }

    double price() const { return m_price; }
    /// All are noValue before there are enough bars.
    double middle() const { return m_deviation.mean(); }
    /// From the middle to either band.
    double reach() const { return m_multiplier * m_deviation.deviation(); }

private:
    RollingDeviation m_deviation;
    double m_multiplier;
    double m_source;
    double m_price = noValue;
};

inline std::vector<IndicatorParameter> bollingerParameters()
{
    return { atLeastTwo(lengthParameter(20)),
             multiplierParameter(2, "deviations", TAPELINE_INDICATOR_TEXT("Deviations")),
             priceSourceParameter() };
}

} // namespace tapeline
