#include "printpath.h"

#include "keyeddraws.h"
#include "refine.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Evenly spread with some play; at least a millisecond apart while there is room for it.
void setTimes(std::vector<PathPrint> &prints, SplitMix64 &draws)
{
    constexpr double second = 1'000; // milliseconds
    const double room = second / double(prints.size());
    const double play = std::max(0.0, room - 1);
    for (std::size_t i = 0; i < prints.size(); ++i) {
        const double at = double(i) * room + play * draws.uniform();
        prints[i].offset = room >= 1 ? Duration(std::chrono::milliseconds(static_cast<qint64>(at)))
                                     : Duration(static_cast<qint64>(at * 1e6));
    }
}

void setPrices(std::vector<PathPrint> &prints, const PathBar &path, SplitMix64 &draws)
{
    const std::size_t count = prints.size();
    prints.front().price = path.open;
    prints.back().price = path.close;
    if (count < 3)
        return;
    // The extremes stand at two places between the ends; the rest lies on the way, now and then a
    // tick beside it
    std::vector<std::size_t> knots { 0 };
    const bool hasHigh = path.high > std::max(path.open, path.close);
    const bool hasLow = path.low < std::min(path.open, path.close);
    const std::size_t inner = count - 2;
    std::size_t first = 1 + draws.below(inner);
    std::size_t second = 1 + draws.below(inner);
    if (hasHigh && hasLow && first == second)
        second = first % inner + 1;
    if (hasHigh)
        prints[first].price = path.high;
    if (hasLow)
        prints[hasHigh ? second : first].price = path.low;
    if (hasHigh || hasLow)
        knots.push_back(first);
    if (hasHigh && hasLow)
        knots.push_back(second);
    knots.push_back(count - 1);
    std::sort(knots.begin(), knots.end());
    for (std::size_t knot = 0; knot + 1 < knots.size(); ++knot) {
        const std::size_t from = knots[knot];
        const std::size_t to = knots[knot + 1];
        for (std::size_t i = from + 1; i < to; ++i) {
            const double share = double(i - from) / double(to - from);
            const double level
                = prints[from].price + (prints[to].price - prints[from].price) * share;
            const qint32 beside = static_cast<qint32>(draws.below(3)) - 1;
            prints[i].price
                = std::clamp(static_cast<qint32>(level + 0.5) + beside, path.low, path.high);
        }
    }
}

void setVolumes(std::vector<PathPrint> &prints, qint64 volume, SplitMix64 &draws)
{
    std::vector<double> weights(prints.size());
    for (double &weight : weights)
        weight = burst(draws, 0.05);
    std::vector<qint64> parts(prints.size());
    shareOut(volume - static_cast<qint64>(prints.size()), weights, draws.uniform(), parts);
    for (std::size_t i = 0; i < prints.size(); ++i)
        prints[i].volume = 1 + parts[i];
}

} // namespace

std::vector<PathPrint> printPath(const BarPlan &bar, SplitMix64 &draws)
{
    std::vector<PathPrint> prints(static_cast<std::size_t>(bar.activity.prints));
    if (prints.empty())
        return prints;
    setTimes(prints, draws);
    setPrices(prints, bar.path, draws);
    setVolumes(prints, bar.activity.volume, draws);
    bool isBuy = chance(draws, 0.5);
    for (std::size_t i = 0; i < prints.size(); ++i) {
        const qint32 before = i == 0 ? prints[i].price : prints[i - 1].price;
        if (prints[i].price != before)
            isBuy = prints[i].price > before;
        else if (chance(draws, 0.4))
            isBuy = !isBuy;
        prints[i].isBuy = isBuy;
    }
    return prints;
}

} // namespace tapeline
