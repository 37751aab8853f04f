#include "cacheknown.h"

#include <algorithm>

namespace tapeline {

void forget(KnownRanges &known, const TimeRange &range)
{
    if (range.isEmpty())
        return;
    KnownRanges left;
    for (const KnownRange &own : known) {
        TimeRanges parts(std::span(&own.range, 1));
        parts.remove(range);
        for (const TimeRange &part : parts.ranges())
            left.push_back({ part, own.asOf });
    }
    known = std::move(left);
}

void learn(KnownRanges &known, const KnownRange &added)
{
    if (added.range.isEmpty())
        return;
    forget(known, added.range);
    KnownRange whole = added;
    std::erase_if(known, [&](const KnownRange &own) {
        const bool touches = own.range.to == added.range.from || own.range.from == added.range.to;
        if (touches) {
            whole.range = { std::min(whole.range.from, own.range.from),
                            std::max(whole.range.to, own.range.to) };
            whole.asOf = std::min(whole.asOf, own.asOf);
        }
        return touches;
    });
    known.insert(std::ranges::upper_bound(known, whole.range.from, {},
                                          [](const KnownRange &own) { return own.range.from; }),
                 whole);
}

} // namespace tapeline
