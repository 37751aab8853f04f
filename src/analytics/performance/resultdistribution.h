#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace tapeline {

/// How often results of which size came, in bins of one width. Bin i holds what is not below
/// edge(i) and below edge(i + 1).
struct ResultDistribution
{
    double width = 0; ///< > 0 where there are bins
    qint64 firstEdge = 0; ///< in widths: zero is always an edge, so no bin mixes gains and losses
    std::vector<qint64> counts {};
    bool isOpenBelow = false; ///< the first bin holds all that is lower, too
    bool isOpenAbove = false;

    double edge(std::size_t bin) const { return width * double(firstEdge + qint64(bin)); }
    friend bool operator==(const ResultDistribution &, const ResultDistribution &) = default;
};

/// Bins as wide as Freedman and Diaconis (1981) say, 2 IQR / n^(1/3), rounded up to 1, 2, 2.5 or 5
/// times a power of ten. Where that would need more than mostBins, the outermost two in a hundred
/// on either side go into the bins at the ends, which are open then, and the bins widen as far as
/// needed. Values must be finite; without any there are no bins. mostBins >= 4.
ResultDistribution resultDistribution(std::span<const double> values, int mostBins = 40);

} // namespace tapeline
