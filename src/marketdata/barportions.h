#pragma once

#include "barseries.h"

#include <algorithm>
#include <vector>

namespace tapeline {

/// query cut where cutAfter(time) says: the next border after time. Cutting by borders that do not
/// depend on the query makes the portions of different queries coincide.
template<typename CutAfter>
std::vector<BarQuery> portionsOf(const BarQuery &query, CutAfter cutAfter)
{
    std::vector<BarQuery> portions;
    for (Timestamp from = query.range.from; from < query.range.to;) {
        const Timestamp to = std::min(cutAfter(from), query.range.to);
        portions.push_back(query);
        portions.back().range = { from, to };
        from = to;
    }
    return portions;
}

} // namespace tapeline
