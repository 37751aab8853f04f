#include "unusualactivity.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

/// Figures that somebody can have traded.
bool isSound(const ContractActivity &activity)
{
    const auto isAmount = [](double value) { return std::isfinite(value) && value >= 0; };
    return isAmount(activity.volume) && isAmount(activity.openInterest)
        && isAmount(activity.premium) && activity.daysToExpiry >= 0;
}

} // namespace

double volumeToOpenInterest(double volume, double openInterest)
{
    return volume / (openInterest == 0 ? 1 : openInterest);
}

std::optional<UnusualActivity> unusualActivity(const ContractActivity &activity,
                                               const UnusualRules &rules)
{
    if (!isSound(activity))
        return std::nullopt;
    const double ratio = volumeToOpenInterest(activity.volume, activity.openInterest);
    const bool holds = activity.volume >= rules.volume && ratio >= rules.ratio
        && activity.premium >= rules.premium && activity.daysToExpiry <= rules.mostDays;
    if (!holds || ratio <= 0 || activity.premium <= 0)
        return std::nullopt;
    constexpr double measure = UnusualRules().premium;
    return UnusualActivity { ratio, std::log(ratio) + std::log(activity.premium / measure) };
}

std::vector<RankedActivity> rankUnusual(std::span<const ContractActivity> contracts,
                                        const UnusualRules &rules, std::size_t most)
{
    std::vector<RankedActivity> ranked;
    for (std::size_t i = 0; i < contracts.size(); ++i)
        if (const auto activity = unusualActivity(contracts[i], rules))
            ranked.push_back({ i, *activity });
    const auto isBefore = [contracts](const RankedActivity &a, const RankedActivity &b) {
        if (a.activity.score != b.activity.score)
            return a.activity.score > b.activity.score;
        const double left = contracts[a.index].premium;
        const double right = contracts[b.index].premium;
        return left != right ? left > right : a.index < b.index;
    };
    const std::size_t kept = std::min(most, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + std::ptrdiff_t(kept), ranked.end(),
                      isBefore);
    ranked.resize(kept);
    return ranked;
}

} // namespace tapeline
