#pragma once

#include "indicatorlist.h"
#include "marketbars.h"

namespace tapeline::test {

/// An indicator with parameters within their limits, windows up to longest; an instant lies among
/// the bars.
inline IndicatorSpec randomSpec(const IndicatorInfo &info, SplitMix64 &random,
                                std::span<const IndicatorBar> bars, int longest = 40)
{
    using Kind = IndicatorParameter::Kind;
    IndicatorSpec spec { QString::fromLatin1(info.id) };
    for (const IndicatorParameter &parameter : info.parameters) {
        const double reach = parameter.most - parameter.least;
        double value = parameter.least;
        if (parameter.kind == Kind::Instant)
            value = std::floor(double(toMs(bars[random.below(bars.size() / 4)].start)) / 1000);
        else if (parameter.kind == Kind::Number)
            value += uniform(random) * std::min(reach, 5.0);
        else
            value += double(random.below(quint64(std::min(reach, double(longest))) + 1));
        spec.parameters.push_back(value);
    }
    return spec;
}

/// "macd(12, 26, 9, 0)": for messages.
inline QString textOf(const IndicatorSpec &spec)
{
    QStringList values;
    for (const double value : spec.parameters)
        values << QString::number(value);
    return spec.id + u'(' + values.join(QStringLiteral(", ")) + u')';
}

} // namespace tapeline::test
