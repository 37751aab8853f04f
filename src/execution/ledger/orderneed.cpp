#include "orderneed.h"

#include "ledgermath.h"
#include "marginfigures.h"
#include "openingwalk.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

namespace {

void addHolding(OptionGroup &group, const OrderPart &part, Qty qty)
{
    if (!part.instrument.option)
        return; // the broker takes no such package
    const OptionTerms &terms = *part.instrument.option;
    const auto held = std::find_if(
        group.options.begin(), group.options.end(), [&](const OptionHolding &holding) {
            return holding.terms == terms && holding.multiplier == part.instrument.multiplier;
        });
    if (held == group.options.end())
        group.options.push_back({ terms, qty, part.reference, part.instrument.multiplier });
    else
        addHeld(held->qty, qty);
}

void addStock(OrderNeed &need, const OpenOrder &order, Qty opening)
{
    const OrderPart &part = order.parts.front();
    const Money value = worth(part.reference, magnitude(opening), part.instrument.multiplier);
    addHeld(need.excess, isPaidInFull(part.instrument.assetClass) ? value : halfOf(value));
    if (opening > Qty())
        addHeld(need.cash, value);
}

void addOptions(OrderNeed &need, OptionGroup &group, const OpenOrder &order, Qty opening)
{
    const OrderPart &first = order.parts.front();
    if (!order.ticket.isPackage()) {
        addHolding(group, first, opening);
        if (opening > Qty())
            addHeld(need.cash, worth(first.reference, opening, first.instrument.multiplier));
        return;
    }
    for (const OrderPart &part : order.parts)
        addHolding(group, part, order.qtyOf(part));
    addHeld(need.cash, std::max(order.netDebit(), Money()));
}

/// What a group binds with the orders, beyond what it binds without.
void addOptionNeed(OrderNeed &need, const OptionGroup &without, const OptionGroup &with)
{
    const OptionNeed before = optionNeed(without);
    const OptionNeed after = optionNeed(with);
    Money bound = after.requirement;
    addHeld(bound, after.paid);
    addHeld(bound, -before.requirement);
    addHeld(bound, -before.paid);
    addHeld(need.excess, std::max(bound, Money()));
    Money required = after.requirement;
    addHeld(required, -before.requirement);
    addHeld(need.cash, std::max(required, Money()));
    need.naked = after.naked;
    addHeld(need.naked, -before.naked);
    need.naked = std::max(need.naked, Money());
}

struct Opening
{
    const OpenOrder *order = nullptr;
    Qty qty;
};

/// What every order opens; of those that share a quantity the dearest stands for all.
std::vector<Opening> openingsOf(std::span<const OpenOrder *const> orders, const LedgerState &state)
{
    OpeningWalk walk(state);
    std::vector<Opening> openings;
    std::map<SharedQty, std::size_t> shared;
    for (const OpenOrder *order : orders) {
        const Opening opening { order, walk.next(*order) };
        if (opening.qty.isZero())
            continue;
        const std::optional<SharedQty> group = sharedQty(*order);
        const auto [known, isFirst]
            = group ? shared.try_emplace(*group, openings.size()) : std::pair(shared.end(), true);
        if (isFirst)
            openings.push_back(opening);
        else if (Opening &dearest = openings[known->second];
                 order->parts.front().reference > dearest.order->parts.front().reference)
            dearest = opening;
    }
    return openings;
}

} // namespace

OrderNeed needOf(std::span<const OpenOrder *const> orders, const LedgerState &state,
                 const OptionGroup &options)
{
    OrderNeed need;
    OptionGroup with = options;
    bool hasOptions = false;
    for (const auto &[order, opening] : openingsOf(orders, state)) {
        hasOptions = hasOptions || order->isOption();
        if (order->isOption())
            addOptions(need, with, *order, opening);
        else
            addStock(need, *order, opening);
        addHeld(need.excess, order->fee);
        addHeld(need.cash, order->fee);
    }
    if (hasOptions)
        addOptionNeed(need, options, with);
    return need;
}

} // namespace tapeline
