#pragma once

#include "instrument.h"
#include "timestamp.h"

#include <optional>
#include <vector>

namespace tapeline {

/// One part of a strategy: an option, or its underlying itself. Prices are in one currency per unit
/// of the underlying.
struct StrategyLeg
{
    QString symbol; ///< "O:...", or the underlying's
    std::optional<OptionTerms> option {}; ///< nothing: the underlying itself
    double quantity = 1; ///< contracts, or units of the underlying; negative: sold
    double multiplier = 1; ///< units of the underlying that one of them stands for
    double price = 0; ///< at which it was or would be opened
    Timestamp ends {}; ///< when an option's trading ends
    double volatility = 0; ///< that an option is valued by; a fraction a year
    double rate = 0; ///< a year, continuously compounded
    double yield = 0; ///< of the underlying until the end, the same

    /// Units of the underlying that it stands for, with their sign.
    double units() const { return quantity * multiplier; }
    friend bool operator==(const StrategyLeg &, const StrategyLeg &) = default;
};

/// Options on one underlying, and the underlying itself, held together.
struct Strategy
{
    QString underlying;
    std::vector<StrategyLeg> legs {};

    friend bool operator==(const Strategy &, const Strategy &) = default;
};

namespace strategies {

/// Success, or InvalidArgument: no legs, a number that is not finite, a strike or a multiplier that
/// is not positive, a quantity of 0.
Result<void> check(const Strategy &strategy);
/// What it takes to open it: the net debit in currency; negative: a credit.
double cost(const Strategy &strategy);
/// When the first of its options ends; nothing without options.
std::optional<Timestamp> firstEnd(const Strategy &strategy);
/// Whether all its options end together.
bool hasOneEnd(const Strategy &strategy);
/// The strikes, ascending, each once.
std::vector<double> strikes(const Strategy &strategy);
/// Years (ACT/365) between two moments; 0 where the second is not later.
double yearsBetween(Timestamp from, Timestamp to);

} // namespace strategies
} // namespace tapeline
