#pragma once

#include "timeframe.h"

namespace tapeline {

/// The width of bars as an option names it. InvalidArgument, with a sentence, when it is none, and
/// where time does not end the bars: those are built on charts only.
inline Result<Timeframe> readBarWidth(const QString &width)
{
    const Result<Timeframe> timeframe = Timeframe::parse(width);
    if (timeframe && timeframe->isTimed())
        return timeframe;
    const QString text = timeframe
        ? QStringLiteral("\"%1\" is no length of time: bars of trades, volume, range and Renko are "
                         "on charts only.")
        : QStringLiteral("\"%1\" is no timeframe; 1s, 5m, 1h, 1D, 1W and 1M are.");
    return Error { Error::Code::InvalidArgument, text.arg(width) };
}

} // namespace tapeline
