#include "indicatorparts.h"
#include "rollingextremes.h"

namespace tapeline {

namespace {

/// Aroon up less Aroon down, -100 to 100 (TA-Lib AROONOSC).
class AroonOscillator : public CopiedIndicator<AroonOscillator>
{
public:
    explicit AroonOscillator(std::span<const double> parameters)
        : m_length(parameters[0])
        , m_range(std::size_t(parameters[0]) + 1)
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_range.add(bar);
        const double later = double(m_range.sinceLowest() - m_range.sinceHighest());
        values[0] = m_range.isFull() ? 100 * later / m_length : noValue;
    }

private:
    double m_length;
    RollingExtremes m_range;
};

} // namespace

IndicatorInfo aroonOscillatorInfo()
{
    return { .id = "aroonosc",
             .name = TAPELINE_INDICATOR_TEXT("Aroon oscillator"),
             .shortName = "AroonOsc",
             .group = IndicatorGroup::Trend,
             .onPrices = false,
             .parameters = { lengthParameter(25) },
             .outputs = { { .id = "aroonosc", .name = TAPELINE_INDICATOR_TEXT("Oscillator") } },
             .levels = { -50, 0, 50 },
             .range = { { -100, 100 } },
             .make = makeOf<AroonOscillator> };
}

} // namespace tapeline
