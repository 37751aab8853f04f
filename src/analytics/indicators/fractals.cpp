#include "delayline.h"
#include "indicatorparts.h"
#include "rollingextremes.h"

namespace tapeline {

namespace {

/// Williams' fractals: a high above those of the n bars on either side of it, a low below them. It
/// is known n bars later, has its value there and is drawn n bars back (IndicatorInfo::shift), so
/// it never goes again. No value at all other bars.
class Fractals : public CopiedIndicator<Fractals>
{
public:
    explicit Fractals(std::span<const double> parameters)
        : m_high(std::size_t(parameters[0]))
        , m_low(std::size_t(parameters[0]))
        , m_after(std::size_t(parameters[0]))
        , m_before(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double high = m_high.add(bar.high);
        const double low = m_low.add(bar.low);
        m_after.add(bar);
        values[0] = high > m_after.highest() && high > m_before.highest() ? high : noValue;
        values[1] = low < m_after.lowest() && low < m_before.lowest() ? low : noValue;
        m_before.add(high, low);
    }

private:
    DelayLine m_high;
    DelayLine m_low;
    RollingExtremes m_after;
    RollingExtremes m_before;
};

int shiftOf(std::span<const double> parameters, std::size_t)
{
    return -int(parameters[0]);
}

} // namespace

IndicatorInfo fractalsInfo()
{
    return { .id = "fractals",
             .name = TAPELINE_INDICATOR_TEXT("Williams fractals"),
             .shortName = "Fractals",
             .group = IndicatorGroup::Trend,
             .parameters = { lengthParameter(2) },
             .outputs = { { .id = "high",
                            .name = TAPELINE_INDICATOR_TEXT("Peak"),
                            .look = IndicatorOutput::Look::Dots,
                            .tint = 3 },
                          { .id = "low",
                            .name = TAPELINE_INDICATOR_TEXT("Trough"),
                            .look = IndicatorOutput::Look::Dots,
                            .tint = 4 } },
             .make = makeOf<Fractals>,
             .shift = shiftOf };
}

} // namespace tapeline
