#include "optionneed.h"

#include "ledgermath.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

namespace {

Price share(Price price, qint64 percent)
{
    return Price::fromUnits(multiplyDivide(price.units(), percent, 100).value_or(0));
}

Price intrinsic(const OptionTerms &terms, Price underlying)
{
    const Price value
        = terms.right == OptionRight::Call ? underlying - terms.strike : terms.strike - underlying;
    return std::max(value, Price());
}

/// Calls by rising strike, puts by falling: the costliest short and the best cover first.
bool isDeeper(const OptionHolding &a, const OptionHolding &b)
{
    if (a.terms.right != b.terms.right)
        return a.terms.right < b.terms.right;
    if (a.terms.strike != b.terms.strike)
        return (a.terms.strike < b.terms.strike) == (a.terms.right == OptionRight::Call);
    return a.terms.expiry < b.terms.expiry;
}

/// Splits a group into what is covered by shares (gone), pairs, and the rest.
class Pairing
{
public:
    explicit Pairing(const OptionGroup &group)
    {
        for (const OptionHolding &option : group.options)
            (option.qty < Qty() ? shorts : longs).push_back(option);
        std::stable_sort(shorts.begin(), shorts.end(), isDeeper);
        std::stable_sort(longs.begin(), longs.end(), isDeeper);
        coverByShares(OptionRight::Call, group.shares);
        coverByShares(OptionRight::Put, -group.shares);
        for (OptionHolding &option : shorts)
            pair(option);
    }

    std::vector<OptionHolding> shorts;
    std::vector<OptionHolding> longs;
    std::vector<OptionHolding> pairs;

private:
    void coverByShares(OptionRight right, Qty shares)
    {
        for (OptionHolding &option : shorts) {
            if (option.terms.right != right || shares <= Qty())
                continue;
            const Qty contracts = Qty::whole(shares.units() / Qty::unitsPerOne / option.multiplier);
            const Qty covered = std::min(contracts, -option.qty);
            option.qty += covered;
            shares -= Qty::fromUnits(covered.units() * option.multiplier);
        }
    }

    void pair(OptionHolding &option)
    {
        for (OptionHolding &cover : longs) {
            const bool fits = cover.terms.right == option.terms.right
                && cover.terms.expiry >= option.terms.expiry
                && cover.multiplier == option.multiplier;
            const Qty part = fits ? std::min(-option.qty, cover.qty) : Qty();
            if (part <= Qty())
                continue;
            pairs.push_back(option);
            pairs.back().qty = -part;
            pairs.push_back(cover);
            pairs.back().qty = part;
            option.qty += part;
            cover.qty -= part;
        }
    }
};

Money premiumOf(const OptionHolding &option, Qty contracts)
{
    return worth(option.mark, contracts, option.multiplier);
}

Money requirementOf(const OptionHolding &option, Price underlying, Qty contracts)
{
    return worth(nakedUnitRequirement(option.terms, option.mark, underlying), contracts,
                 option.multiplier);
}

/// Short calls against short puts: the greater side and the other's premium.
Money nakedRequirement(std::vector<OptionHolding> shorts, Price underlying)
{
    Money total;
    for (OptionHolding &call : shorts) {
        for (OptionHolding &put : shorts) {
            const bool isStrangle
                = call.terms.right == OptionRight::Call && put.terms.right == OptionRight::Put;
            const Qty part = isStrangle ? std::min(-call.qty, -put.qty) : Qty();
            if (part <= Qty())
                continue;
            const Money callNeed = requirementOf(call, underlying, part);
            const Money putNeed = requirementOf(put, underlying, part);
            addHeld(total, std::max(callNeed, putNeed));
            addHeld(total, premiumOf(callNeed >= putNeed ? put : call, part));
            call.qty += part;
            put.qty += part;
        }
    }
    for (const OptionHolding &option : shorts)
        addHeld(total, requirementOf(option, underlying, -option.qty));
    return total;
}

} // namespace

Price nakedUnitRequirement(const OptionTerms &terms, Price premium, Price underlying)
{
    if (underlying.isZero()) // not known: as near the money, or deep in it, as the premium allows
        underlying = terms.right == OptionRight::Call ? terms.strike + premium : terms.strike;
    const Price outOfTheMoney = std::max(
        terms.right == OptionRight::Call ? terms.strike - underlying : underlying - terms.strike,
        Price());
    const Price usual = share(underlying, terms.cashSettled ? 15 : 20) - outOfTheMoney;
    const Price least = share(terms.right == OptionRight::Call ? underlying : terms.strike, 10);
    return premium + std::max(usual, least);
}

Money worstPayoff(const std::vector<OptionHolding> &legs)
{
    const auto payoffAt = [&](Price underlying) {
        Money payoff;
        for (const OptionHolding &leg : legs)
            addHeld(payoff, worth(intrinsic(leg.terms, underlying), leg.qty, leg.multiplier));
        return payoff;
    };
    Money worst = payoffAt(Price());
    for (const OptionHolding &leg : legs)
        worst = std::min(worst, payoffAt(leg.terms.strike));
    return worst;
}

OptionNeed optionNeed(const OptionGroup &group)
{
    const Pairing pairing(group);
    OptionNeed need;
    need.naked = nakedRequirement(pairing.shorts, group.underlying);
    Money pairValue;
    std::vector<OptionHolding> pairedShorts;
    for (const OptionHolding &leg : pairing.pairs) {
        addHeld(pairValue, premiumOf(leg, leg.qty));
        if (leg.qty < Qty())
            pairedShorts.push_back(leg);
    }
    const Money defined = std::max(-worstPayoff(pairing.pairs), Money());
    need.requirement = std::min(defined, nakedRequirement(pairedShorts, group.underlying));
    addHeld(need.requirement, need.naked);
    Money longValue;
    for (const OptionHolding &option : pairing.longs)
        addHeld(longValue, premiumOf(option, option.qty));
    need.paid = std::max(pairValue, Money());
    addHeld(need.paid, longValue);
    addHeld(pairValue, defined);
    need.maxLoss = std::max(pairValue, Money());
    addHeld(need.maxLoss, longValue);
    addHeld(need.maxLoss, need.naked);
    return need;
}

} // namespace tapeline
