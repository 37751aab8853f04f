#include "indicatorparts.h"
#include "truerange.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tapeline {

namespace {

/// The share of two sums; noValue before they are full.
class Window
{
public:
    explicit Window(std::size_t length)
        : m_part(length)
        , m_whole(length)
    {
    }

    double add(double part, double whole)
    {
        const double parts = m_part.add(part);
        const double all = m_whole.add(whole);
        return all > 0 ? parts / all : all;
    }

private:
    RollingSum m_part;
    RollingSum m_whole;
};

/// Williams' ultimate oscillator: how much of the true range lay between the true low and the
/// close, over three windows weighted 4, 2 and 1 (TA-Lib ULTOSC). The first bar has none; a window
/// that did not move counts as 0.
class UltimateOscillator : public CopiedIndicator<UltimateOscillator>
{
public:
    explicit UltimateOscillator(std::span<const double> parameters)
        : m_windows { Window(std::size_t(parameters[0])), Window(std::size_t(parameters[1])),
                      Window(std::size_t(parameters[2])) }
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double before = std::exchange(m_before, bar.close);
        const double range = m_range.add(bar);
        values[0] = noValue;
        if (std::isnan(before))
            return;
        const double pressure = bar.close - std::min(bar.low, before);
        double sum = 0;
        double weight = 4;
        for (Window &window : m_windows) {
            sum += weight * window.add(pressure, range);
            weight /= 2;
        }
        values[0] = 100 * sum / 7;
    }

private:
    std::array<Window, 3> m_windows;
    TrueRange m_range;
    double m_before = noValue;
};

} // namespace

IndicatorInfo ultimateOscillatorInfo()
{
    return { .id = "ultimate",
             .name = TAPELINE_INDICATOR_TEXT("Ultimate oscillator"),
             .shortName = "UO",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters
             = { lengthParameter(7, "short", TAPELINE_INDICATOR_TEXT("Short length")),
                 lengthParameter(14, "middle", TAPELINE_INDICATOR_TEXT("Middle length")),
                 lengthParameter(28, "long", TAPELINE_INDICATOR_TEXT("Long length")) },
             .outputs
             = { { .id = "ultimate", .name = TAPELINE_INDICATOR_TEXT("Ultimate"), .tint = 6 } },
             .levels = { 30, 50, 70 },
             .range = { { 0, 100 } },
             .make = makeOf<UltimateOscillator> };
}

} // namespace tapeline
