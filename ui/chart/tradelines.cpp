#include "tradelines.h"

#include "portfolio.h"

#include <algorithm>

namespace tapeline {

namespace {

using Part = TradeLineId::Part;

bool isUnderWay(OrderState state)
{
    using enum OrderState;
    return state == New || state == Submitted || state == PendingReplace || state == PendingCancel;
}

void apply(OrderRow &row, const ShownChange &shown)
{
    OrderTicket &ticket = row.ticket;
    ticket.qty = shown.change.qty.value_or(ticket.qty);
    if (shown.change.limit)
        ticket.limit = shown.change.limit;
    if (shown.change.stop)
        ticket.stop = shown.change.stop;
    if (shown.isSent)
        row.state = OrderState::PendingReplace;
}

/// The orders of a symbol as the changes leave them.
std::vector<OrderRow> ordersOf(const PaperAccountView &account, const QString &symbol,
                               std::span<const ShownChange> changes)
{
    std::vector<OrderRow> rows;
    for (const OrderRow &row : account.working)
        if (row.ticket.symbol == symbol && !row.ticket.isPackage())
            rows.push_back(row);
    for (const ShownChange &shown : changes)
        for (OrderRow &row : rows)
            if (row.ticket.id == shown.change.id)
                apply(row, shown);
    return rows;
}

/// Builds the lines of one symbol.
class LineMaker
{
public:
    LineMaker(const PositionRow *position, const std::vector<OrderRow> &orders)
        : m_position(position)
        , m_orders(orders)
    {
    }

    std::vector<TradeLine> lines()
    {
        if (m_position)
            addPosition();
        for (const OrderRow &row : m_orders)
            addOrder(row);
        rateEntries();
        return std::move(m_lines);
    }

private:
    void addPosition()
    {
        TradeLine line;
        line.side = m_position->qty < Qty() ? Side::Sell : Side::Buy;
        line.qty = m_position->qty;
        line.price = m_position->average;
        line.profit = m_position->unrealized;
        m_lines.push_back(line);
    }

    void addOrder(const OrderRow &row)
    {
        const OrderTicket &ticket = row.ticket;
        const bool triggered = ticket.limit && ticket.hasStop()
            && (row.state == OrderState::Triggered || row.state == OrderState::PartiallyFilled);
        if (ticket.stop && !triggered)
            add(row, Part::Stop, *ticket.stop);
        if (ticket.limit && (!ticket.isTrailing() || triggered))
            add(row, Part::Limit, *ticket.limit);
    }

    void add(const OrderRow &row, Part part, Price price)
    {
        const OrderTicket &ticket = row.ticket;
        TradeLine line { .id = { part, ticket.id },
                         .side = ticket.side,
                         .type = ticket.type,
                         .qty = row.leaves(),
                         .price = price,
                         .group = groupOf(ticket) };
        line.isPending = isUnderWay(row.state);
        const bool isGone = part == Part::Stop && row.state == OrderState::Triggered;
        line.isMovable = !line.isPending && !ticket.isTrailing() && !isGone;
        const OrderRow *entry = find(ticket.parent);
        line.awaitsEntry = entry && entry->filled.isZero();
        line.origin = line.awaitsEntry ? priceOf(*entry) : averageEndedBy(ticket.side);
        m_lines.push_back(line);
    }

    const OrderRow *find(const QString &id) const
    {
        const auto found = std::ranges::find_if(
            m_orders, [&](const OrderRow &row) { return !id.isEmpty() && row.ticket.id == id; });
        return found == m_orders.end() ? nullptr : &*found;
    }

    QString groupOf(const OrderTicket &ticket) const
    {
        if (!ticket.parent.isEmpty())
            return ticket.parent;
        const bool hasExits = std::ranges::any_of(
            m_orders, [&](const OrderRow &row) { return row.ticket.parent == ticket.id; });
        return hasExits ? ticket.id : QString();
    }

    static std::optional<Price> priceOf(const OrderRow &row)
    {
        return row.ticket.limit ? row.ticket.limit : row.ticket.stop;
    }

    std::optional<Price> averageEndedBy(Side side) const
    {
        if (!m_position)
            return std::nullopt;
        const bool ends = (m_position->qty > Qty()) == (side == Side::Sell);
        return ends ? std::optional(m_position->average) : std::nullopt;
    }

    void rateEntries()
    {
        for (TradeLine &entry : m_lines)
            if (!entry.isPosition() && entry.group == entry.id.order && !entry.group.isEmpty())
                rate(entry);
    }

    void rate(TradeLine &entry) const
    {
        qint64 risk = 0;
        qint64 reward = 0;
        for (const TradeLine &exit : m_lines) {
            if (exit.group != entry.group || exit.id.order == entry.group || !exit.awaitsEntry)
                continue;
            const qint64 distance = (exit.price - entry.price).units();
            const qint64 gain = entry.side == Side::Buy ? distance : -distance;
            if (exit.id.part == Part::Stop)
                risk = -gain;
            else if (exit.type == OrderType::Limit)
                reward = gain;
        }
        if (risk > 0 && reward > 0)
            entry.rewardToRisk = double(reward) / double(risk);
    }

    const PositionRow *m_position;
    const std::vector<OrderRow> &m_orders;
    std::vector<TradeLine> m_lines;
};

} // namespace

std::vector<TradeLine> tradeLines(const PaperAccountView &account, const QString &symbol,
                                  std::span<const ShownChange> changes)
{
    const std::vector<OrderRow> orders = ordersOf(account, symbol, changes);
    return LineMaker(account.position(symbol), orders).lines();
}

std::optional<Money> gainOf(const TradeLine &line, const Instrument &instrument)
{
    if (line.isPosition() || !line.origin)
        return std::nullopt;
    return portfolio::exitGain(line.side, *line.origin, line.price, line.qty, instrument);
}

Price onTick(Price price, const Instrument &instrument)
{
    const qint64 tick = std::max<qint64>(instrument.tickAt(price).units(), 1);
    const qint64 ticks = (price.units() + tick / 2) / tick;
    return Price::fromUnits(std::max<qint64>(ticks, 1) * tick);
}

std::vector<OrderReplace> moveTo(const std::vector<TradeLine> &lines, const TradeLine &line,
                                 Price price, bool together, const Instrument &instrument)
{
    if (price == line.price)
        return {};
    const Price target = onTick(price, instrument);
    const Price distance = target - line.price;
    std::vector<const TradeLine *> moved;
    for (const TradeLine &each : lines)
        if (each.isMovable && (each.id == line.id || (together && each.belongsWith(line))))
            moved.push_back(&each);
    // Ahead of the others goes what lies foremost in the direction of the move
    std::ranges::sort(moved, [&](const TradeLine *a, const TradeLine *b) {
        return distance > Price() ? a->price > b->price : a->price < b->price;
    });
    std::vector<OrderReplace> changes;
    for (const TradeLine *each : moved) {
        const Price to = each->id == line.id ? target : onTick(each->price + distance, instrument);
        if (to == each->price)
            continue;
        auto known = std::ranges::find(changes, each->id.order, &OrderReplace::id);
        if (known == changes.end())
            known = changes.insert(changes.end(), OrderReplace { .id = each->id.order });
        (each->id.part == Part::Stop ? known->stop : known->limit) = to;
    }
    return changes;
}

} // namespace tapeline
