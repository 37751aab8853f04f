#pragma once

#include "brokerstate.h"

namespace tapeline {

/// All of the account's reasons against an order in one: the first one's code, everyone's numbers.
Reason askAccount(BrokerState &state, const WorkingOrder &order, std::span<const Quote> quotes);

} // namespace tapeline
