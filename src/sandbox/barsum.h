#pragma once

#include "barplan.h"
#include "candle.h"
#include "marketevent.h"

#include <optional>

namespace tapeline {

/// A finished bar of the plan. Its vwap is the mean of the four prices: an estimate, since the
/// value traded is known only to the tape.
Candle candleOf(Timestamp start, const BarPlan &bar);

/// Puts a bar together from finished finer bars and from trades, in order of time, by the rules of
/// tradeUpdate(). The closing cross is left to whoever sums a day.
class BarSum
{
public:
    void add(const Candle &finer);
    /// As add(), for bars that count in a day's volume and not in its prices.
    void addVolume(const Candle &finer);
    void add(const Trade &trade, bool regularHours);

    /// Nothing when nothing was traded. Without a trade that may set prices, hasPrices is false.
    std::optional<Candle> candle(Timestamp start) const;

private:
    void include(Price open, Price high, Price low, Price close);

    Candle m_sum;
    bool m_priced = false;
};

} // namespace tapeline
