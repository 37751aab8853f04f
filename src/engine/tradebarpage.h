#pragma once

#include "tradebarbuilder.h"

#include <vector>

namespace tapeline {

/// Bars of a stretch of the past that lie before others: built so that they join them. Bars of
/// trades and volume are counted back from what follows on the same day, so that none is short but
/// the first of a day or page. The way of the price ends with a page: its last bar may be short.
/// What takes long is done in slices.
class TradeBarPage
{
public:
    /// follows: start of the oldest of those others.
    TradeBarPage(const TradeBarOptions &options, Timestamp follows);

    /// In the order of the tape, all before build().
    void add(const BarPrint &print);
    /// Builds from so many prints, or what there is; true when that was all.
    bool build(int prints);
    /// Ascending by start; all of them once they are built.
    std::vector<Candle> takeBars() { return m_builder.takeEnded(); }

private:
    TradeBarBuilder m_builder;
    const Timestamp m_lastDay; ///< start of the day that goes on in what follows
    std::vector<BarPrint> m_prints;
    qint64 m_size = 0; ///< of that day's, as TradeBarBuilder counts, beyond full bars
    bool m_isLastDay = false;
    std::size_t m_lastDayAt = 0;
    std::size_t m_next = 0;
};

} // namespace tapeline
