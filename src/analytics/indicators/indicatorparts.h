#pragma once

#include "indicatorinfo.h"

#include <utility>

namespace tapeline {

/// The make of an IndicatorInfo whose class takes the parameters.
template<typename Type> std::unique_ptr<Indicator> makeOf(std::span<const double> parameters)
{
    return std::make_unique<Type>(parameters);
}

/// A window in bars, 1 to 1,000.
inline IndicatorParameter lengthParameter(double initial, const char *id = "length",
                                          const char *name = TAPELINE_INDICATOR_TEXT("Length"))
{
    return { .id = id, .name = name, .initial = initial, .least = 1, .most = 1'000 };
}

/// The same from 2: for what one bar does not have.
inline IndicatorParameter atLeastTwo(IndicatorParameter parameter)
{
    parameter.least = 2;
    return parameter;
}

/// How many deviations or ranges a band lies away, 0 to 100.
inline IndicatorParameter multiplierParameter(double initial, const char *id = "multiplier",
                                              const char *name
                                              = TAPELINE_INDICATOR_TEXT("Multiplier"))
{
    return { .id = id,
             .name = name,
             .kind = IndicatorParameter::Kind::Number,
             .initial = initial,
             .least = 0,
             .most = 100 };
}

inline IndicatorParameter flagParameter(const char *id, const char *name, bool initial = false)
{
    return { .id = id,
             .name = name,
             .kind = IndicatorParameter::Kind::Flag,
             .initial = initial ? 1.0 : 0.0,
             .most = 1 };
}

/// first: what is chosen at first.
inline IndicatorParameter choiceParameter(const char *id, const char *name,
                                          std::vector<const char *> choices, int first = 0)
{
    const double most = double(choices.size()) - 1;
    return { .id = id,
             .name = name,
             .kind = IndicatorParameter::Kind::Choice,
             .initial = double(first),
             .most = most,
             .choices = std::move(choices) };
}

/// part of whole in percent; noValue where the whole is 0.
inline double percentOf(double part, double whole)
{
    return whole != 0 ? 100 * part / whole : noValue;
}

} // namespace tapeline
