#pragma once

#include "marketsnapshot.h"

namespace tapeline {

/// Which side a print is taken to have hit, as people speak of it.
constexpr bool isBuy(PrintSide side)
{
    return side == PrintSide::AtAsk || side == PrintSide::AboveAsk;
}
constexpr bool isSell(PrintSide side)
{
    return side == PrintSide::AtBid || side == PrintSide::BelowBid;
}

/// The side of a line of the tape; Other is between bid and ask, or not known.
enum class TapeSide : quint8 { Buy, Sell, Other };

/// Only of what was streamed the quote before it is known, and a restated auction is no print.
inline TapeSide tapeSide(const TapePrint &print)
{
    if (print.origin != PrintOrigin::Stream || isRestatement(print.trade.conditions))
        return TapeSide::Other;
    return isBuy(print.side) ? TapeSide::Buy
        : isSell(print.side) ? TapeSide::Sell
                             : TapeSide::Other;
}

/// The venue a reader of the tape is told: off exchange the reporting facility.
inline quint16 venueOf(const Trade &trade)
{
    return trade.trfId != 0 ? trade.trfId : trade.exchange;
}

} // namespace tapeline
