#pragma once

#include "tradebarbuilder.h"

#include <vector>

namespace tapeline {

/// How many prints a bar of time of this length is taken apart into: its four prices, and of longer
/// ones than a second three more between each two.
constexpr int barPathPrints(Duration length)
{
    return length <= std::chrono::seconds(1) ? 4 : 13;
}

/// What may have been traded in a bar of time of this length, where its trades are not known: an
/// estimate, to build bars that time does not end. The price goes from the open to the low, the
/// high and the close where the bar rises, else from the open to the high, the low and the close,
/// as strategy testers assume it, in even steps rounded to step. Volume and trades are spread over
/// them evenly; their sums are those of the bar. Ascending by time. A bar without prices is one
/// print that sets none.
std::vector<BarPrint> barPath(const Candle &bar, Duration length, Price step);

} // namespace tapeline
