#pragma once

#include "capabilities.h"

#include <QString>

namespace tapeline {

/// "Stocks", "Forex and crypto": what a product is called to people.
QString productTitle(Product product);
/// "Stocks Developer": a plan as it is sold.
QString planTitle(Product product, Plan plan);
/// "Trades are not in your plan: Stocks Developer has them." Without a plan that has them it says
/// that the service does not give them.
QString planLacksText(Product product, DataKind kind);

} // namespace tapeline
