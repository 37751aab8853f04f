#pragma once

#include "listedchain.h"
#include "strategyform.h"

#include <optional>
#include <span>

namespace tapeline {

/// Why a contract was chosen for a template.
enum class PickRule : quint8 {
    Underlying, ///< no contract
    Money, ///< the strike nearest to the forward
    Delta, ///< the delta nearest to the aim, its sign left out
    Away, ///< the first strike at least so many expected moves from another leg's
    Mirror, ///< as far from one leg's strike as another leg's is on the other side
    SameStrike ///< as another leg
};

/// A leg that was chosen from a chain.
struct PickedLeg
{
    const ChainContract *contract = nullptr; ///< null: the underlying
    double quantity = 1; ///< contracts, or units of the underlying; negative: sold
    PickRule rule = PickRule::Underlying;
    double aim = 0; ///< of Delta: 0.3; of Away: expected moves
    double found = 0; ///< of Delta: what it is; of Away: expected moves it came to
};

struct PickedStrategy
{
    StrategyForm form;
    ChainExpiry expiry; ///< of the first options
    std::optional<ChainExpiry> later; ///< of calendars and diagonals
    std::vector<PickedLeg> legs;
    /// Nobody knows this expiration's volatilities: deltas are those of this one.
    std::optional<double> assumedVolatility;
};

/// What a template is filled in with.
struct PickWishes
{
    std::optional<ChainExpiry> expiry; ///< nothing: the one nearest to days from now
    int days = 30;
    int daysBetween = 25; ///< the later expiration is at least so much later
};

/// Templates of strategies, filled in from a chain by rules that can be told.
namespace strategytemplates {

/// All that there are, in the order of menus.
std::span<const StrategyForm> all();
/// The expiration that pick() would take; null without one that has not ended.
const ListedExpiry *nearest(const ListedChain &chain, int days);
/// NotFound when the chain has no strikes that fit; InvalidArgument for a form that is no template.
Result<PickedStrategy> pick(StrategyForm form, const ListedChain &chain,
                            const PickWishes &wishes = {});

} // namespace strategytemplates
} // namespace tapeline
