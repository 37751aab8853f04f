#include "indicatorparts.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Wilder's parabolic stop and reverse. The first trend is down where the second bar's low fell by
/// more than its high rose, else up; first value at the second bar. A step beyond the largest is
/// the largest (TA-Lib SAR).
class ParabolicStop : public CopiedIndicator<ParabolicStop>
{
public:
    explicit ParabolicStop(std::span<const double> parameters)
        : m_step(std::min(parameters[0], parameters[1]))
        , m_most(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = noValue;
        if (m_bars > 0) {
            if (m_bars == 1)
                begin(bar);
            values[0] = step(bar);
        }
        m_high = bar.high;
        m_low = bar.low;
        m_bars = std::min(m_bars + 1, 2);
    }

private:
    void begin(const IndicatorBar &bar)
    {
        const double fall = m_low - bar.low;
        m_rises = !(fall > 0 && fall > bar.high - m_high);
        m_extreme = m_rises ? bar.high : bar.low;
        m_stop = m_rises ? m_low : m_high;
        m_speed = m_step;
        // As TA-Lib does: the bar before the second is the second itself
        m_high = bar.high;
        m_low = bar.low;
    }
    /// The stop of this bar; prepares that of the next one.
    double step(const IndicatorBar &bar)
    {
        const bool turns = m_rises ? bar.low <= m_stop : bar.high >= m_stop;
        if (turns) {
            m_rises = !m_rises;
            m_stop = beyond(m_extreme, bar);
            m_extreme = m_rises ? bar.high : bar.low;
            m_speed = m_step;
        }
        const double stop = m_stop;
        if (!turns && (m_rises ? bar.high > m_extreme : bar.low < m_extreme)) {
            m_extreme = m_rises ? bar.high : bar.low;
            m_speed = std::min(m_speed + m_step, m_most);
        }
        m_stop = beyond(stop + m_speed * (m_extreme - stop), bar);
        return stop;
    }
    /// Never within this bar or the one before.
    double beyond(double stop, const IndicatorBar &bar) const
    {
        return m_rises ? std::min({ stop, m_low, bar.low }) : std::max({ stop, m_high, bar.high });
    }

    double m_step;
    double m_most;
    int m_bars = 0; ///< counted to two
    bool m_rises = true;
    double m_high = 0; ///< of the bar before
    double m_low = 0;
    double m_extreme = 0;
    double m_stop = 0;
    double m_speed = 0;
};

} // namespace

IndicatorInfo parabolicStopInfo()
{
    using Kind = IndicatorParameter::Kind;
    return { .id = "psar",
             .name = TAPELINE_INDICATOR_TEXT("Parabolic SAR"),
             .shortName = "SAR",
             .group = IndicatorGroup::Trend,
             .parameters = { { .id = "step",
                               .name = TAPELINE_INDICATOR_TEXT("Step"),
                               .kind = Kind::Number,
                               .initial = 0.02,
                               .least = 0.001,
                               .most = 1 },
                             { .id = "most",
                               .name = TAPELINE_INDICATOR_TEXT("Largest step"),
                               .kind = Kind::Number,
                               .initial = 0.2,
                               .least = 0.001,
                               .most = 1 } },
             .outputs = { { .id = "psar",
                            .name = TAPELINE_INDICATOR_TEXT("Stop"),
                            .look = IndicatorOutput::Look::Dots,
                            .tint = 5 } },
             .make = makeOf<ParabolicStop> };
}

} // namespace tapeline
