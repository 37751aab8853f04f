#pragma once

#include "meanprice.h"

namespace tapeline {

/// What the fill rule THROUGH would have left of a trade in one symbol (execution.md B.11, "what
/// would THROUGH have given"), from what it would have filled of each of its orders by the time the
/// account's own rule had. What it would have filled later, when the account's order was gone, is
/// not known; so:
/// - it would have filled everything: the trade's own result;
/// - nothing of the openings: no trade, 0;
/// - a part of the openings: as much at their mean price, closed at the mean price of the closings
///   that it would have filled, the fees by quantity;
/// - less of the closings than of the openings: nothing can be said.
/// Ends without an order (expiry, exercise) happen under every rule.
class StrictFills
{
public:
    /// strict: how much of qty, or more where it catches up with fills before; nothing: not known.
    void add(bool opens, Price price, Qty qty, std::optional<Qty> strict);
    /// Something happened that makes parts of quantities incomparable: only all or nothing counts.
    void mix() { m_isMixed = true; }
    /// direction: +1 long, -1 short.
    std::optional<Money> net(Money gross, Money fees, int direction, qint64 multiplier) const;

private:
    bool m_isUnknown = false;
    bool m_isMixed = false;
    Qty m_opened;
    Qty m_closed;
    MeanPrice m_strictOpened;
    MeanPrice m_strictClosed;
};

} // namespace tapeline
