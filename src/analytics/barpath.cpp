#include "barpath.h"

#include "wideinteger.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

/// What falls to the print at index when a whole is spread over so many.
qint64 share(qint64 whole, int index, int prints)
{
    const auto upTo
        = [whole, prints](int count) { return multiplyDivide(whole, count, prints).value_or(0); };
    return upTo(index + 1) - upTo(index);
}

Price onStep(qint64 units, Price step, const Candle &bar)
{
    const qint64 width = std::max<qint64>(step.units(), 1);
    const Price rounded = Price::fromUnits(divideHalfEven(units, width) * width);
    return std::clamp(rounded, bar.low, bar.high);
}

} // namespace

std::vector<BarPrint> barPath(const Candle &bar, Duration length, Price step)
{
    if (!bar.hasPrices)
        return { { bar.start,
                   {},
                   bar.volume,
                   bar.tradeCount,
                   { .last = false, .highLow = false, .volume = true } } };
    const bool rises = bar.close >= bar.open;
    const std::array<Price, 4> corners { bar.open, rises ? bar.low : bar.high,
                                         rises ? bar.high : bar.low, bar.close };
    const int prints = barPathPrints(length);
    const int stepsPerLeg = (prints - 1) / 3;
    std::vector<BarPrint> path;
    path.reserve(std::size_t(prints));
    for (int i = 0; i < prints; ++i) {
        const int leg = std::min(i / stepsPerLeg, 2);
        const qint64 way = (corners[std::size_t(leg) + 1] - corners[std::size_t(leg)]).units();
        const qint64 gone = way / stepsPerLeg * (i - leg * stepsPerLeg);
        const bool isCorner = i % stepsPerLeg == 0;
        const Price price = isCorner ? corners[std::size_t(i / stepsPerLeg)]
                                     : onStep(corners[std::size_t(leg)].units() + gone, step, bar);
        path.push_back({ bar.start + length * i / prints,
                         price,
                         Qty::fromUnits(share(bar.volume.units(), i, prints)),
                         share(bar.tradeCount, i, prints),
                         {} });
    }
    return path;
}

} // namespace tapeline
