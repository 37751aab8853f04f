#include "indicatorinfo.h"

#include <QCoreApplication>

namespace tapeline {

std::vector<const char *> priceSourceNames()
{
    return { TAPELINE_INDICATOR_TEXT("Close"),      TAPELINE_INDICATOR_TEXT("Open"),
             TAPELINE_INDICATOR_TEXT("High"),       TAPELINE_INDICATOR_TEXT("Low"),
             TAPELINE_INDICATOR_TEXT("(H+L)/2"),    TAPELINE_INDICATOR_TEXT("(H+L+C)/3"),
             TAPELINE_INDICATOR_TEXT("(O+H+L+C)/4") };
}

IndicatorParameter priceSourceParameter()
{
    return { .id = "source",
             .name = TAPELINE_INDICATOR_TEXT("Source"),
             .kind = IndicatorParameter::Kind::Choice,
             .initial = 0,
             .least = 0,
             .most = double(PriceSource::Mean),
             .choices = priceSourceNames() };
}

double priceOf(const IndicatorBar &bar, PriceSource source)
{
    switch (source) {
    case PriceSource::Close:
        return bar.close;
    case PriceSource::Open:
        return bar.open;
    case PriceSource::High:
        return bar.high;
    case PriceSource::Low:
        return bar.low;
    case PriceSource::Median:
        return (bar.high + bar.low) / 2;
    case PriceSource::Typical:
        return (bar.high + bar.low + bar.close) / 3;
    case PriceSource::Mean:
        return (bar.open + bar.high + bar.low + bar.close) / 4;
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
