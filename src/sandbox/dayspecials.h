#pragma once

#include "minuteplan.h"
#include "marketevent.h"

#include <vector>

namespace tapeline {

/// The events of a day that do not come from its bars: closing cross, official open and close, late
/// prints, bands and pauses; ascending by time, not numbered yet.
std::vector<MarketEvent> daySpecials(quint64 seed, const InstrumentTraits &traits,
                                     InstrumentId instrument, const MinutePlan &plan);

} // namespace tapeline
