#pragma once

#include "openorders.h"

namespace tapeline {

/// What is at stake (execution.md C.8): the worst defined loss of positions and orders. Long
/// options and debits: the premium; spreads: their greatest loss; naked shorts: the requirement;
/// stock: to its working stop, else the whole value. By notional when the settings say so.
class Commitments
{
public:
    Commitments(const LedgerState &state, const InstrumentBook &instruments,
                const PriceSource &prices, const OpenOrders &orders)
        : m_state(state)
        , m_instruments(instruments)
        , m_prices(prices)
        , m_orders(orders)
    {
    }

    /// Of an order's opening part (signed; ignored for packages).
    Money ofOrder(const OpenOrder &order, Qty opening) const;
    /// Of positions and open orders on the order's underlying, this order among them.
    Money onUnderlyingOf(const OpenOrder &order) const;
    /// Of positions and open orders under the order's strategy tag, this order among them.
    Money underStrategyOf(const OpenOrder &order) const;

private:
    bool byNotional() const { return m_state.settings.risk.basis == RiskBasis::Notional; }
    Money ofStock(const Position &position) const;
    /// Lots of a strategy alone, when one is given.
    OptionGroup groupAtCost(const QString &underlying, const QString *strategy) const;
    Money ofOptions(const QString &underlying, const QString *strategy) const;

    const LedgerState &m_state;
    const InstrumentBook &m_instruments;
    const PriceSource &m_prices;
    const OpenOrders &m_orders;
};

} // namespace tapeline
