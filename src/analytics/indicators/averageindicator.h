#pragma once

#include "indicatorparts.h"

namespace tapeline {

/// The average of one of a bar's prices, drawn over the bars. Mean is made of a length and has
/// add(price), which gives noValue before warm-up.
template<typename Mean> class AverageIndicator : public CopiedIndicator<AverageIndicator<Mean>>
{
public:
    explicit AverageIndicator(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_mean.add(priceOf(bar, m_source));
    }

private:
    Mean m_mean;
    double m_source;
};

/// What such an average is called; length: at first.
struct AverageTexts
{
    const char *id = "";
    const char *name = "";
    const char *shortName = "";
    double length = 20;
    int tint = 0;
};

template<typename Mean> IndicatorInfo averageInfo(const AverageTexts &texts)
{
    return {
        .id = texts.id,
        .name = texts.name,
        .shortName = texts.shortName,
        .group = IndicatorGroup::Averages,
        .parameters = { lengthParameter(texts.length), priceSourceParameter() },
        .outputs
        = { { .id = texts.id, .name = TAPELINE_INDICATOR_TEXT("Average"), .tint = texts.tint } },
        .make = makeOf<AverageIndicator<Mean>>
    };
}

} // namespace tapeline
