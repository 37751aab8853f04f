#pragma once

#include "instrument.h"
#include "order.h"
#include "reason.h"
#include "truerange.h"

#include <functional>

namespace tapeline {

/// What the rules of an order are reckoned with, when it is sent.
struct RuleMarket
{
    Instrument instrument; ///< of a package the first leg's
    Price entry; ///< at which it would be expected to fill; 0: not known
    std::function<TrueRange::Average(Timeframe)> range;
    std::optional<qint64> volatilityPpm {}; ///< newest implied volatility
};

/// Puts numbers in place of the rules that need none later: stop loss, quantity, the entry's
/// volatility. The reason, with its numbers, when one of the rules cannot be kept; the ticket is
/// then as far as it came.
Reason resolveRules(OrderTicket &ticket, const RuleMarket &market);

} // namespace tapeline
