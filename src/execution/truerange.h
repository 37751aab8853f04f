#pragma once

#include "assetclass.h"
#include "candle.h"
#include "instrumentid.h"
#include "timeframe.h"

#include <deque>
#include <vector>

namespace tapeline {

/// Minutes of every instrument from the trades that were seen, for the ATR that stops and sizes go
/// by. Begins anew with each start of the program.
class TrueRange
{
public:
    static constexpr int length = 14;

    /// The average and the finished bars it rests on; it is 0 below `length` bars.
    struct Average
    {
        Price atr {};
        int bars = 0;
    };

    /// A trade that may set high and low.
    void add(InstrumentId instrument, Timestamp time, Price price);
    /// A finished bar of at most a minute.
    void add(InstrumentId instrument, const Candle &bar);
    /// What was seen is of other shares.
    void forget(InstrumentId instrument);

    /// Wilder's average of the bars that are over (execution.md F.1, bar 0 included). Minutes and
    /// hours alone, over the last thousand minutes.
    Average average(InstrumentId instrument, Timeframe timeframe, AssetClass assetClass,
                    Timestamp now) const;

private:
    struct Range
    {
        Timestamp start {};
        Price high;
        Price low;
        Price close;
    };
    struct Minutes
    {
        Timestamp end {}; ///< of the last one
        std::deque<Range> ranges;
    };

    Minutes &at(InstrumentId instrument);
    static Range &minuteOf(Minutes &minutes, Timestamp time, Price price);

    std::vector<Minutes> m_minutes; // by id
};

} // namespace tapeline
