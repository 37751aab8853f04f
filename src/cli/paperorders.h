#pragma once

#include "order.h"
#include "result.h"

#include <variant>
#include <vector>

namespace tapeline {

struct CancelOrder
{
    QString id;
};

/// Implied volatility as someone else reckoned it.
struct VolatilityQuote
{
    QString symbol;
    qint64 ppm = 0; ///< parts per million a year
};

/// Something sent to the paper broker, and when.
struct PaperOrder
{
    Timestamp at {};
    std::variant<OrderTicket, OrderReplace, CancelOrder, VolatilityQuote> what;
};

/// Orders as JSON lines, plain, .gz or .zst; - is standard input:
///
///   {"at":ns,"id","symbol","side":"buy|sell","qty":"100","type":"market|limit|stop|stop_limit|
///    trailing_stop|trailing_stop_limit","limit","stop","trail","trail_percent","limit_offset",
///    "tif":"day|gtc|gtd|ioc|fok|opg|cls","until":ns,"extended_hours":bool,"reduce_only":bool,
///    "take_profit","stop_loss","legs":[{"symbol","side","ratio"}]} and the rules of
///    orderrulestext.h
///   {"at":ns,"cancel":id}
///   {"at":ns,"volatility":symbol,"iv":"0.25"}
///   {"at":ns,"replace":id,"qty","limit","stop","trail","trail_percent"}
///
/// Decimals are strings and are not rounded. In the order of their times; lines of one time keep
/// theirs. Malformed names the line. What only a market can judge (a limit order without a limit)
/// is left to it.
Result<std::vector<PaperOrder>> readPaperOrders(const QString &file);
/// One line of such a file.
Result<PaperOrder> paperOrderFromLine(const QByteArray &line);

} // namespace tapeline
