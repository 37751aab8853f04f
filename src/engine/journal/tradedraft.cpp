#include "tradedraft.h"

#include "symbology.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;
using Kind = TradeExecution::Kind;

namespace {

bool isDelivery(Kind kind)
{
    return kind == Kind::Exercise || kind == Kind::Assignment;
}

std::optional<Price> slippageOf(const TradeExecution &fill, std::optional<Price> bid,
                                std::optional<Price> ask)
{
    if (fill.side == Side::Buy)
        return ask ? std::optional(fill.price - *ask) : std::nullopt;
    return bid ? std::optional(*bid - fill.price) : std::nullopt;
}

} // namespace

TradeDraft::TradeDraft(const TradeKey &key, quint32 archive)
{
    m_record.key = key;
    m_record.archive = archive;
}

void TradeDraft::add(const TradeStep &step)
{
    const TradeExecution &execution = step.execution;
    const bool begins = m_executions.empty();
    if (begins) {
        m_order = execution.order;
        m_record.strategy = step.strategy;
        m_record.stop = step.stop;
    }
    m_executions.push_back(execution);
    m_traces.push_back({ step.qty, step.multiplier, step.opens, riskOf(step) });
    m_risk += m_traces.back().risk;
    if (step.qty.isZero())
        return;
    Leg &own = leg(step);
    own.held += step.qty;
    own.largest = std::max(own.largest, magnitude(own.held));
    (step.opens ? own.opened : own.closed).add(execution.price, magnitude(step.qty));
    if (step.opens && own.isOfOrder && execution.order == m_order)
        own.first += step.qty;
    m_isDelivered = m_isDelivered || (isDelivery(execution.kind) && !step.opens);
    if (m_legs.size() > 1 || isDelivery(execution.kind))
        m_strict.mix();
    m_strict.add(step.opens, execution.price, magnitude(step.qty), step.strict);
}

TradeDraft::Leg &TradeDraft::leg(const TradeStep &step)
{
    const QString &symbol = step.execution.symbol;
    const auto found = std::ranges::find(m_legs, symbol, &Leg::symbol);
    if (found != m_legs.end())
        return *found;
    if (!m_record.symbols.contains(symbol))
        m_record.symbols.append(symbol);
    Leg fresh;
    fresh.symbol = symbol;
    fresh.multiplier = step.multiplier;
    fresh.isOfOrder = step.execution.kind == Kind::Fill && step.execution.order == m_order;
    return m_legs.emplace_back(std::move(fresh));
}

/// What an opening adds to the planned risk. One without a stop of its own rests on the trade's;
/// later stops do not make a plan of a trade that was opened without.
Money TradeDraft::riskOf(const TradeStep &step)
{
    if (!step.opens || step.execution.kind != Kind::Fill || !m_record.stop)
        return {};
    const Price price = step.execution.price;
    const Price stop = step.stop.value_or(*m_record.stop);
    const bool isBehind = step.qty > Qty() ? stop < price : stop > price;
    return isBehind ? worth(magnitude(price - stop), magnitude(step.qty), step.multiplier)
                    : Money();
}

void TradeDraft::takeBack(quint64 sequence, const TradeExecution &correction)
{
    for (std::size_t i = 0; i < m_executions.size(); ++i) {
        Trace &trace = m_traces[i];
        const TradeExecution &taken = m_executions[i];
        if (taken.sequence != sequence || taken.symbol != correction.symbol || trace.qty.isZero())
            continue;
        const auto own = std::ranges::find(m_legs, taken.symbol, &Leg::symbol);
        if (own != m_legs.end()) {
            (trace.opens ? own->opened : own->closed).remove(taken.price, magnitude(trace.qty));
            own->held -= trace.qty;
        }
        m_risk -= trace.risk;
        trace = {};
    }
    m_strict.mix();
    m_executions.push_back(correction);
    m_traces.emplace_back();
}

void TradeDraft::split(const TradeExecution &execution, const QString &from, Qty before, Qty after)
{
    m_executions.push_back(execution);
    m_traces.emplace_back();
    m_strict.mix();
    const auto own = std::ranges::find(m_legs, from, &Leg::symbol);
    if (own == m_legs.end() || before.isZero() || after.isZero())
        return;
    before = magnitude(before);
    after = magnitude(after);
    own->opened.scale(after, before);
    own->closed.scale(after, before);
    for (Qty *qty : { &own->held, &own->largest, &own->first })
        *qty = Qty::fromUnits(
            multiplyDivide(qty->units(), after.units(), before.units()).value_or(qty->units()));
    own->symbol = execution.symbol;
    if (!m_record.symbols.contains(execution.symbol))
        m_record.symbols.append(execution.symbol);
}

bool TradeDraft::setOutcome(const Outcome &fresh)
{
    if (fresh == outcome())
        return false;
    m_record.openedAt = fresh.openedAt;
    m_record.closedAt = fresh.closedAt;
    m_record.gross = fresh.gross;
    m_record.fees = fresh.fees;
    return true;
}

TradeDraft::Outcome TradeDraft::outcome() const
{
    return { m_record.openedAt, m_record.closedAt, m_record.gross, m_record.fees };
}

void TradeDraft::setMoment(bool isExit, const MarketMoment &moment)
{
    (isExit ? m_record.exit : m_record.entry) = moment;
}

void TradeDraft::addExcursion(Money worst, Money best, bool isRough)
{
    m_record.worst = std::min(m_record.worst.value_or(Money()), worst);
    m_record.best = std::max(m_record.best.value_or(Money()), best);
    m_record.isExcursionRough = m_record.isExcursionRough || isRough;
}

void TradeDraft::setDecision(const QString &order, const QString &symbol, std::optional<Price> bid,
                             std::optional<Price> ask)
{
    for (TradeExecution &execution : m_executions)
        if (execution.order == order && execution.symbol == symbol)
            if (const std::optional<Price> paid = slippageOf(execution, bid, ask))
                execution.slippage = paid;
}

void TradeDraft::absorb(TradeDraft &&other)
{
    for (std::size_t i = 0; i < other.m_executions.size(); ++i) {
        const auto at = std::ranges::upper_bound(m_executions, other.m_executions[i].sequence, {},
                                                 &TradeExecution::sequence)
            - m_executions.begin();
        m_executions.insert(m_executions.begin() + at, std::move(other.m_executions[i]));
        m_traces.insert(m_traces.begin() + at, other.m_traces[i]);
    }
    m_legs.insert(m_legs.end(), other.m_legs.begin(), other.m_legs.end());
    for (const QString &symbol : other.m_record.symbols)
        if (!m_record.symbols.contains(symbol))
            m_record.symbols.append(symbol);
    if (other.m_record.worst)
        m_record.isExcursionRough = true; // they were seen apart
    m_isDelivered = true;
    m_strict.mix();
}

bool TradeDraft::isStructure() const
{
    return std::ranges::count(m_legs, true, &Leg::isOfOrder) > 1 && !m_order.isEmpty();
}

std::vector<OpenedLeg> TradeDraft::openedLegs() const
{
    std::vector<OpenedLeg> opened;
    for (const Leg &leg : m_legs)
        if (leg.isOfOrder)
            opened.push_back({ leg.symbol, leg.first, leg.multiplier });
    return opened;
}

/// Of all fills of orders, or none of it.
std::optional<Money> TradeDraft::slippage() const
{
    std::optional<Money> paid;
    for (std::size_t i = 0; i < m_executions.size(); ++i) {
        const TradeExecution &execution = m_executions[i];
        if (execution.kind != Kind::Fill || m_traces[i].qty.isZero())
            continue;
        if (!execution.slippage)
            return {};
        Money sum = paid.value_or(Money());
        addHeld(sum, worth(*execution.slippage, execution.qty, m_traces[i].multiplier));
        paid = sum;
    }
    return paid;
}

TradeRecord TradeDraft::record() const
{
    TradeRecord record = m_record;
    record.executions = int(m_executions.size());
    if (m_legs.empty())
        return record;
    const Leg &leg = m_legs.front();
    record.symbol = leg.symbol;
    record.assetClass = symbology::classOf(leg.symbol);
    record.multiplier = leg.multiplier;
    record.size = leg.largest;
    record.slippage = slippage();
    if (!record.isOpen())
        record.strictNet
            = m_strict.net(record.gross, record.fees, signOf(leg.first.units()), leg.multiplier);
    if (isStructure()) {
        const std::vector<OpenedLeg> legs = openedLegs();
        record.symbol = structureUnderlying(legs);
        record.structure = structureFormKey(legs);
        record.direction = TradeDirection::Structure;
        record.assetClass = AssetClass::Options;
        record.stop.reset();
        return record;
    }
    record.direction = leg.first < Qty() ? TradeDirection::Short : TradeDirection::Long;
    record.entryPrice = leg.opened.mean();
    if (m_legs.size() == 1 && !m_isDelivered)
        record.exitPrice = leg.closed.mean();
    if (m_risk > Money())
        record.risk = m_risk;
    return record;
}

} // namespace tapeline
