#pragma once

#include "indicatorinfo.h"
#include "result.h"

namespace tapeline {

/// Every indicator there is, by name within its group.
std::span<const IndicatorInfo *const> allIndicators();
/// Null when there is none of that id.
const IndicatorInfo *findIndicator(QStringView id);
/// A value for each parameter: those of the spec, then the initial ones. InvalidArgument where one
/// is out of its limits, or there are too many; NotFound for an unknown indicator.
Result<std::vector<double>> indicatorParameters(const IndicatorSpec &spec);
/// At its beginning. As indicatorParameters().
Result<std::unique_ptr<Indicator>> makeIndicator(const IndicatorSpec &spec);
/// All values over bars in order of time: one column an output. InvalidArgument also where a price
/// is not finite or a volume is negative.
Result<std::vector<std::vector<double>>> runIndicator(const IndicatorSpec &spec,
                                                      std::span<const IndicatorBar> bars);

} // namespace tapeline
