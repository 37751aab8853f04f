#pragma once

#include "candle.h"
#include "result.h"
#include "timeframe.h"

#include <QObject>

#include <functional>
#include <vector>

namespace tapeline {

/// Where the bars around a trade come from: kept ones, a recording, else the service.
class TradeBarsPort
{
public:
    virtual ~TradeBarsPort() = default;

    using BarsAnswer = std::function<void(const Result<std::vector<Candle>> &)>;

    /// The bars of a symbol that begin in [from, to), ascending. Answered on the caller's thread,
    /// never after the context is gone; NotFound where there are none.
    virtual void loadBars(const QString &symbol, Timeframe timeframe, Timestamp from, Timestamp to,
                          QObject *context, const BarsAnswer &answer)
        = 0;
};

} // namespace tapeline
