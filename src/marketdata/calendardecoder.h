#pragma once

#include "marketcalendar.h"
#include "result.h"
#include "timestamp.h"

#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

namespace tapeline {

enum class MarketPhase : quint8 { Unknown, Open, Closed, ExtendedHours };

struct MarketStatusNow
{
    Timestamp serverTime {};
    MarketPhase market = MarketPhase::Unknown;
    bool earlyHours = false;
    bool afterHours = false;
    QHash<QString, MarketPhase> exchanges; ///< by "nyse", "nasdaq", "otc"
    QHash<QString, MarketPhase> currencies; ///< by "fx", "crypto"
};

/// /v1/marketstatus/now.
Result<MarketStatusNow> decodeMarketStatus(QByteArrayView body);
/// /v1/marketstatus/upcoming, which names each exchange apart: one exception a day, as NYSE keeps
/// it (as the first one named keeps it where NYSE is not).
Result<QList<CalendarException>> decodeUpcomingHolidays(QByteArrayView body);

} // namespace tapeline
