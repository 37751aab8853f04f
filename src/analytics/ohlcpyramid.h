#pragma once

#include "runpyramid.h"

#include <limits>

namespace tapeline {

/// What one bar, or a run of bars, looks like from afar. A bar without prices has volume only and
/// is empty.
struct OhlcRun
{
    using Item = OhlcRun;

    double open = 0;
    double high = -std::numeric_limits<double>::infinity();
    double low = std::numeric_limits<double>::infinity();
    double close = 0;
    double volume = 0; ///< the largest of a single bar

    static OhlcRun nothing() { return {}; }
    /// No bar with prices is in it.
    bool isEmpty() const { return high < low; }
    /// Adds what lies to the right.
    void extend(const OhlcRun &later)
    {
        volume = later.volume > volume ? later.volume : volume;
        if (later.isEmpty())
            return;
        if (isEmpty())
            open = later.open;
        high = later.high > high ? later.high : high;
        low = later.low < low ? later.low : low;
        close = later.close;
    }

    friend bool operator==(const OhlcRun &, const OhlcRun &) = default;
};

/// The bars of a chart.
using OhlcPyramid = RunPyramid<OhlcRun>;

} // namespace tapeline
