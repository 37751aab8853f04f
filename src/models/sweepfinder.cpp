#include "sweepfinder.h"

#include "tapeside.h"

#include <algorithm>

namespace tapeline {

/// A sweep ends 50 ms after it began; prints that are none yet are only kept as long as they can
/// become the beginning of one.
void SweepFinder::Run::leaveBehind(Timestamp time)
{
    if (marks.empty() || time - marks.front().time <= span)
        return;
    const auto kept = isSweep ? marks.end() : std::ranges::find_if(marks, [time](const Mark &mark) {
        return time - mark.time <= span;
    });
    const auto gone = kept - marks.begin();
    marks.erase(marks.begin(), kept);
    serials.erase(serials.begin(), serials.begin() + gone);
    if (!marks.empty())
        marks.front().differs = false;
    differing = static_cast<std::size_t>(std::ranges::count(marks, true, &Mark::differs));
    isSweep = false;
}

void SweepFinder::Run::add(quint64 serial, Mark mark)
{
    mark.differs
        = !marks.empty() && (mark.price != marks.back().price || mark.venue != marks.back().venue);
    differing += mark.differs ? 1 : 0;
    marks.push_back(mark);
    serials.push_back(serial);
    isSweep = serials.size() >= leastPrints && differing > 0;
}

std::span<const quint64> SweepFinder::take(quint64 serial, const TapePrint &print)
{
    const TapeSide side = tapeSide(print);
    if (side == TapeSide::Other)
        return {};
    Run &run = m_runs[side == TapeSide::Buy ? 0 : 1];
    const Trade &trade = print.trade;
    run.leaveBehind(trade.time);
    run.add(serial, { trade.time, trade.price, venueOf(trade) });
    return run.isSweep ? std::span<const quint64>(run.serials) : std::span<const quint64>();
}

void SweepFinder::clear()
{
    m_runs = {};
}

} // namespace tapeline
