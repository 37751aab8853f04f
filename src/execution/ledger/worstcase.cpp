#include "worstcase.h"

#include "ledgermath.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

namespace {

/// So many packages are tried in every combination; of more, each that makes it worse is taken.
constexpr std::size_t triedInFull = 5;

/// What is left of a trade once it has closed what is held of the contract.
struct Closing
{
    Qty rest;
    Money ended; ///< value of the longs that it closes, at their marks
};

Closing close(OptionGroup &group, const OrderPart &part, Qty qty)
{
    Closing closing { qty, {} };
    if (!part.instrument.option)
        return {}; // the broker takes no such package
    for (OptionHolding &held : group.options) {
        const bool meets = held.terms == *part.instrument.option
            && held.multiplier == part.instrument.multiplier
            && signOf(held.qty.units()) * signOf(closing.rest.units()) < 0;
        if (!meets)
            continue;
        const Qty ending = std::min(magnitude(held.qty), magnitude(closing.rest));
        if (held.qty > Qty())
            addHeld(closing.ended, worth(held.mark, ending, held.multiplier));
        const Qty signedEnding = qty > Qty() ? ending : -ending;
        held.qty += signedEnding;
        closing.rest -= signedEnding;
    }
    return closing;
}

/// What is opened is at the order's own price, whatever is held of it already.
Money trade(OptionGroup &group, const OrderPart &part, Qty qty)
{
    const Closing closing = close(group, part, qty);
    if (!closing.rest.isZero())
        group.options.push_back(
            { *part.instrument.option, closing.rest, part.reference, part.instrument.multiplier });
    return closing.ended;
}

WorstNeed greater(const WorstNeed &a, const WorstNeed &b)
{
    return { std::max(a.requirement, b.requirement), std::max(a.naked, b.naked),
             std::max(a.bound, b.bound) };
}

} // namespace

void WorstCase::add(const OpenOrder &order)
{
    if (!order.isOption())
        addShares(order.qtyOf(order.parts.front()));
    else if (order.ticket.isPackage())
        m_packages.push_back(&order);
    else if (order.ticket.side == Side::Sell)
        (order.ticket.reduceOnly ? m_exits : m_sales).push_back(&order);
}

/// Only what takes shares away counts: bought ones cover nothing yet.
void WorstCase::addShares(Qty qty)
{
    if (signOf(m_cover.units()) * signOf(qty.units()) >= 0)
        return;
    const Qty gone = std::min(magnitude(m_cover), magnitude(qty));
    m_cover += qty > Qty() ? gone : -gone;
}

WorstNeed WorstCase::need() const
{
    Scenario sold { m_held, {}, true };
    sold.group.shares = m_cover;
    for (const OpenOrder *sale : m_sales)
        addHeld(sold.kept,
                trade(sold.group, sale->parts.front(), sale->qtyOf(sale->parts.front())));
    // Gone or still there: both can be the worse beside a package
    const WorstNeed worst = withPackages(sold, 0);
    return m_packages.empty() ? worst : greater(worst, withPackages({ m_held, {}, false }, 0));
}

WorstNeed WorstCase::withPackages(const Scenario &scenario, std::size_t from) const
{
    if (from == m_packages.size())
        return withExits(scenario);
    Scenario filled = scenario;
    for (const OrderPart &part : m_packages[from]->parts)
        trade(filled.group, part, m_packages[from]->qtyOf(part));
    if (from < triedInFull)
        return greater(withPackages(scenario, from + 1), withPackages(filled, from + 1));
    const bool isWorse = withExits(filled).bound >= withExits(scenario).bound;
    return withPackages(isWorse ? filled : scenario, from + 1);
}

WorstNeed WorstCase::withExits(Scenario scenario) const
{
    for (const OpenOrder *exit : m_exits) {
        if (scenario.isSold)
            addHeld(
                scenario.kept,
                close(scenario.group, exit->parts.front(), exit->qtyOf(exit->parts.front())).ended);
    }
    const OptionNeed need = optionNeed(scenario.group);
    Money bound = need.requirement;
    addHeld(bound, need.paid);
    addHeld(bound, scenario.kept);
    return { need.requirement, need.naked, bound };
}

} // namespace tapeline
