#include "orderneed.h"

#include "ledgermath.h"
#include "marginfigures.h"
#include "openingwalk.h"
#include "worstcase.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

namespace {

void addStock(OrderNeed &need, const OpenOrder &order, Qty opening)
{
    const OrderPart &part = order.parts.front();
    const Money value = worth(part.reference, magnitude(opening), part.instrument.multiplier);
    addHeld(need.excess, isPaidInFull(part.instrument.assetClass) ? value : halfOf(value));
    if (opening > Qty())
        addHeld(need.cash, value);
}

Money above0(Money amount, Money less)
{
    addHeld(amount, -less);
    return std::max(amount, Money());
}

/// Options are paid in full, at the order's own price. What the legs of a package are worth is in
/// the group's requirement, but for shares beside them.
void addOptions(OrderNeed &need, const OpenOrder &order, Qty opening, const LedgerState &state)
{
    const OrderPart &first = order.parts.front();
    if (order.ticket.isPackage()) {
        addHeld(need.cash, above0(order.netDebit(), {}));
        addHeld(need.excess, above0(order.netDebit(), order.legsWorth()));
        for (const OrderPart &part : order.parts)
            if (!part.instrument.option)
                addHeld(
                    need.excess,
                    halfOf(worth(part.reference,
                                 openedBy(state.held(part.instrument.symbol), order.qtyOf(part)),
                                 part.instrument.multiplier)));
    } else if (opening > Qty()) {
        const Money paid = worth(first.reference, opening, first.instrument.multiplier);
        addHeld(need.cash, paid);
        addHeld(need.excess, paid);
    }
}

/// What the orders can make a group bind beyond what it binds without them.
void addRequirement(OrderNeed &need, const OptionNeed &without, const WorstNeed &worst)
{
    Money bound = without.requirement;
    addHeld(bound, without.paid);
    addHeld(need.excess, above0(worst.bound, bound));
    addHeld(need.cash, above0(worst.requirement, without.requirement));
    need.naked = above0(worst.naked, without.naked);
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
    WorstCase worst(options);
    bool hasOptions = !options.options.empty();
    for (const auto &[order, opening] : openingsOf(orders, state)) {
        hasOptions = hasOptions || order->isOption();
        worst.add(*order);
        if (opening.isZero())
            continue; // exits hold nothing, but what they leave uncovered
        if (order->isOption())
            addOptions(need, *order, opening, state);
        else
            addStock(need, *order, opening);
        addHeld(need.excess, order->fee);
        addHeld(need.cash, order->fee);
    }
    if (hasOptions)
        addRequirement(need, optionNeed(options), worst.need());
    return need;
}

} // namespace tapeline
