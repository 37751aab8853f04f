#pragma once

#include "timeranges.h"

#include <vector>

namespace tapeline {

/// A stretch of a series that need not be asked for again.
struct KnownRange
{
    TimeRange range;
    Timestamp asOf {}; ///< when the oldest part of it was asked for

    friend bool operator==(const KnownRange &, const KnownRange &) = default;
};

/// Ascending, none empty, none touching another.
using KnownRanges = std::vector<KnownRange>;

/// Nothing of the range is known any more.
void forget(KnownRanges &known, const TimeRange &range);
/// What is known already of the range is known as of then; what touches becomes one, as of the
/// older.
void learn(KnownRanges &known, const KnownRange &added);

} // namespace tapeline
