#pragma once

#include "commitments.h"
#include "riskgate.h"
#include "valuation.h"

namespace tapeline {

/// What an account says to an order.
struct AccountOpinion
{
    std::vector<Reason> refusals; ///< in the order of A.7
    std::vector<RiskFinding> findings; ///< every risk rule broken, warnings too

    /// Both, without the warnings.
    std::vector<Reason> reasonsAgainst() const;
};

/// How many orders were sent within the last minute.
struct OrderRates
{
    int all = 0;
    int ofSymbol = 0;
};

/// Holds an order against positions, money and limits. Changes nothing.
class AccountCheck
{
public:
    AccountCheck(const LedgerState &state, const InstrumentBook &instruments,
                 const PriceSource &prices, const OpenOrders &orders, const Valuation &valuation);

    /// rates: with this order. today: the account's trading day.
    AccountOpinion judge(const OpenOrder &order, OrderRates rates, QDate today) const;

    /// Margin account: excess less what open orders bind. Cash account: cash less the same.
    Money available() const { return availableBeside(bound()); }
    MarginFigures margin() const;

private:
    OptionGroup optionsOn(const QString &underlying) const;
    void checkPosition(const OpenOrder &order, Qty opening, std::vector<Reason> &refusals) const;
    void checkLeg(const OrderPart &part, Qty qty, std::vector<Reason> &refusals) const;
    void checkShort(const Instrument &instrument, Qty opening, std::vector<Reason> &refusals) const;
    void checkMoney(const OpenOrder &order, const OrderNeed &added,
                    std::vector<Reason> &refusals) const;
    void checkMarginCall(std::vector<Reason> &refusals) const;
    void checkDayTrades(QDate today, std::vector<Reason> &refusals) const;
    const OrderNeed &bound() const;
    OrderNeed boundBeside(const OpenOrder &order) const;
    Money availableBeside(const OrderNeed &bound) const;
    /// What the order binds beyond what is bound already.
    OrderNeed addedNeed(const OpenOrder &order) const;
    RiskQuestion question(const OpenOrder &order, Qty opening, const OrderNeed &added,
                          OrderRates rates, QDate today) const;

    const LedgerState &m_state;
    const InstrumentBook &m_instruments;
    const PriceSource &m_prices;
    const OpenOrders &m_orders;
    const Valuation &m_valuation;
    mutable std::optional<OrderNeed> m_bound; ///< by all open orders; reckoned once
};

} // namespace tapeline
