#include "commitments.h"

#include "ledgermath.h"

#include <set>

namespace tapeline {

using namespace ledgermath;

namespace {

constexpr Money everything = Money::fromUnits(std::numeric_limits<qint64>::max());

struct Held
{
    Qty qty;
    Money cost;
};

/// What a position holds under a strategy, or at all.
Held heldOf(const Position &position, const QString *strategy)
{
    if (!strategy)
        return { position.qty, position.cost };
    Held held;
    for (const Lot &lot : position.lots) {
        if (lot.strategy != *strategy)
            continue;
        addHeld(held.qty, lot.qty);
        addHeld(held.cost, lot.cost);
    }
    return held;
}

Money notionalOf(const OpenOrder &order, Qty opening)
{
    Money sum;
    for (const OrderPart &part : order.parts) {
        const Qty qty = order.ticket.isPackage() ? order.qtyOf(part) : opening;
        addHeld(sum,
                notional(part.expected, magnitude(qty), part.instrument.multiplier)
                    .value_or(everything));
    }
    return sum;
}

} // namespace

Money Commitments::ofOrder(const OpenOrder &order, Qty opening) const
{
    if (byNotional())
        return notionalOf(order, opening);
    const OrderPart &first = order.parts.front();
    if (!order.isOption()) {
        const Price distance = order.ticket.stopLoss
            ? magnitude(first.expected - *order.ticket.stopLoss)
            : first.expected;
        return notional(distance, magnitude(opening), first.instrument.multiplier)
            .value_or(everything);
    }
    OptionGroup group = groupAtCost(order.underlying(), nullptr);
    const Money before = optionNeed(group).maxLoss;
    Money shares;
    for (const OrderPart &part : order.parts) {
        const Qty qty = order.ticket.isPackage() ? order.qtyOf(part) : opening;
        if (!part.instrument.option) { // like stock without a stop, whatever is written on it
            addHeld(group.shares, qty);
            addHeld(shares,
                    notional(part.expected, openedBy(m_state.held(part.instrument.symbol), qty))
                        .value_or(everything));
            continue;
        }
        group.options.push_back(
            { *part.instrument.option, qty, part.expected, part.instrument.multiplier });
    }
    Money added = optionNeed(group).maxLoss;
    addHeld(added, -before);
    added = std::max(added, Money());
    addHeld(added, shares);
    return added;
}

Money Commitments::onUnderlyingOf(const OpenOrder &order) const
{
    const QString underlying = order.underlying();
    Money sum = ofOptions(underlying, nullptr);
    if (const Position *position = m_state.find(underlying))
        addHeld(sum, ofStock(*position));
    const auto isOnIt = [&](const OpenOrder &other) { return other.underlying() == underlying; };
    addHeld(sum, m_orders.committed(isOnIt, order));
    return sum;
}

Money Commitments::underStrategyOf(const OpenOrder &order) const
{
    const QString strategy = order.ticket.strategy;
    Money sum = m_orders.committed(
        [&](const OpenOrder &other) { return other.ticket.strategy == strategy; }, order);
    std::set<QString> optioned;
    for (const auto &[symbol, position] : m_state.positions) {
        const Instrument &instrument = m_instruments.of(symbol);
        if (instrument.option)
            optioned.insert(instrument.option->underlying);
        else
            addHeld(sum, share(ofStock(position), heldOf(position, &strategy).qty, position.qty));
    }
    for (const QString &underlying : optioned)
        addHeld(sum, ofOptions(underlying, &strategy));
    return sum;
}

Money Commitments::ofStock(const Position &position) const
{
    return byNotional() ? magnitude(position.cost) : m_orders.lossToStops(position);
}

OptionGroup Commitments::groupAtCost(const QString &underlying, const QString *strategy) const
{
    OptionGroup group;
    group.underlying = anyPrice(m_prices.prices(underlying));
    if (const Position *shares = m_state.find(underlying))
        group.shares = heldOf(*shares, strategy).qty;
    for (const auto &[symbol, position] : m_state.positions) {
        const Instrument &instrument = m_instruments.of(symbol);
        if (!instrument.option || instrument.option->underlying != underlying)
            continue;
        const Held held = heldOf(position, strategy);
        group.options.push_back({ *instrument.option, held.qty,
                                  magnitude(unitPrice(held.cost, held.qty, position.multiplier)),
                                  position.multiplier });
    }
    return group;
}

Money Commitments::ofOptions(const QString &underlying, const QString *strategy) const
{
    const OptionGroup group = groupAtCost(underlying, strategy);
    if (!byNotional())
        return optionNeed(group).maxLoss;
    Money sum;
    for (const OptionHolding &option : group.options)
        addHeld(
            sum,
            notional(option.mark, magnitude(option.qty), option.multiplier).value_or(everything));
    return sum;
}

} // namespace tapeline
