#include "worstcase.h"

#include "ledgermath.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace ledgermath;

namespace {

/// So many orders are tried in every combination; of more it is taken that what binds most is
/// there, and that nothing makes longs cheaper.
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

struct Traded
{
    Qty opened;
    Money ended; ///< value of the longs that are closed, at their marks
};

/// What is opened is at the order's own price, whatever is held of it already.
Traded trade(OptionGroup &group, const OrderPart &part, Qty qty)
{
    const Closing closing = close(group, part, qty);
    if (!closing.rest.isZero())
        group.options.push_back(
            { *part.instrument.option, closing.rest, part.reference, part.instrument.multiplier });
    return { closing.rest, closing.ended };
}

bool isPurchase(const OpenOrder &order)
{
    return !order.ticket.isPackage() && order.ticket.side == Side::Buy;
}

WorstNeed greater(const WorstNeed &a, const WorstNeed &b)
{
    return { std::max(a.requirement, b.requirement), std::max(a.naked, b.naked),
             std::max(a.bound, b.bound) };
}

} // namespace

void WorstCase::add(const OpenOrder &order)
{
    const bool sells = order.ticket.side == Side::Sell;
    if (!order.isOption())
        addShares(order);
    else if (order.ticket.isPackage())
        m_packages.push_back(&order);
    else if (sells && order.ticket.reduceOnly)
        m_exits.push_back(&order);
    else if (sells)
        m_sales.push_back(&order);
    else
        m_purchases.push_back(&order);
}

void WorstCase::addShares(const OpenOrder &order)
{
    const Qty qty = order.qtyOf(order.parts.front());
    if (!order.ticket.reduceOnly)
        addHeld(qty > Qty() ? m_bought : m_sold, qty);
    if (signOf(m_cover.units()) * signOf(qty.units()) >= 0)
        return;
    const Qty gone = std::min(magnitude(m_cover), magnitude(qty));
    m_cover += qty > Qty() ? gone : -gone;
}

/// More shares can bind more than fewer: a short that they cover leaves its long alone.
std::vector<Qty> WorstCase::shareCounts() const
{
    std::vector<Qty> counts { m_held.shares, m_cover, m_bought, m_sold };
    std::ranges::sort(counts);
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    return counts;
}

WorstNeed WorstCase::need() const
{
    std::vector<const OpenOrder *> choices = m_packages;
    choices.insert(choices.end(), m_sales.begin(), m_sales.end());
    choices.insert(choices.end(), m_purchases.begin(), m_purchases.end());
    WorstNeed worst;
    for (const Qty shares : shareCounts()) {
        for (const bool hasExited : { false, true }) {
            if (hasExited && m_exits.empty())
                continue;
            Scenario scenario { m_held };
            scenario.group.shares = shares;
            for (const OpenOrder *exit : hasExited ? m_exits : std::vector<const OpenOrder *>())
                scenario.exits.push_back(exit->qtyOf(exit->parts.front()));
            fillExits(scenario);
            worst = greater(worst, withChoices(scenario, choices, triedInFull));
        }
    }
    return worst;
}

void WorstCase::fill(Scenario &scenario, const OpenOrder &order)
{
    const bool isPackage = order.ticket.isPackage();
    for (const OrderPart &part : order.parts) {
        if (!part.instrument.option) { // the shares of a package come and go with its options
            addHeld(scenario.group.shares, order.qtyOf(part));
            continue;
        }
        const Traded traded = trade(scenario.group, part, order.qtyOf(part));
        if (isPackage)
            continue;
        addHeld(scenario.kept, traded.ended);
        if (traded.opened > Qty()) // paid for with the order
            addHeld(scenario.kept,
                    -worth(part.reference, traded.opened, part.instrument.multiplier));
    }
}

/// Before the others, and what is left of them after: they sell all that they can.
void WorstCase::fillExits(Scenario &scenario) const
{
    for (std::size_t i = 0; i < scenario.exits.size(); ++i) {
        const Closing closing = close(scenario.group, m_exits[i]->parts.front(), scenario.exits[i]);
        scenario.exits[i] = closing.rest;
        addHeld(scenario.kept, closing.ended);
    }
}

WorstNeed WorstCase::withChoices(const Scenario &scenario,
                                 std::span<const OpenOrder *const> choices,
                                 std::size_t inFull) const
{
    if (inFull == 0 || choices.empty())
        return withRest(scenario, choices);
    Scenario filled = scenario;
    fill(filled, *choices.front());
    const std::span<const OpenOrder *const> others = choices.subspan(1);
    return greater(withChoices(scenario, others, inFull - 1),
                   withChoices(filled, others, inFull - 1));
}

WorstNeed WorstCase::withRest(const Scenario &scenario,
                              std::span<const OpenOrder *const> rest) const
{
    Scenario sold = scenario;
    Scenario bought = scenario;
    for (const OpenOrder *order : rest)
        fill(isPurchase(*order) ? bought : sold, *order);
    WorstNeed worst;
    Money paid;
    for (const Scenario *end : std::array<const Scenario *, 3> { &scenario, &sold, &bought }) {
        const Bound bound = boundOf(*end);
        worst.requirement = std::max(worst.requirement, bound.need.requirement);
        worst.naked = std::max(worst.naked, bound.need.naked);
        paid = std::max(paid, bound.paid);
        if (rest.empty())
            break; // they are all the same
    }
    worst.bound = paid;
    addHeld(worst.bound, worst.requirement);
    return worst;
}

WorstCase::Bound WorstCase::boundOf(Scenario scenario) const
{
    fillExits(scenario);
    Bound bound { optionNeed(scenario.group), scenario.kept };
    addHeld(bound.paid, bound.need.paid);
    return bound;
}

} // namespace tapeline
