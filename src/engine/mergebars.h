#pragma once

#include "timestamp.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace tapeline {

/// Both ascending by start; where both have one the newer stays.
/// Quick where the newer bars follow, replace the last one or come before.
template<typename Bar> void mergeBars(std::vector<Bar> &older, std::vector<Bar> &&newer)
{
    auto next = newer.begin();
    if (!older.empty()) {
        // A portion in front of what waits: in one go instead of bar by bar
        next = std::ranges::lower_bound(newer, older.front().start, {}, &Bar::start);
        older.insert(older.begin(), std::make_move_iterator(newer.begin()),
                     std::make_move_iterator(next));
    }
    for (; next != newer.end(); ++next) {
        Bar &bar = *next;
        if (older.empty() || older.back().start < bar.start) {
            older.push_back(std::move(bar));
            continue;
        }
        const auto at
            = std::lower_bound(older.begin(), older.end(), bar.start,
                               [](const Bar &own, Timestamp start) { return own.start < start; });
        if (at != older.end() && at->start == bar.start)
            *at = std::move(bar);
        else
            older.insert(at, std::move(bar));
    }
}

} // namespace tapeline
