#pragma once

#include "flowtape.h"
#include "marketsnapshot.h"

namespace tapeline::test {

/// The trades of a recorded day as the hub hands them on: each with the quote in force before it.
inline std::vector<TapePrint> tapePrints(const FlowTape &tape)
{
    std::vector<TapePrint> prints;
    Quote quote;
    tape.play(
        false, false, [&](const Quote &newest) { quote = newest; },
        [&](const Trade &trade) {
            TapePrint print;
            print.trade = trade;
            print.bid = quote.hasBid() ? quote.bid : Price();
            print.ask = quote.hasAsk() ? quote.ask : Price();
            prints.push_back(print);
        });
    return prints;
}

} // namespace tapeline::test
