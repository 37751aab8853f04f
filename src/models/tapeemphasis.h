#pragma once

#include "largeprints.h"
#include "marketsnapshot.h"

namespace tapeline {

/// Which prints of the tape stand out.
struct TapeEmphasis
{
    enum class Kind : quint8 {
        Usual, ///< what is large for its day: see LargePrints
        Value, ///< of a value in dollars, or more
        None
    };

    Kind kind = Kind::Usual;
    double value = 250'000; ///< for Kind::Value

    /// A print or the sum of a sweep; largeFrom: the size from which on it is large for its day.
    bool holds(Qty size, double dollars, Qty largeFrom) const
    {
        switch (kind) {
        case Kind::Usual:
            return size >= largeFrom || dollars >= LargePrintRules().minValue.toDouble();
        case Kind::Value:
            return dollars >= value;
        case Kind::None:
            break;
        }
        return false;
    }
    /// Whether it can stand out at all: no restated auction does, and no second's sum of many
    /// trades.
    static bool isFor(const TapePrint &print)
    {
        return print.origin != PrintOrigin::SecondBar && !isRestatement(print.trade.conditions);
    }

    friend bool operator==(const TapeEmphasis &, const TapeEmphasis &) = default;
};

} // namespace tapeline
