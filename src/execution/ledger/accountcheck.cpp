#include "accountcheck.h"

#include "ledgermath.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using namespace ledgermath;

namespace {

constexpr Price easyToBorrowAbove = Price::whole(5);
constexpr Money dayTraderMinimum = Money::whole(25'000);
constexpr int dayTradesAllowed = 3;
constexpr int businessDays = 5;

QString needsText(Money needs, Money available)
{
    return u"needs "_s + grouped(needs) + u", available "_s + grouped(available);
}

/// The first of the last five business days; holidays are taken as business days, which asks for
/// less memory than the rule would.
QDate dayTradeWindow(QDate today)
{
    QDate first = today;
    for (int days = 1; days < businessDays;) {
        first = first.addDays(-1);
        days += first.dayOfWeek() <= 5 ? 1 : 0;
    }
    return first;
}

Reason adjusted()
{
    return { ReasonCode::NotTradable, u"adjusted contract: closing only"_s };
}

OrderNeed less(OrderNeed need, const OrderNeed &part)
{
    addHeld(need.excess, -part.excess);
    addHeld(need.cash, -part.cash);
    addHeld(need.naked, -part.naked);
    return need;
}

} // namespace

std::vector<Reason> AccountOpinion::reasonsAgainst() const
{
    std::vector<Reason> reasons = refusals;
    for (const RiskFinding &finding : findings) {
        if (finding.action == RuleAction::Block)
            reasons.push_back(finding.reason);
    }
    return reasons;
}

AccountCheck::AccountCheck(const LedgerState &state, const InstrumentBook &instruments,
                           const PriceSource &prices, const OpenOrders &orders,
                           const Valuation &valuation)
    : m_state(state)
    , m_instruments(instruments)
    , m_prices(prices)
    , m_orders(orders)
    , m_valuation(valuation)
{
}

AccountOpinion AccountCheck::judge(const OpenOrder &order, OrderRates rates, QDate today) const
{
    AccountOpinion opinion;
    const Qty opening = m_orders.openingPart(order, m_state);
    const OrderNeed added = addedNeed(order);
    checkPosition(order, opening, opinion.refusals);
    const bool isCash = m_state.settings.margin == MarginMode::Cash;
    if (isCash && added.naked > Money())
        opinion.refusals.push_back(
            { ReasonCode::OptionLevel, u"a cash account writes no naked options"_s });
    if (opening.isZero()) { // exits are never held up by limits, nor by money but for lost cover
        if (!order.buysContracts() && (isCash ? added.cash : added.excess) > Money())
            checkMoney(order, added, opinion.refusals);
        return opinion;
    }
    checkMoney(order, added, opinion.refusals);
    checkMarginCall(opinion.refusals);
    checkDayTrades(today, opinion.refusals);
    if (m_state.killed)
        opinion.refusals.push_back({ ReasonCode::RiskKillSwitch, {} });
    if (m_state.settings.risk.isOff())
        return opinion;
    opinion.findings
        = assessRisk(question(order, opening, added, rates, today), m_state.settings.risk);
    return opinion;
}

void AccountCheck::checkPosition(const OpenOrder &order, Qty opening,
                                 std::vector<Reason> &refusals) const
{
    const Instrument &instrument = order.parts.front().instrument;
    const Position *position = m_state.find(instrument.symbol);
    const Qty held = position ? position->qty : Qty();
    const Qty qty = order.qtyOf(order.parts.front());
    const bool reduces = signOf(held.units()) * signOf(qty.units()) < 0;
    if (order.ticket.reduceOnly && order.ticket.parent.isEmpty() && !order.ticket.isPackage()
        && !reduces)
        refusals.push_back({ ReasonCode::ReduceOnlyViolation,
                             u"position "_s + held.toString() + u", order "_s + qty.toString() });
    if (opening.isZero())
        return;
    if (!order.ticket.isPackage()) {
        if (position && position->isAdjusted())
            refusals.push_back(adjusted());
        if (opening < Qty() && !order.isOption())
            checkShort(instrument, opening, refusals);
        return;
    }
    for (const OrderPart &part : order.parts)
        checkLeg(part, order.qtyOf(part), refusals);
}

/// Of a package, by what it does to its own position.
void AccountCheck::checkLeg(const OrderPart &part, Qty qty, std::vector<Reason> &refusals) const
{
    const Position *position = m_state.find(part.instrument.symbol);
    const Qty opening = openedBy(m_state.held(part.instrument.symbol), qty);
    if (opening.isZero())
        return;
    if (position && position->isAdjusted())
        refusals.push_back(adjusted());
    if (qty < Qty() && !part.instrument.option)
        checkShort(part.instrument, opening, refusals);
}

void AccountCheck::checkShort(const Instrument &instrument, Qty opening,
                              std::vector<Reason> &refusals) const
{
    if (m_state.settings.margin == MarginMode::Cash || !m_state.settings.shortAllowed)
        refusals.push_back({ ReasonCode::ShortNotAllowed,
                             u"would sell "_s + magnitude(opening).toString() + u" short"_s });
    const Price price = anyPrice(m_prices.prices(instrument.symbol));
    const bool isCheap = instrument.assetClass == AssetClass::Stocks && price > Price()
        && price <= easyToBorrowAbove;
    if (!instrument.shortable || isCheap)
        refusals.push_back({ ReasonCode::NotShortable, u"price "_s + price.toString(2) });
}

void AccountCheck::checkMoney(const OpenOrder &order, const OrderNeed &added,
                              std::vector<Reason> &refusals) const
{
    const MarginMode mode = m_state.settings.margin;
    const Money free = availableBeside(boundBeside(order));
    const bool isMargin = mode == MarginMode::RegT;
    const Money needs = isMargin ? added.excess : added.cash;
    if (!m_valuation.fits)
        refusals.push_back({ ReasonCode::QtyTooLarge, u"the account's value leaves its range"_s });
    if (mode == MarginMode::None)
        return;
    if (needs > free) {
        // Stock is told in buying power, which is twice the excess
        const bool doubles = isMargin && !order.isOption()
            && !isPaidInFull(order.parts.front().instrument.assetClass);
        refusals.push_back(
            { ReasonCode::InsufficientBuyingPower,
              doubles ? needsText(twiceOf(needs), twiceOf(free)) : needsText(needs, free) });
    }
}

void AccountCheck::checkMarginCall(std::vector<Reason> &refusals) const
{
    if (m_state.settings.margin != MarginMode::RegT)
        return;
    const MarginFigures figures = margin();
    if (figures.isCalled())
        refusals.push_back({ ReasonCode::RiskMarginCall,
                             u"equity "_s + grouped(figures.equity - figures.paidInFull)
                                 + u", maintenance "_s + grouped(figures.maintenance) });
}

void AccountCheck::checkDayTrades(QDate today, std::vector<Reason> &refusals) const
{
    if (!m_state.settings.dayTradeRule || m_valuation.equity >= dayTraderMinimum)
        return;
    const QDate first = dayTradeWindow(today);
    const auto count = std::count_if(m_state.dayTrades.begin(), m_state.dayTrades.end(),
                                     [&](const DayTrade &trade) { return trade.date >= first; });
    if (count > dayTradesAllowed)
        refusals.push_back(
            { ReasonCode::RiskDayTrades,
              u"%1 day trades in five days, equity "_s.arg(count) + grouped(m_valuation.equity) });
}

OrderNeed AccountCheck::addedNeed(const OpenOrder &order) const
{
    const OptionGroup options = optionsOn(order.underlying());
    return less(m_orders.needWith(order, m_state, options),
                m_orders.needBeside(order, m_state, options));
}

/// What an order binds already does not count against itself.
OrderNeed AccountCheck::boundBeside(const OpenOrder &order) const
{
    const OpenOrder *known = m_orders.find(order.ticket.id);
    if (!known)
        return bound();
    const OptionGroup options = optionsOn(order.underlying());
    const OrderNeed own = less(m_orders.needWith(*known, m_state, options),
                               m_orders.needBeside(*known, m_state, options));
    return less(bound(), own);
}

OptionGroup AccountCheck::optionsOn(const QString &underlying) const
{
    const auto found = m_valuation.options.find(underlying);
    if (found != m_valuation.options.end())
        return found->second;
    OptionGroup none;
    none.underlying = anyPrice(m_prices.prices(underlying));
    if (const Position *shares = m_state.find(underlying))
        none.shares = shares->qty;
    return none;
}

MarginFigures AccountCheck::margin() const
{
    std::vector<OptionGroup> groups;
    for (const auto &[underlying, group] : m_valuation.options)
        groups.push_back(group);
    return regulationT(m_valuation.equity, m_valuation.positions, groups);
}

const OrderNeed &AccountCheck::bound() const
{
    if (!m_bound)
        m_bound = m_orders.total(m_state, m_valuation.options, [this](const QString &underlying) {
            return optionsOn(underlying);
        });
    return *m_bound;
}

Money AccountCheck::availableBeside(const OrderNeed &bound) const
{
    if (m_state.settings.margin == MarginMode::None)
        return std::max(m_valuation.equity, Money());
    const MarginFigures figures = margin();
    const bool isMargin = m_state.settings.margin == MarginMode::RegT;
    Money free = isMargin ? figures.excess : m_state[LedgerAccount::Cash];
    addHeld(free, isMargin ? -bound.excess : -bound.cash);
    if (!isMargin)
        addHeld(free, -figures.optionRequirement);
    return free;
}

RiskQuestion AccountCheck::question(const OpenOrder &order, Qty opening, const OrderNeed &added,
                                    OrderRates rates, QDate today) const
{
    const Commitments commitments(m_state, m_instruments, m_prices, m_orders);
    RiskQuestion question;
    question.capital = m_state.day.equity;
    OpenOrder judged = order;
    judged.committed = commitments.ofOrder(order, opening);
    judged.committedQty = order.leaves;
    question.committed = judged.committed;
    question.symbolCommitted = commitments.onUnderlyingOf(judged);
    if (!order.ticket.strategy.isEmpty())
        question.strategyCommitted = commitments.underStrategyOf(judged);
    question.equity = m_valuation.equity;
    question.cashAfter = m_state[LedgerAccount::Cash];
    addHeld(question.cashAfter, -boundBeside(order).cash);
    addHeld(question.cashAfter, -added.cash);
    question.dayResult = m_valuation.equity;
    addHeld(question.dayResult, -m_state.day.equity);
    addHeld(question.dayResult, -m_state.day.flows);
    question.dayIsLocked = m_state.lossLock == today;
    question.orders = rates.all;
    question.symbolOrders = rates.ofSymbol;
    return question;
}

} // namespace tapeline
