#pragma once

#include "marketsource.h"

namespace tapeline {

/// What snapshots say of one instrument at an instant.
struct InstrumentFacts
{
    const ServedInstrument *instrument = nullptr;
    std::optional<ServedDay> day; ///< of the newest day that began; nothing before its first print
    std::optional<ServedDay> previous; ///< the day before that which has something
    std::optional<Candle> minute; ///< the newest of the day
    std::optional<Trade> trade;
    std::optional<Quote> quote;
    std::optional<IndexValue> value;

    /// The newest price: of a trade, an index value, or a bid where there are only quotes. 0 when
    /// there is none.
    Price price() const;
    /// Of the newest price to the close before, once something was printed today.
    Price change() const;
    double changePercent() const;
    /// When something was printed or quoted last; the epoch when nothing was.
    Timestamp updated() const;
};

InstrumentFacts readFacts(const MarketSource &source, int instrument, Timestamp asOf);

} // namespace tapeline
