#pragma once

#include "feednumbers.h"
#include "marketevent.h"

#include <optional>

namespace tapeline {

/// Trades and quotes within REST answers. The service names the same thing differently from
/// endpoint to endpoint (price, p; sip_timestamp, t, timestamp, last_updated); these know all
/// names. The instrument is not set.
namespace tickfields {

/// Nothing without price, size and time.
std::optional<Trade> trade(JsonValue row, FeedNumbers &numbers);

/// Nothing without a price and a time. A side with a price and no size field at all (forex) has
/// size 1.
std::optional<Quote> quote(JsonValue row, FeedNumbers &numbers);

} // namespace tickfields
} // namespace tapeline
