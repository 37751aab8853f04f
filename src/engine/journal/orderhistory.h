#pragma once

#include "journaldatabase.h"
#include "orderevent.h"
#include "traderecord.h"

#include <span>
#include <vector>

namespace tapeline {

/// Everything that happened to the orders behind a trade's executions, and to the exits that came
/// with them (their children), oldest first. Looks around the executions, as far as these orders
/// reach. Errors are the file's.
Result<std::vector<OrderEvent>> readOrderHistory(const JournalDatabase &journal,
                                                 const QString &account,
                                                 std::span<const TradeExecution> executions);

} // namespace tapeline
