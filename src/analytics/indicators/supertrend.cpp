#include "truerange.h"

namespace tapeline {

namespace {

/// Seban's Supertrend: a stop some average true ranges from the middle of the bar that only follows
/// the trend, until a close beyond it turns the trend. A rising trend's line and a falling one's
/// are outputs of their own: exactly one of them has a value.
class Supertrend : public CopiedIndicator<Supertrend>
{
public:
    explicit Supertrend(std::span<const double> parameters)
        : m_range(std::size_t(parameters[0]), AverageTrueRange::firstOf(parameters[2]))
        , m_multiplier(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double reach = m_multiplier * m_range.add(bar);
        const double middle = (bar.high + bar.low) / 2;
        if (!std::isnan(reach))
            follow(bar, middle, reach);
        m_close = bar.close;
        values[0] = m_rises ? m_lower : noValue;
        values[1] = m_rises ? noValue : m_upper;
    }

private:
    void follow(const IndicatorBar &bar, double middle, double reach)
    {
        const bool isFirst = std::isnan(m_upper);
        if (isFirst || middle + reach < m_upper || m_close > m_upper)
            m_upper = middle + reach;
        if (isFirst || middle - reach > m_lower || m_close < m_lower)
            m_lower = middle - reach;
        if (isFirst)
            m_rises = bar.close >= middle;
        m_rises = m_rises ? bar.close >= m_lower : bar.close > m_upper;
    }

    AverageTrueRange m_range;
    double m_multiplier;
    double m_upper = noValue;
    double m_lower = noValue;
    double m_close = noValue; ///< of the bar before
    bool m_rises = true;
};

} // namespace

IndicatorInfo supertrendInfo()
{
    return { .id = "supertrend",
             .name = TAPELINE_INDICATOR_TEXT("Supertrend"),
             .shortName = "ST",
             .group = IndicatorGroup::Trend,
             .parameters = { lengthParameter(10), multiplierParameter(3), firstRangeParameter() },
             .outputs
             = { { .id = "rising", .name = TAPELINE_INDICATOR_TEXT("Rising trend"), .tint = 3 },
                 { .id = "falling", .name = TAPELINE_INDICATOR_TEXT("Falling trend"), .tint = 4 } },
             .make = makeOf<Supertrend> };
}

} // namespace tapeline
