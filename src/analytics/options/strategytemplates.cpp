#include "strategytemplates.h"

#include "strategyrecipes.h"

#include <algorithm>
#include <cmath>

namespace tapeline::strategytemplates {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double assumed = 0.3; ///< a year, where no volatility is known
constexpr double lotOfUnderlying = 100;

/// Fills in a recipe from a chain, leg by leg.
class Picker
{
public:
    Picker(const ListedChain &chain, const ListedExpiry &near, const ListedExpiry *later)
        : m_chain(chain)
        , m_near(near)
        , m_later(later)
    {
    }

    std::optional<PickedLeg> pick(const LegRecipe &recipe, const std::vector<PickedLeg> &before)
    {
        if (!recipe.right)
            return PickedLeg { nullptr, recipe.count * lotOfUnderlying };
        const ListedExpiry &expiry = recipe.isLater ? *m_later : m_near;
        const auto strikeOf = [&](int leg) {
            return leg < 0 ? 0 : before[std::size_t(leg)].contract->terms.strike.toDouble();
        };
        const double anchor = strikeOf(recipe.anchor);
        PickedLeg picked { nullptr, double(recipe.count), recipe.rule, recipe.aim };
        switch (recipe.rule) {
        case PickRule::Money:
            picked.contract
                = nearestStrike(expiry, *recipe.right, listedchains::forward(m_chain, expiry));
            break;
        case PickRule::SameStrike:
            picked.contract = nearestStrike(expiry, *recipe.right, anchor);
            break;
        case PickRule::Mirror:
            picked.contract
                = nearestStrike(expiry, *recipe.right, 2 * anchor - strikeOf(recipe.other));
            break;
        case PickRule::Away:
            picked.contract = awayFrom(expiry, recipe, anchor, picked.found);
            break;
        case PickRule::Delta:
            picked.contract = byDelta(expiry, recipe, anchor, picked.found);
            break;
        case PickRule::Underlying:
            break;
        }
        return picked.contract ? std::optional(picked) : std::nullopt;
    }

    /// The volatility that stands in where none is known; nothing if it was not needed.
    std::optional<double> assumedVolatility() const { return m_assumed; }

private:
    static const ChainContract *nearestStrike(const ListedExpiry &expiry, OptionRight right,
                                              double aim)
    {
        const ChainContract *best = nullptr;
        double least = 0;
        for (const ChainStrike &strike : expiry.strikes) {
            const ChainContract *contract = listedchains::contract(strike, right);
            const double distance = std::abs(strike.strike.toDouble() - aim);
            if (contract && (!best || distance < least)) {
                best = contract;
                least = distance;
            }
        }
        return best;
    }

    double volatilityOf(const ListedExpiry &expiry)
    {
        const double known = listedchains::atTheMoneyVolatility(m_chain, expiry);
        if (known > 0)
            return known;
        m_assumed = assumed;
        return assumed;
    }

    const ChainContract *awayFrom(const ListedExpiry &expiry, const LegRecipe &recipe,
                                  double anchor, double &found)
    {
        const double move = m_chain.spot * volatilityOf(expiry)
            * std::sqrt(listedchains::yearsTo(m_chain, expiry));
        const double aim = anchor + recipe.aim * move;
        const ChainContract *best = nullptr;
        for (const ChainStrike &strike : expiry.strikes) {
            const ChainContract *contract = listedchains::contract(strike, *recipe.right);
            if (!contract)
                continue;
            if (recipe.aim < 0 && strike.strike.toDouble() < anchor
                && (strike.strike.toDouble() <= aim || !best))
                best = contract; // the highest that is low enough, else the lowest
            if (recipe.aim > 0 && strike.strike.toDouble() > anchor) {
                best = contract; // the lowest that is high enough, else the highest
                if (strike.strike.toDouble() >= aim)
                    break;
            }
        }
        if (best && move > 0)
            found = (best->terms.strike.toDouble() - anchor) / move;
        return best;
    }

    const ChainContract *byDelta(const ListedExpiry &expiry, const LegRecipe &recipe, double anchor,
                                 double &found)
    {
        const double volatility = volatilityOf(expiry);
        const double outwards = optionmodel::sign(*recipe.right);
        const ChainContract *best = nullptr;
        for (const ChainStrike &strike : expiry.strikes) {
            const ChainContract *contract = listedchains::contract(strike, *recipe.right);
            if (!contract
                || (recipe.anchor >= 0 && outwards * (strike.strike.toDouble() - anchor) <= 0))
                continue;
            const double delta
                = std::abs(listedchains::deltaOr(m_chain, expiry, *contract, volatility));
            if (!best || std::abs(delta - recipe.aim) < std::abs(found - recipe.aim)) {
                best = contract;
                found = delta;
            }
        }
        return best;
    }

    const ListedChain &m_chain;
    const ListedExpiry &m_near;
    const ListedExpiry *m_later;
    std::optional<double> m_assumed;
};

const ListedExpiry *find(const ListedChain &chain, const ChainExpiry &expiry)
{
    const auto found = std::ranges::find(chain.expiries, expiry, &ListedExpiry::expiry);
    return found == chain.expiries.end() ? nullptr : &*found;
}

/// The first that is so much later, of the same root where there is one; else the last one later.
const ListedExpiry *laterThan(const ListedChain &chain, const ListedExpiry &near, int days)
{
    const ListedExpiry *best = nullptr;
    for (const ListedExpiry &expiry : chain.expiries) {
        if (expiry.expiry.day <= near.expiry.day || expiry.expiry.root != near.expiry.root)
            continue;
        best = &expiry;
        if (near.expiry.day.daysTo(expiry.expiry.day) >= days)
            break;
    }
    return best;
}

Error notFound(const QString &what)
{
    return { Error::Code::NotFound, what };
}

} // namespace

std::span<const StrategyForm> all()
{
    static const std::vector<StrategyForm> forms = [] {
        std::vector<StrategyForm> all;
        for (const Recipe &recipe : recipes())
            all.push_back(recipe.form);
        return all;
    }();
    return forms;
}

const ListedExpiry *nearest(const ListedChain &chain, int days)
{
    const Timestamp aim = chain.now + 24h * days;
    const ListedExpiry *best = nullptr;
    const auto distance = [aim](const ListedExpiry &expiry) {
        return std::abs((expiry.assumptions.ends - aim).count());
    };
    for (const ListedExpiry &expiry : chain.expiries)
        if (expiry.assumptions.ends > chain.now && !expiry.strikes.empty()
            && (!best || distance(expiry) < distance(*best)))
            best = &expiry;
    return best;
}

Result<PickedStrategy> pick(StrategyForm form, const ListedChain &chain, const PickWishes &wishes)
{
    const auto recipe = std::ranges::find(recipes(), form, &Recipe::form);
    if (recipe == recipes().end())
        return Error { Error::Code::InvalidArgument, u"no template"_s };
    if (!(chain.spot > 0))
        return notFound(u"the price of the underlying"_s);
    const ListedExpiry *near
        = wishes.expiry ? find(chain, *wishes.expiry) : nearest(chain, wishes.days);
    if (!near)
        return notFound(u"an expiration"_s);
    const bool needsLater = std::ranges::any_of(recipe->legs, &LegRecipe::isLater);
    const ListedExpiry *later = needsLater ? laterThan(chain, *near, wishes.daysBetween) : nullptr;
    if (needsLater && !later)
        return notFound(u"a later expiration"_s);

    PickedStrategy picked { form, near->expiry, {}, {}, {} };
    if (later)
        picked.later = later->expiry;
    Picker picker(chain, *near, later);
    for (const LegRecipe &leg : recipe->legs) {
        const std::optional<PickedLeg> found = picker.pick(leg, picked.legs);
        if (!found)
            return notFound(u"a strike for leg %1"_s.arg(picked.legs.size() + 1));
        const bool again = std::ranges::any_of(
            picked.legs, [&](const PickedLeg &own) { return own.contract == found->contract; });
        if (again)
            return notFound(u"another strike for leg %1"_s.arg(picked.legs.size() + 1));
        picked.legs.push_back(*found);
    }
    picked.assumedVolatility = picker.assumedVolatility();
    return picked;
}

} // namespace tapeline::strategytemplates
