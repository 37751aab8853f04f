#pragma once

#include "marketsnapshot.h"

#include <QDate>

#include <algorithm>
#include <map>

namespace tapeline {

/// Which prints stand out.
struct LargePrintRule
{
    enum class Kind : quint8 {
        Usual, ///< what is large among the prints of the day: see LargePrints
        Value, ///< a value in dollars, or more
        None
    };

    Kind kind = Kind::Usual;
    double value = 250'000; ///< for Kind::Value

    /// largeFrom: what LargePrints said when it came.
    bool holds(Qty size, double dollars, Qty largeFrom) const;

    friend bool operator==(const LargePrintRule &, const LargePrintRule &) = default;
};

/// Tells the large prints of one symbol by execution.md D.5: size >= max(10,000 shares, 99th
/// percentile of the day so far) or a value >= 200,000 dollars. The day so far is what it was
/// given of it. The percentile is by nearest rank over the prints before.
class LargePrints
{
public:
    static constexpr Qty leastShares = Qty::whole(10'000);
    static constexpr double leastValue = 200'000;

    /// Shares from which on the next print is large; then counts it in.
    Qty take(const TapePrint &print);
    void clear() { *this = LargePrints(); }

    Qty threshold() const { return std::max(leastShares, m_percentile); }
    /// Whether it can be large at all: no restated auction, and no second's sum of many trades.
    static bool canBeLarge(const TapePrint &print)
    {
        return print.origin != PrintOrigin::SecondBar && !isRestatement(print.trade.conditions);
    }

private:
    void beginDayOf(Timestamp time);
    void count(Qty size);

    Timestamp m_dayEnds {};
    qint64 m_count = 0;
    std::map<Qty, qint64> m_sizes; ///< how often each came; what is below leastShares as 0
    Qty m_percentile; ///< a key of m_sizes
    qint64 m_upToPercentile = 0; ///< prints of that size or less
};

} // namespace tapeline
