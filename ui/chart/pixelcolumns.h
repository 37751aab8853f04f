#pragma once

#include "runpyramid.h"

#include <cmath>

namespace tapeline {

/// Where keys fall on pixel columns: column = floor(offset + perBar * key).
struct KeyScale
{
    double offset = 0;
    double perBar = 1; ///< pixels a bar, > 0

    int columnOf(double key) const
    {
        // A hair of tolerance: panning by whole pixels must not move a bar between columns by
        // rounding
        return static_cast<int>(std::floor(offset + perBar * key + 1e-6));
    }
};

/// Calls visit(column, run) once for every pixel column that bars of [first, end) fall into, left
/// to right. Bars are taken in the pyramid's blocks of at most half a column, each block going to
/// the column of its middle: every bar lies in exactly one column, and a column's edge moves by a
/// quarter pixel at most.
/// @param scale  maps indices of the pyramid; meant for less than two pixels a bar
template<typename Run, typename Visit>
void forEachPixelColumn(const RunPyramid<Run> &bars, qsizetype first, qsizetype end, KeyScale scale,
                        Visit visit)
{
    const int bits = bars.blockBits(0.5 / scale.perBar);
    Run run;
    int column = 0;
    bool started = false;
    bars.forEachBlock(first, end, bits, [&](double middle, const Run &block) {
        const int at = scale.columnOf(middle);
        if (started && at == column) {
            run.extend(block);
            return;
        }
        if (started)
            visit(column, run);
        run = block;
        column = at;
        started = true;
    });
    if (started)
        visit(column, run);
}

} // namespace tapeline
