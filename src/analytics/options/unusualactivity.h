#pragma once

#include <optional>
#include <span>
#include <vector>

#include <cstddef>

namespace tapeline {

/// What a contract did today.
struct ContractActivity
{
    double volume = 0; ///< contracts
    double openInterest = 0; ///< contracts, at the end of the day before
    double premium = 0; ///< dollars that changed hands
    int daysToExpiry = 0; ///< calendar days, 0 on the last
};

/// What counts as unusual (execution.md E.5).
struct UnusualRules
{
    double volume = 500;
    double ratio = 3; ///< volume to open interest
    double premium = 25'000; ///< dollars; the score is measured against it
    int mostDays = 90;
};

/// How unusual a contract's day is.
struct UnusualActivity
{
    double ratio = 0; ///< volume to open interest, where none counts as one contract
    double score = 0; ///< ln(ratio) + ln(premium / 25,000)

    friend bool operator==(const UnusualActivity &, const UnusualActivity &) = default;
};

/// Volume to open interest; 0 counts as 1.
double volumeToOpenInterest(double volume, double openInterest);

/// Nothing for a day that is not unusual, for an expired contract, and where a figure is negative
/// or not finite.
std::optional<UnusualActivity> unusualActivity(const ContractActivity &activity,
                                               const UnusualRules &rules = {});

/// One of the contracts that were ranked.
struct RankedActivity
{
    std::size_t index = 0; ///< in what was ranked
    UnusualActivity activity;
};

/// The unusual ones, the highest score first; the same score by larger premium, then in the order
/// given. most: how many at most.
std::vector<RankedActivity> rankUnusual(std::span<const ContractActivity> contracts,
                                        const UnusualRules &rules = {}, std::size_t most = 500);

} // namespace tapeline
