#pragma once

#include "marketcontext.h"

namespace tapeline {

/// The price of an underlying, for those who reckon options of it.
struct UnderlyingSpot
{
    double price = 0; ///< 0: not known
    /// As late as the options are by their plan: only then may they be reckoned with it.
    bool isAsOldAsOptions = false;
};

/// From the underlying's own stream: the middle of a quote that is newer than its last trade and no
/// wider than a hundredth of it, else that trade. snapshotPrice, snapshotTime: what the newest
/// snapshot of its options said of it (0: nothing); it counts where it is newer, or where the
/// underlying's plan is another one than that of options.
UnderlyingSpot underlyingSpot(const MarketContext &context, InstrumentId underlying,
                              Price snapshotPrice = {}, Timestamp snapshotTime = {});

} // namespace tapeline
