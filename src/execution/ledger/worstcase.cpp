#include "worstcase.h"

#include "ledgermath.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

namespace {

/// So many packages are tried in every combination; of more, each that makes it worse is taken.
constexpr std::size_t triedInFull = 5;

/// Closes what is held of the contract; returns the rest.
Qty close(OptionGroup &group, const OrderPart &part, Qty qty)
{
    for (OptionHolding &held : group.options) {
        const bool meets = held.terms == *part.instrument.option
            && held.multiplier == part.instrument.multiplier
            && signOf(held.qty.units()) * signOf(qty.units()) < 0;
        if (!meets)
            continue;
        const Qty closing = std::min(magnitude(held.qty), magnitude(qty));
        const Qty signedClosing = qty > Qty() ? closing : -closing;
        held.qty += signedClosing;
        qty -= signedClosing;
    }
    return qty;
}

/// What is opened is at the order's own price, whatever is held of it already.
void trade(OptionGroup &group, const OrderPart &part, Qty qty)
{
    if (!part.instrument.option)
        return; // the broker takes no such package
    const Qty opening = close(group, part, qty);
    if (!opening.isZero())
        group.options.push_back(
            { *part.instrument.option, opening, part.reference, part.instrument.multiplier });
}

void fill(OptionGroup &group, const OpenOrder &order)
{
    for (const OrderPart &part : order.parts)
        trade(group, part, order.qtyOf(part));
}

OptionNeed greater(const OptionNeed &a, const OptionNeed &b)
{
    return { std::max(a.requirement, b.requirement), std::max(a.naked, b.naked),
             std::max(a.maxLoss, b.maxLoss), std::max(a.paid, b.paid) };
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

OptionNeed WorstCase::need() const
{
    OptionGroup group = m_held;
    group.shares = m_cover;
    for (const OpenOrder *sale : m_sales)
        fill(group, *sale);
    return withPackages(group, 0);
}

OptionNeed WorstCase::withPackages(const OptionGroup &group, std::size_t from) const
{
    if (from == m_packages.size())
        return withExits(group);
    OptionGroup filled = group;
    fill(filled, *m_packages[from]);
    if (from < triedInFull)
        return greater(withPackages(group, from + 1), withPackages(filled, from + 1));
    const bool isWorse = withExits(filled).requirement >= withExits(group).requirement;
    return withPackages(isWorse ? filled : group, from + 1);
}

OptionNeed WorstCase::withExits(OptionGroup group) const
{
    for (const OpenOrder *exit : m_exits) {
        if (exit->parts.front().instrument.option)
            close(group, exit->parts.front(), exit->qtyOf(exit->parts.front()));
    }
    return optionNeed(group);
}

} // namespace tapeline
