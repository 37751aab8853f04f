#include "indicatorparts.h"
#include "rollingregression.h"

namespace tapeline {

namespace {

/// The end of the straight line through the last n prices, and k deviations of the prices from that
/// line above and below: divided by n (a regression channel's width) or by n - 2 (Andersen's
/// standard error bands).
class RegressionBands : public CopiedIndicator<RegressionBands>
{
public:
    explicit RegressionBands(std::span<const double> parameters)
        : m_line(std::size_t(parameters[0]))
        , m_multiplier(parameters[1])
        , m_source(parameters[3])
    {
        const double n = parameters[0];
        if (parameters[2] != 0 && n > 2)
            m_multiplier *= std::sqrt(n / (n - 2));
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_line.add(priceOf(bar, m_source));
        const double reach = m_multiplier * m_line.deviation();
        values[0] = m_line.end();
        values[1] = values[0] + reach;
        values[2] = values[0] - reach;
    }

private:
    RollingRegression m_line;
    double m_multiplier;
    double m_source;
};

} // namespace

IndicatorInfo regressionBandsInfo()
{
    return { .id = "regression",
             .name = TAPELINE_INDICATOR_TEXT("Linear regression bands"),
             .shortName = "LinReg",
             .group = IndicatorGroup::Bands,
             .parameters
             = { lengthParameter(100),
                 multiplierParameter(2, "deviations", TAPELINE_INDICATOR_TEXT("Deviations")),
                 choiceParameter("error", TAPELINE_INDICATOR_TEXT("Width"),
                                 { TAPELINE_INDICATOR_TEXT("Deviation from the line"),
                                   TAPELINE_INDICATOR_TEXT("Standard error") }),
                 priceSourceParameter() },
             .outputs = { { .id = "line", .name = TAPELINE_INDICATOR_TEXT("Line"), .tint = 1 },
                          { .id = "upper", .name = TAPELINE_INDICATOR_TEXT("Upper"), .tint = 5 },
                          { .id = "lower", .name = TAPELINE_INDICATOR_TEXT("Lower"), .tint = 5 } },
             .bands = { { .upper = 1, .lower = 2 } },
             .make = makeOf<RegressionBands> };
}

} // namespace tapeline
