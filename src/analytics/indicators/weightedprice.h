#pragma once

#include "indicatorparts.h"

#include <algorithm>

namespace tapeline {

/// Which price of a bar volume weighs: the choices of weighedPriceParameter(). Traded is the bar's
/// own volume-weighted price where it is known, else (H+L+C)/3 (execution.md F.1).
enum class WeighedPrice : quint8 { Traded, Typical, Mean, Close };

IndicatorParameter weighedPriceParameter();
double weighedPriceOf(const IndicatorBar &bar, WeighedPrice price);

/// The volume-weighted average price of bars and its deviation, kept as a running mean (West 1979),
/// so that neither loses digits on long runs.
class WeightedPrice
{
public:
    void add(double price, double volume)
    {
        m_last = price;
        if (!(volume > 0))
            return;
        m_volume += volume;
        const double apart = price - m_mean;
        m_mean += apart * (volume / m_volume);
        m_squares += volume * apart * (price - m_mean);
    }

    /// The last price where there was no volume; noValue without a bar.
    double average() const { return m_volume > 0 ? m_mean : m_last; }
    double deviation() const
    {
        return m_volume > 0 ? std::sqrt(std::max(0.0, m_squares / m_volume)) : 0;
    }

private:
    double m_volume = 0;
    double m_mean = 0;
    double m_squares = 0;
    double m_last = noValue;
};

/// The outputs of a volume-weighted price with two bands, and their values.
std::vector<IndicatorOutput> weightedPriceOutputs();
std::vector<IndicatorBand> weightedPriceBands();
/// The multipliers of the bands; 0 is no band.
std::vector<IndicatorParameter> weightedPriceMultipliers();
/// inner, outer: those multipliers.
void putWeightedPrice(const WeightedPrice &price, double inner, double outer,
                      std::span<double> values);

} // namespace tapeline
