#include "openorders.h"

#include "ledgermath.h"
#include "openingwalk.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

namespace {

/// Orders that share a quantity commit what the greatest of them does.
struct CommittedSum
{
    void add(const OpenOrder &order)
    {
        const Money committed = share(order.committed, std::min(order.leaves, order.committedQty),
                                      order.committedQty);
        const std::optional<SharedQty> group = sharedQty(order);
        if (!group)
            return addHeld(total, committed);
        Money &greatest = shared[*group];
        addHeld(total, std::max(committed - greatest, Money()));
        greatest = std::max(greatest, committed);
    }

    Money total;
    std::map<SharedQty, Money> shared;
};

} // namespace

void OpenOrders::set(OpenOrder order)
{
    if (order.leaves <= Qty())
        return remove(order.ticket.id);
    if (std::ranges::any_of(order.parts,
                            [](const OrderPart &part) { return part.reference.isZero(); }))
        m_unknown.insert(order.ticket.id);
    m_underlyings[order.ticket.id] = order.underlying();
    Group &group = m_groups[order.underlying()];
    group.need.reset();
    const auto found
        = std::find_if(group.orders.begin(), group.orders.end(),
                       [&](const OpenOrder &open) { return open.ticket.id == order.ticket.id; });
    if (found != group.orders.end() && order.leaves <= found->leaves) {
        *found = std::move(order);
        return;
    }
    if (found != group.orders.end())
        group.orders.erase(found);
    group.orders.push_back(std::move(order));
}

void OpenOrders::remove(const QString &id)
{
    const auto known = m_underlyings.find(id);
    if (known == m_underlyings.end())
        return;
    const auto group = m_groups.find(known->second);
    group->second.need.reset();
    std::erase_if(group->second.orders,
                  [&](const OpenOrder &order) { return order.ticket.id == id; });
    if (group->second.orders.empty())
        m_groups.erase(group);
    m_underlyings.erase(known);
}

void OpenOrders::clear()
{
    m_groups.clear();
    m_underlyings.clear();
    m_unknown.clear();
}

const OpenOrder *OpenOrders::find(const QString &id) const
{
    const auto known = m_underlyings.find(id);
    if (known == m_underlyings.end())
        return nullptr;
    const std::vector<OpenOrder> &group = m_groups.at(known->second).orders;
    return &*std::find_if(group.begin(), group.end(),
                          [&](const OpenOrder &order) { return order.ticket.id == id; });
}

OpenOrder *OpenOrders::findOrder(const QString &id)
{
    return const_cast<OpenOrder *>(find(id));
}

void OpenOrders::touch(const QString &underlying)
{
    if (const auto group = m_groups.find(underlying); group != m_groups.end())
        group->second.need.reset();
}

void OpenOrders::priceUnknown(const PriceSource &prices)
{
    std::erase_if(m_unknown, [&](const QString &id) { return isPriced(id, prices); });
}

bool OpenOrders::isPriced(const QString &id, const PriceSource &prices)
{
    OpenOrder *order = findOrder(id);
    if (!order)
        return true; // gone
    std::vector<Instrument> instruments;
    std::vector<MarketPrices> known;
    for (const OrderPart &part : order->parts) {
        instruments.push_back(part.instrument);
        known.push_back(prices.prices(part.instrument.symbol));
    }
    const OpenOrder now = openOrder(order->ticket, order->leaves, instruments, known);
    bool isComplete = true;
    for (std::size_t i = 0; i < order->parts.size(); ++i) {
        OrderPart &part = order->parts[i];
        if (part.reference.isZero() && !now.parts[i].reference.isZero()) {
            part.reference = now.parts[i].reference;
            part.expected = now.parts[i].expected;
            touch(order->underlying());
        }
        isComplete = isComplete && !part.reference.isZero();
    }
    return isComplete;
}

std::vector<const OpenOrder *> OpenOrders::ordersOn(const QString &underlying) const
{
    std::vector<const OpenOrder *> orders;
    if (const auto group = m_groups.find(underlying); group != m_groups.end()) {
        for (const OpenOrder &order : group->second.orders)
            orders.push_back(&order);
    }
    return orders;
}

const OpenOrder *OpenOrders::firstGrown(const QString &underlying, const LedgerState &state) const
{
    OpeningWalk walk(state);
    for (const OpenOrder *order : ordersOn(underlying)) {
        if (magnitude(walk.next(*order)) > order->judgedOpening)
            return order;
    }
    return nullptr;
}

void OpenOrders::noteJudged(const QString &id, Qty opening)
{
    if (OpenOrder *order = findOrder(id))
        order->judgedOpening = magnitude(opening);
}

void OpenOrders::lowerJudged(const QString &underlying, const LedgerState &state)
{
    const auto group = m_groups.find(underlying);
    if (group == m_groups.end())
        return;
    OpeningWalk walk(state);
    for (OpenOrder &order : group->second.orders)
        order.judgedOpening = std::min(order.judgedOpening, magnitude(walk.next(order)));
}

std::vector<const OpenOrder *> OpenOrders::ordersWith(const OpenOrder &more) const
{
    std::vector<const OpenOrder *> orders = ordersOn(more.underlying());
    const auto known = std::ranges::find_if(
        orders, [&](const OpenOrder *order) { return order->ticket.id == more.ticket.id; });
    if (known != orders.end() && more.leaves <= (*known)->leaves) {
        *known = &more;
        return orders;
    }
    if (known != orders.end())
        orders.erase(known);
    orders.push_back(&more);
    return orders;
}

Qty OpenOrders::openingPart(const OpenOrder &order, const LedgerState &state) const
{
    OpeningWalk walk(state);
    for (const OpenOrder *open : ordersWith(order)) {
        if (open == &order)
            break;
        walk.next(*open);
    }
    return walk.next(order);
}

OrderNeed OpenOrders::needWith(const OpenOrder &more, const LedgerState &state,
                               const OptionGroup &options) const
{
    return needOf(ordersWith(more), state, options);
}

OrderNeed OpenOrders::needBeside(const OpenOrder &order, const LedgerState &state,
                                 const OptionGroup &options) const
{
    std::vector<const OpenOrder *> orders = ordersOn(order.underlying());
    std::erase_if(orders,
                  [&](const OpenOrder *open) { return open->ticket.id == order.ticket.id; });
    return needOf(orders, state, options);
}

OrderNeed OpenOrders::total(const LedgerState &state, const std::map<QString, OptionGroup> &held,
                            const std::function<OptionGroup(const QString &)> &options) const
{
    OrderNeed sum;
    for (const auto &[underlying, group] : m_groups) {
        const bool onStock = !held.contains(underlying)
            && std::none_of(group.orders.begin(), group.orders.end(),
                            [](const OpenOrder &order) { return order.isOption(); });
        if (!group.need || !onStock)
            group.need = needOf(ordersOn(underlying), state,
                                onStock ? OptionGroup() : options(underlying));
        const OrderNeed &part = *group.need;
        addHeld(sum.excess, part.excess);
        addHeld(sum.cash, part.cash);
        addHeld(sum.naked, part.naked);
    }
    return sum;
}

Money OpenOrders::committed(const std::function<bool(const OpenOrder &)> &passes,
                            const OpenOrder &more) const
{
    CommittedSum sum;
    for (const auto &[underlying, group] : m_groups) {
        for (const OpenOrder &order : group.orders) {
            if (order.ticket.id != more.ticket.id && passes(order))
                sum.add(order);
        }
    }
    sum.add(more);
    return sum.total;
}

Money OpenOrders::lossToStops(const Position &position) const
{
    const bool isLong = position.qty > Qty();
    Qty open = magnitude(position.qty);
    Money loss;
    for (const OpenOrder *order : ordersOn(position.symbol)) {
        const bool guards = order->ticket.hasStop() && order->ticket.stop
            && order->ticket.symbol == position.symbol
            && (order->ticket.side == Side::Sell) == isLong;
        const Qty part = guards ? std::min(open, order->leaves) : Qty();
        if (part.isZero())
            continue;
        // Until the stop: cost less what it would bring
        const Qty ended = isLong ? part : -part;
        Money until = share(position.cost, part, position.qty);
        addHeld(until, -worth(*order->ticket.stop, ended, position.multiplier));
        addHeld(loss, std::max(until, Money()));
        open -= part;
    }
    addHeld(loss, magnitude(share(position.cost, open, position.qty)));
    return loss;
}

} // namespace tapeline
