#include "weightedprice.h"

namespace tapeline {

IndicatorParameter weighedPriceParameter()
{
    return choiceParameter(
        "price", TAPELINE_INDICATOR_TEXT("Price"),
        { TAPELINE_INDICATOR_TEXT("As traded"), TAPELINE_INDICATOR_TEXT("(H+L+C)/3"),
          TAPELINE_INDICATOR_TEXT("(O+H+L+C)/4"), TAPELINE_INDICATOR_TEXT("Close") });
}

double weighedPriceOf(const IndicatorBar &bar, WeighedPrice price)
{
    switch (price) {
    case WeighedPrice::Traded:
        return bar.vwap != 0 ? bar.vwap : priceOf(bar, PriceSource::Typical);
    case WeighedPrice::Typical:
        return priceOf(bar, PriceSource::Typical);
    case WeighedPrice::Mean:
        return priceOf(bar, PriceSource::Mean);
    case WeighedPrice::Close:
        return bar.close;
    }
    Q_UNREACHABLE();
}

std::vector<IndicatorOutput> weightedPriceOutputs()
{
    return { { .id = "vwap", .name = TAPELINE_INDICATOR_TEXT("VWAP"), .tint = 2 },
             { .id = "upper", .name = TAPELINE_INDICATOR_TEXT("Inner band, above"), .tint = 7 },
             { .id = "lower", .name = TAPELINE_INDICATOR_TEXT("Inner band, below"), .tint = 7 },
             { .id = "upper2", .name = TAPELINE_INDICATOR_TEXT("Outer band, above"), .tint = 3 },
             { .id = "lower2", .name = TAPELINE_INDICATOR_TEXT("Outer band, below"), .tint = 3 } };
}

std::vector<IndicatorBand> weightedPriceBands()
{
    return { { .upper = 1, .lower = 2 } };
}

std::vector<IndicatorParameter> weightedPriceMultipliers()
{
    return { multiplierParameter(1, "inner", TAPELINE_INDICATOR_TEXT("Inner band, 0: none")),
             multiplierParameter(2, "outer", TAPELINE_INDICATOR_TEXT("Outer band, 0: none")) };
}

void putWeightedPrice(const WeightedPrice &price, double inner, double outer,
                      std::span<double> values)
{
    const double average = price.average();
    const double deviation = price.deviation();
    values[0] = average;
    values[1] = inner > 0 ? average + inner * deviation : noValue;
    values[2] = inner > 0 ? average - inner * deviation : noValue;
    values[3] = outer > 0 ? average + outer * deviation : noValue;
    values[4] = outer > 0 ? average - outer * deviation : noValue;
}

} // namespace tapeline
