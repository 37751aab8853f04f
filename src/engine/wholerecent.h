#pragma once

#include "instrumentstate.h"

namespace tapeline {

/// What is kept of the tape and nothing is missing in: after the last gap.
inline std::vector<TapePrint> wholeRecent(const InstrumentState &state)
{
    std::vector<TapePrint> prints;
    if (state.gapAhead)
        return prints;
    for (const TapePrint &print : state.recent) {
        if (print.afterGap)
            prints.clear();
        prints.push_back(print);
    }
    return prints;
}

} // namespace tapeline
