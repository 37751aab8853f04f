#pragma once

#include "instrument.h"
#include "money.h"
#include "order.h"
#include "timestamp.h"

namespace tapeline {

/// What regulators charge on a fill: SEC section 31 and FINRA's trading activity fee, on sales of
/// stocks and options, by the date of the fill; zero for dates the table does not cover.
Money regulatoryFee(const Instrument &instrument, Side side, Qty qty, Money value, Timestamp at);

} // namespace tapeline
