#pragma once

#include "journalfilter.h"
#include "tradebreakdown.h"

#include <optional>

namespace tapeline {

/// The filter that shows only the trades of a group of what it shows now; nothing where a filter
/// cannot ask for them: those without a word, or of which it is not known.
std::optional<JournalFilter> narrowedFilter(const JournalFilter &filter, TradeBreakdown breakdown,
                                            const TradeGroup &group);

} // namespace tapeline
