#include "tradebuilder.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

// What an event of the books is to the trades that it touches: the steps of TradeBuilder.

namespace {

TradeExecution::Kind kindOf(LedgerEventKind kind)
{
    using Kind = TradeExecution::Kind;
    switch (kind) {
    case LedgerEventKind::Exercise:
        return Kind::Exercise;
    case LedgerEventKind::Assignment:
        return Kind::Assignment;
    case LedgerEventKind::Expiry:
        return Kind::Expiry;
    case LedgerEventKind::Split:
        return Kind::Split;
    case LedgerEventKind::Correction:
        return Kind::Correction;
    default:
        return Kind::Fill;
    }
}

/// The part of what THROUGH would have filled that belongs to a part of a fill: closings first.
Qty strictPart(Qty strict, Qty whole, Qty part, bool opens)
{
    if (whole == part)
        return strict;
    const Qty left = opens ? strict - (whole - part) : strict;
    return std::clamp(left, Qty(), part);
}

TradeExecution executionOf(const LedgerEvent &event, const QString &symbol, Qty signedQty)
{
    TradeExecution execution;
    execution.sequence = event.sequence;
    execution.kind = kindOf(event.kind);
    execution.at = event.at;
    execution.symbol = symbol;
    execution.side = signedQty < Qty() ? Side::Sell : Side::Buy;
    execution.qty = magnitude(signedQty);
    execution.price = event.price;
    return execution;
}

} // namespace

/// A closing belongs to what was open before the event, an opening to what is open after it; what a
/// correction takes back, the other way round.
std::vector<TradeBuilder::Part> TradeBuilder::parts(const LedgerEntry &entry,
                                                    const LedgerEvent &event,
                                                    const Standings &before) const
{
    std::vector<Part> parts;
    for (const LotChange &change : entry.lots) {
        const auto held = before.find(change.symbol);
        if (change.quiet || held == before.end())
            continue;
        const bool isAfter = change.opens != (event.kind == LedgerEventKind::Correction);
        const quint64 trip = isAfter ? tripOf(change.symbol) : held->second.trip;
        if (trip == 0)
            continue;
        const auto same = std::ranges::find_if(parts, [&](const Part &part) {
            return part.trip == trip && part.symbol == change.symbol && part.opens == change.opens;
        });
        Part &part = same != parts.end() ? *same : parts.emplace_back();
        part.trip = trip;
        part.symbol = change.symbol;
        part.opens = change.opens;
        part.multiplier = change.multiplier;
        part.strategy = change.strategy;
        part.qty += change.qty;
        addHeld(part.realized, change.realized);
        addHeld(part.fee, change.fee);
    }
    return parts;
}

TradeStep TradeBuilder::step(const LedgerEvent &event, const Part &part) const
{
    TradeStep step;
    step.execution = executionOf(event, part.symbol, part.qty);
    step.execution.fee = part.fee;
    step.execution.realized = part.realized;
    step.qty = part.qty;
    step.multiplier = part.multiplier;
    step.opens = part.opens;
    step.strategy = part.strategy;
    if (event.kind == LedgerEventKind::Fill)
        addFillFacts(step, event);
    else
        step.strict = step.execution.qty; // it happens under every rule
    return step;
}

void TradeBuilder::addFillFacts(TradeStep &step, const LedgerEvent &event) const
{
    TradeExecution &execution = step.execution;
    execution.order = event.source;
    execution.orderEvent = event.reference;
    const std::optional<OrderFill> fill = m_orders.fill(event.reference);
    const bool isBuy = execution.side == Side::Buy;
    std::optional<Price> quoted
        = m_orders.decided(execution.order, execution.symbol, execution.side);
    if (!quoted && fill && fill->evidence.quoteTime != Timestamp()) {
        const Price side = isBuy ? fill->evidence.ask : fill->evidence.bid;
        quoted = side > Price() ? std::optional(side) : std::nullopt;
    }
    if (quoted)
        execution.slippage = isBuy ? execution.price - *quoted : *quoted - execution.price;
    if (fill && fill->strict)
        step.strict = strictPart(*fill->strict, magnitude(event.qty), execution.qty, step.opens);
    if (step.opens)
        step.stop = m_orders.standingStop(execution.order, execution.symbol, execution.side,
                                          execution.price);
}

/// The contracts that end; what comes of them are parts of the entry.
void TradeBuilder::noteDelivered(const LedgerEvent &event, const Standings &before)
{
    const quint64 trip = before.at(event.symbol).trip;
    TradeStep step;
    step.execution = executionOf(event, event.symbol, -event.qty);
    step.execution.price = {};
    step.qty = -event.qty;
    step.multiplier = event.multiplier;
    step.strict = step.execution.qty;
    draft(trip).add(step);
    touch(trip);
}

void TradeBuilder::noteSplit(const LedgerEvent &event, const LedgerEntry &entry,
                             const Standings &before)
{
    const Standing &held = before.at(event.symbol);
    const QString &symbol = event.target.isEmpty() ? event.symbol : event.target;
    Qty after = event.target.isEmpty() ? held.qty : m_ledger.state().held(symbol);
    for (const LotChange &change : entry.lots)
        if (change.quiet && event.target.isEmpty())
            after += change.qty;
    TradeExecution execution = executionOf(event, symbol, after.isZero() ? held.qty : after);
    draft(held.trip).split(execution, event.symbol, held.qty, after);
    touch(held.trip);
}

} // namespace tapeline
