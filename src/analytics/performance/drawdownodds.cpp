#include "drawdownodds.h"

#include "splitmix64.h"

#include <algorithm>

namespace tapeline {

namespace {

Money deepestFall(std::span<const Money> results)
{
    Money equity;
    Money peak;
    Money deepest;
    for (const Money result : results) {
        equity += result;
        peak = std::max(peak, equity);
        deepest = std::max(deepest, peak - equity);
    }
    return deepest;
}

void shuffle(std::vector<Money> &results, SplitMix64 &draws)
{
    for (std::size_t left = results.size(); left > 1; --left)
        std::swap(results[left - 1], results[draws.below(left)]);
}

/// Nearest rank.
Money rank(const std::vector<Money> &ascending, double share)
{
    const auto place = std::size_t(share * double(ascending.size()));
    return ascending[std::min(place, ascending.size() - 1)];
}

} // namespace

std::optional<DrawdownOdds> drawdownOdds(std::span<const TradeResult> trades,
                                         const ResamplingSettings &settings)
{
    if (trades.size() < 2)
        return {};
    std::vector<Money> results;
    results.reserve(trades.size());
    for (const TradeResult &trade : trades)
        results.push_back(trade.net());
    DrawdownOdds odds;
    odds.actual = deepestFall(results);
    odds.orders = resampleCount(settings, trades.size());
    SplitMix64 draws(settings.seed);
    std::vector<Money> falls;
    falls.reserve(std::size_t(odds.orders));
    for (int i = 0; i < odds.orders; ++i) {
        shuffle(results, draws);
        falls.push_back(deepestFall(results));
    }
    std::sort(falls.begin(), falls.end());
    odds.usual = rank(falls, 0.5);
    odds.bad = rank(falls, 0.95);
    odds.worst = rank(falls, 0.99);
    const auto asDeep = falls.end() - std::lower_bound(falls.begin(), falls.end(), odds.actual);
    odds.deeper = double(asDeep) / double(falls.size());
    return odds;
}

} // namespace tapeline
