#pragma once

#include "barvalidator.h"

namespace tapeline {

/// How old the newest record is, and how old it may be before that costs points.
struct Freshness
{
    Duration age {};
    Duration limit = 1min; ///< above 0
    bool isFeedDown = false; ///< caps the grade at D
};

/// The grade of execution.md I.3 of what was found. Without anything that is expected,
/// completeness is 100.
DataQuality gradeOf(const SeriesFindings &findings, const Freshness &freshness = {});

/// "A"; "insufficient".
QString gradeText(QualityGrade grade);

} // namespace tapeline
