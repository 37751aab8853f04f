#pragma once

#include "jsonfields.h"
#include "order.h"

namespace tapeline {

/// The rules of a ticket as JSON; those it does not have are left out:
///
///   "stop_loss_atr":{"multiple":"2","timeframe":"5m","atr":"1.25"}
///   "size":{"by":"risk|atr|cash|shares","amount":"500","multiple","timeframe","atr"}
///   "time_stop":{"seconds":N} or {"minutes":N} or {"bars":N,"timeframe":"5m"} or {"at":"15:55"}
///               or {"days_to_expiry":N}
///   "iv_stop":{"entry":"0.25","relative":"0.5","points":"0.1"}
void addRules(JsonFields &fields, const OrderTicket &ticket);
/// The inverse. What is not known inside a rule is a mistake.
void readRules(JsonReading &reading, const QJsonObject &object, OrderTicket &ticket);

} // namespace tapeline
