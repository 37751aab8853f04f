#pragma once

#include "indicatorset.h"

#include <QLocale>

namespace tapeline {

/// A text of an IndicatorInfo (name, parameter, choice, output) in the language of the program.
QString indicatorText(const char *text);
QString indicatorGroupText(IndicatorGroup group);
/// One parameter's value as people read it: "20", "Close"; an instant in Eastern time.
QString indicatorParameterText(const IndicatorParameter &parameter, double value,
                               const QLocale &locale);
/// What a chart calls an indicator: "EMA 20 Close". Flags that are off are not named.
QString indicatorLabel(const IndicatorInfo &info, std::span<const double> parameters,
                       const QLocale &locale);

} // namespace tapeline
