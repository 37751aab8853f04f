#pragma once

#include "barvalidator.h"
#include "symbology.h"

#include <span>

namespace tapeline {

/// One contract of an option chain, as a snapshot of the market has it.
struct ChainContract
{
    symbology::OptionContract contract;
    Price bid; ///< 0: none
    Price ask;
    qint64 openInterest = 0;
    Timestamp time {}; ///< of its quote

    bool isTwoSided() const { return bid > Price() && ask >= bid; }
};

/// Under which market a chain is judged.
struct ChainMarket
{
    Price underlying;
    QDate date; ///< the trading day
    double rate = 0; ///< continuously compounded, a year
    double yield = 0;
};

/// V-23 of a whole chain: put-call parity off by more than both spreads and 2 % of the underlying;
/// worth less than exercising by more than its spread; negative open interest; expired. A contract
/// counts once. (American options and dividends bend parity; 2 % leaves them room.)
SeriesFindings validateChain(std::span<const ChainContract> chain, const ChainMarket &market);

} // namespace tapeline
