#pragma once

#include "candle.h"
#include "restpage.h"
#include "result.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace tapeline {

struct IndicatorValue
{
    Timestamp time {};
    double value = 0;
    std::optional<double> signal; ///< MACD only
    std::optional<double> histogram; ///< MACD only
};

struct IndicatorPage : RestPage
{
    std::vector<IndicatorValue> values; ///< in the order of the answer, newest first by default
    std::vector<Candle> underlying; ///< the bars it was computed from, where asked for
};

/// /v1/indicators/{sma|ema|rsi|macd}/{ticker}.
Result<IndicatorPage> decodeIndicator(QByteArrayView body);

} // namespace tapeline
