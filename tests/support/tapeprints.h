#pragma once

#include "marketsnapshot.h"
#include "splitmix64.h"
#include "tradeconditions.h"

#include <vector>

namespace tapeline::tapeprints {

inline constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

inline Price cents(qint64 value)
{
    return Price::fromUnits(value * (Price::unitsPerOne / 100));
}

/// A print against a quote of 187.29 x 187.31; the sequence number tells prints apart.
inline TapePrint print(quint64 sequence, PrintSide side = PrintSide::AtAsk, qint64 shares = 100)
{
    TapePrint print;
    print.trade.time = origin + qint64(sequence) * 137ms;
    print.trade.sequence = sequence;
    print.trade.exchange = 12;
    print.trade.size = Qty::whole(shares);
    print.bid = cents(18'729);
    print.ask = cents(18'731);
    print.side = side;
    print.trade.price = side == PrintSide::BelowBid ? cents(18'728)
        : side == PrintSide::AtBid                  ? cents(18'729)
        : side == PrintSide::AtAsk                  ? cents(18'731)
        : side == PrintSide::AboveAsk               ? cents(18'732)
                                                    : cents(18'730);
    return print;
}

/// count prints of all sides, numbered from first on.
inline std::vector<TapePrint> prints(quint64 first, std::size_t count, quint64 seed = 1)
{
    SplitMix64 random(seed + first);
    std::vector<TapePrint> result;
    result.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        result.push_back(
            print(first + i, PrintSide(random.below(7)), qint64(1 + random.below(20)) * 100));
    return result;
}

} // namespace tapeline::tapeprints
