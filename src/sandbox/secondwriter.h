#pragma once

#include "barplan.h"
#include "minuteplan.h"
#include "tapeprinter.h"

namespace tapeline {

/// Writes quotes and prints of one second while keeping the quote around them: every ordinary print
/// is at or between the bid and offer written before it, and the two never meet.
class SecondWriter
{
public:
    SecondWriter(const InstrumentTraits &traits, const BarPlan &bar, QuotePrices quote,
                 qint32 spread, int lot, SplitMix64 &draws, TapePrinter &printer);

    void writeQuote(qint64 offset);
    /// A quote that changes without a trade: mostly its size, now and then a better price for a
    /// moment.
    void flicker(qint64 offset);
    /// A movable print may take another price within the second's bar than the one drafted.
    void print(qint64 offset, PrintDraft draft, bool movable);
    /// After an order: a quote that was improved to meet it widens again, or what it took is
    /// missing.
    void settle(qint64 offset);
    /// The quote that is expected at the second's end.
    void rest(qint64 offset, QuotePrices quote);

private:
    void widenBid();
    void widenAsk();
    qint64 restingSize();
    qint64 smaller(qint64 size);
    void priceSilent(PrintDraft &draft);
    void setMidpoint(PrintDraft &draft) const;
    void attract(PrintDraft &draft);
    void makeRoom(qint64 offset, const PrintDraft &draft);

    double m_depth;
    const BarPlan &m_bar;
    QuotePrices m_quote;
    qint32 m_spread;
    QuotePrices m_limits; ///< the quote does not wander outside
    int m_lot;
    SplitMix64 &m_draws;
    TapePrinter &m_printer;
    qint64 m_bidSize = 0;
    qint64 m_askSize = 0;
    int m_lastSide = 0;
    bool m_narrowed = false;
};

} // namespace tapeline
