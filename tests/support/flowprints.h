#pragma once

#include "flowprint.h"
#include "splitmix64.h"

#include <vector>

namespace tapeline::test {

/// A print of whole shares at a price in cents.
inline FlowPrint flowPrint(FlowSide side, qint64 shares, qint64 cents, Timestamp time = {})
{
    FlowPrint print;
    print.time = time;
    print.price = Price::fromUnits(cents * (Price::unitsPerOne / 100));
    print.size = Qty::whole(shares);
    print.side = side;
    print.delta = deltaOf(side, print.size);
    return print;
}

/// A walk with all sides and sizes, a few seconds apart, some prints late and some far away.
inline std::vector<FlowPrint> randomFlow(quint64 seed, int count, Timestamp start)
{
    SplitMix64 random(seed);
    std::vector<FlowPrint> prints;
    qint64 cents = 10'000;
    for (int i = 0; i < count; ++i) {
        start += std::chrono::milliseconds(random.below(9'000));
        cents += qint64(random.below(5)) - 2;
        const Duration late = random.below(40) == 0 ? Duration(5min) : Duration();
        const qint64 away = random.below(200) == 0 ? qint64(random.below(2'000)) - 1'000 : 0;
        prints.push_back(flowPrint(FlowSide(random.below(5)), qint64(1 + random.below(999)),
                                   cents + away, start - late));
    }
    return prints;
}

} // namespace tapeline::test
