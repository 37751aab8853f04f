#pragma once

#include "candle.h"
#include "restpage.h"
#include "result.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace tapeline {

struct BarsPage : RestPage
{
    QString symbol;
    bool adjusted = false;
    std::vector<Candle> bars; ///< in the order of the answer
};

struct SymbolBar
{
    QString symbol;
    Candle candle; ///< start is the end of the session, as the service sends it
};

struct SymbolBarsPage : RestPage
{
    std::vector<SymbolBar> bars;
};

struct FuturesBar
{
    QString symbol;
    Candle candle; ///< start is window_start
    QDate sessionEnd; ///< the trading date; what session bars go by
    double dollarVolume = 0;
    Price settlement; ///< 0 when there is none
};

struct FuturesBarsPage : RestPage
{
    std::vector<FuturesBar> bars;
};

/// A day's official figures.
struct DailyOpenClose
{
    QString symbol;
    QDate date;
    Price open;
    Price high;
    Price low;
    Price close;
    Qty volume; ///< 0 for indices and where not given
    Price preMarket; ///< 0 when none
    Price afterHours; ///< 0 when none
};

/// /v2/aggs/ticker/.../range/... and .../prev, of every asset class but futures. An index has no
/// volume.
Result<BarsPage> decodeBars(QByteArrayView body);
/// /v2/aggs/grouped/...: one day, all symbols.
Result<SymbolBarsPage> decodeGroupedDaily(QByteArrayView body);
/// /futures/v1/aggs/{ticker}.
Result<FuturesBarsPage> decodeFuturesBars(QByteArrayView body);
/// /v1/open-close/{ticker}/{date}, and the crypto form, which has neither high, low nor volume.
Result<DailyOpenClose> decodeOpenClose(QByteArrayView body);

} // namespace tapeline
