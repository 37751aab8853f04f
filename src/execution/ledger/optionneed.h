#pragma once

#include "instrument.h"
#include "money.h"

#include <vector>

namespace tapeline {

/// Options of one contract in a group; short when qty < 0.
struct OptionHolding
{
    OptionTerms terms;
    Qty qty; ///< contracts
    Price mark; ///< premium a unit
    qint64 multiplier = 100;
};

/// Everything on one underlying.
struct OptionGroup
{
    Price underlying;
    Qty shares; ///< of the underlying, signed
    std::vector<OptionHolding> options {};
};

/// What a group binds (execution.md C.6). Amounts beyond the range are held at its end.
struct OptionNeed
{
    Money requirement; ///< spreads and naked shorts
    Money naked; ///< the part of it for shorts that nothing covers
    Money maxLoss; ///< naked requirement, and what pairs and longs can lose at their marks
    Money paid; ///< long options without loan value; of spreads their net value, when positive
};

/// Shorts are covered by shares, then paired with longs of the same right that expire no earlier;
/// the pairs need the greatest loss at expiry (or what they would need naked, if that is less),
/// the rest the naked requirement: premium + max(20 % U - out of the money, 10 % U or K), 15 % for
/// cash-settled indices; calls against puts the greater side and the other's premium.
OptionNeed optionNeed(const OptionGroup &group);

/// Requirement of one naked short contract's unit, premium included. underlying: 0 while unknown.
Price nakedUnitRequirement(const OptionTerms &terms, Price premium, Price underlying);

/// Least value at expiry of the legs together, over every price of the underlying from 0 to the
/// highest strike. Longs must cover shorts beyond it.
Money worstPayoff(const std::vector<OptionHolding> &legs);

} // namespace tapeline
