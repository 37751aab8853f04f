#pragma once

#include "price.h"
#include "qty.h"
#include "timestamp.h"

namespace tapeline {

/// What one side of the best quote still offers us (execution.md B.3): the displayed size less what
/// our own fills took of it, growing only by what is newly shown.
class DisplayedSide
{
public:
    /// The newest quote of this side; price 0 or size 0 is none.
    void show(Price price, Qty size, Timestamp at);
    /// refresh: a quote left unchanged so long counts as whole again; zero never.
    Qty available(Timestamp now, Duration refresh) const;
    void take(Qty qty, Timestamp now, Duration refresh);

    bool isQuoted() const { return m_price > Price() && m_size > Qty(); }
    Price price() const { return m_price; }
    Qty size() const { return m_size; }

private:
    Price m_price;
    Qty m_size;
    Qty m_available;
    Timestamp m_since {}; ///< of the last change, by the market or by us
};

} // namespace tapeline
