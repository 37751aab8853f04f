#include "openorders.h"

#include "ledgermath.h"

#include <algorithm>
#include <set>

namespace tapeline {

using namespace ledgermath;

namespace {

Price scaled(Price price, qint64 ppm)
{
    return Price::fromUnits(multiplyDivide(price.units(), ppm, ppmOne).value_or(price.units()));
}

Price withCollar(Price price)
{
    return scaled(price, price >= Price::whole(50) ? 1'025'000 : 1'040'000);
}

/// The limit, of types that have one and know it already.
Price limitOf(const OrderTicket &ticket)
{
    return ticket.limit.value_or(Price());
}

Price buyReference(const OrderTicket &ticket, const MarketPrices &prices)
{
    if (ticket.limit)
        return *ticket.limit;
    const Price ask = prices.quote.hasAsk() ? prices.quote.ask : anyPrice(prices);
    return withCollar(std::max(ask, ticket.stop.value_or(Price())));
}

Price sellReference(const OrderTicket &ticket, const Instrument &instrument,
                    const MarketPrices &prices)
{
    if (instrument.option) {
        const Price bid = prices.quote.hasBid() ? prices.quote.bid : anyPrice(prices);
        return ticket.limit.value_or(bid);
    }
    const Price ask = prices.quote.hasAsk() ? prices.quote.ask : anyPrice(prices);
    return std::max(limitOf(ticket), scaled(ask, 1'030'000));
}

Qty times(Qty qty, qint64 factor)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    return Qty::fromUnits(
        multiplyDivide(qty.units(), factor, 1).value_or(factor < 0 ? -most : most));
}

Money worth(Price price, Qty qty, qint64 multiplier)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    return notional(price, qty, multiplier)
        .value_or(Money::fromUnits((price < Price()) != (qty < Qty()) ? -most : most));
}

/// Runs through orders in accept order and tells how much of each opens.
class OpeningWalk
{
public:
    explicit OpeningWalk(const LedgerState &state)
        : m_state(state)
    {
    }

    /// Signed, of a plain order.
    Qty next(const OpenOrder &order)
    {
        const OrderTicket &ticket = order.ticket;
        const bool sharesQty = !ticket.oco.isEmpty() && !m_shared.insert(ticket.oco).second;
        if (ticket.reduceOnly || sharesQty)
            return {};
        const Qty qty = order.qtyOf(order.parts.front());
        Qty &left = leftOf(order.parts.front().instrument.symbol);
        const bool against = signOf(left.units()) * signOf(qty.units()) < 0;
        if (!against)
            return qty;
        const Qty closing = std::min(magnitude(left), magnitude(qty));
        const Qty signedClosing = qty > Qty() ? closing : -closing;
        left += signedClosing;
        return qty - signedClosing;
    }

private:
    Qty &leftOf(const QString &symbol)
    {
        const auto [found, isNew] = m_left.try_emplace(symbol);
        if (isNew) {
            if (const Position *position = m_state.find(symbol))
                found->second = position->qty;
        }
        return found->second;
    }

    const LedgerState &m_state;
    std::map<QString, Qty> m_left;
    std::set<QString> m_shared;
};

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

} // namespace

Qty OpenOrder::qtyOf(const OrderPart &part) const
{
    return times(leaves, part.ratio.units() / Qty::unitsPerOne);
}

Money OpenOrder::netDebit() const
{
    if (ticket.limit)
        return worth(*ticket.limit, leaves, parts.front().instrument.multiplier);
    Money debit;
    for (const OrderPart &part : parts)
        addHeld(debit, worth(part.reference, qtyOf(part), part.instrument.multiplier));
    return debit;
}

Price referencePrice(const OrderTicket &ticket, const Instrument &instrument,
                     const MarketPrices &prices)
{
    return ticket.side == Side::Buy ? buyReference(ticket, prices)
                                    : sellReference(ticket, instrument, prices);
}

Price expectedPrice(const OrderTicket &ticket, const MarketPrices &prices)
{
    if (ticket.limit)
        return *ticket.limit;
    const bool buys = ticket.side == Side::Buy;
    const bool quoted = buys ? prices.quote.hasAsk() : prices.quote.hasBid();
    const Price quote = buys ? prices.quote.ask : prices.quote.bid;
    return ticket.stop.value_or(quoted ? quote : anyPrice(prices));
}

OpenOrder openOrder(const OrderTicket &ticket, Qty leaves, std::span<const Instrument> instruments,
                    std::span<const MarketPrices> prices)
{
    OpenOrder order;
    order.ticket = ticket;
    order.leaves = leaves;
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        const MarketPrices known = i < prices.size() ? prices[i] : MarketPrices();
        if (!ticket.isPackage()) {
            order.parts.push_back({ instruments[i], Qty::whole(ticket.side == Side::Buy ? 1 : -1),
                                    referencePrice(ticket, instruments[i], known),
                                    expectedPrice(ticket, known) });
            break;
        }
        OrderTicket leg; // a leg is priced as a market order of its own, without a collar
        leg.side = ticket.side == Side::Buy ? ticket.legs[i].side : opposite(ticket.legs[i].side);
        const bool buys = leg.side == Side::Buy;
        const Price ask = known.quote.hasAsk() ? known.quote.ask : anyPrice(known);
        order.parts.push_back({ instruments[i],
                                Qty::whole(buys ? ticket.legs[i].ratio : -ticket.legs[i].ratio),
                                buys ? ask : sellReference(leg, instruments[i], known) });
    }
    return order;
}

void OpenOrders::set(OpenOrder order)
{
    if (order.leaves <= Qty())
        return remove(order.ticket.id);
    for (const OrderPart &part : order.parts)
        m_hasUnknown = m_hasUnknown || part.reference.isZero();
    m_underlyings[order.ticket.id] = order.underlying();
    Group &group = m_groups[order.underlying()];
    group.need.reset();
    const auto found
        = std::find_if(group.orders.begin(), group.orders.end(),
                       [&](const OpenOrder &open) { return open.ticket.id == order.ticket.id; });
    if (found == group.orders.end())
        group.orders.push_back(std::move(order));
    else
        *found = std::move(order);
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

void OpenOrders::touch(const QString &underlying)
{
    if (const auto group = m_groups.find(underlying); group != m_groups.end())
        group->second.need.reset();
}

void OpenOrders::priceUnknown(const PriceSource &prices)
{
    if (!m_hasUnknown)
        return;
    m_hasUnknown = false;
    for (auto &[underlying, group] : m_groups) {
        group.need.reset();
        for (OpenOrder &order : group.orders) {
            for (OrderPart &part : order.parts) {
                if (part.reference.isZero() && !order.ticket.isPackage())
                    part.reference = referencePrice(order.ticket, part.instrument,
                                                    prices.prices(part.instrument.symbol));
                m_hasUnknown = m_hasUnknown || part.reference.isZero();
            }
        }
    }
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

Qty OpenOrders::openingPart(const OpenOrder &order, const LedgerState &state) const
{
    OpeningWalk walk(state);
    for (const OpenOrder *open : ordersOn(order.underlying())) {
        if (open->ticket.id != order.ticket.id && !open->ticket.isPackage())
            walk.next(*open);
    }
    return walk.next(order);
}

OrderNeed OpenOrders::need(const QString &underlying, const LedgerState &state,
                           const OptionGroup &options, const OpenOrder *more) const
{
    OrderNeed need;
    OpeningWalk walk(state);
    OptionGroup with = options;
    std::vector<const OpenOrder *> orders = ordersOn(underlying);
    if (more) {
        std::erase_if(orders,
                      [&](const OpenOrder *order) { return order->ticket.id == more->ticket.id; });
        orders.push_back(more);
    }
    bool hasOptions = false;
    for (const OpenOrder *order : orders) {
        const Qty opening = order->ticket.isPackage() ? order->leaves : walk.next(*order);
        if (opening.isZero())
            continue;
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

OrderNeed OpenOrders::total(const LedgerState &state,
                            const std::function<OptionGroup(const QString &)> &options) const
{
    OrderNeed sum;
    for (const auto &[underlying, group] : m_groups) {
        const bool onStock = std::none_of(group.orders.begin(), group.orders.end(),
                                          [](const OpenOrder &order) { return order.isOption(); });
        if (!group.need || !onStock)
            group.need = need(underlying, state, onStock ? OptionGroup() : options(underlying));
        const OrderNeed &part = *group.need;
        addHeld(sum.excess, part.excess);
        addHeld(sum.cash, part.cash);
        addHeld(sum.naked, part.naked);
    }
    return sum;
}

Money OpenOrders::committed(const std::function<bool(const OpenOrder &)> &passes) const
{
    Money sum;
    for (const auto &[underlying, group] : m_groups) {
        for (const OpenOrder &order : group.orders) {
            if (passes(order))
                addHeld(sum,
                        share(order.committed, std::min(order.leaves, order.committedQty),
                              order.committedQty));
        }
    }
    return sum;
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
