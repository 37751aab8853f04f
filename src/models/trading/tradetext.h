#pragma once

#include "accountview.h"
#include "assetclass.h"
#include "orderevent.h"
#include "tradeplan.h"

#include <QLocale>

namespace tapeline {

struct TradeNews;

/// Words and sentences of trading for people, in the language of the window.
namespace tradetext {

QString side(Side side); ///< "Buy"
QString assetClass(AssetClass assetClass); ///< "Stocks"
QString rule(FillRule rule); ///< by which a fill came about: "Queue reached"
QString type(OrderType type); ///< "Stop limit"
QString timeInForce(TimeInForce tif); ///< "Day", "GTC"
QString state(OrderState state); ///< "Working"
/// A sentence without a full stop: "not enough buying power (needs 10,020.00, available 9,500.00)".
/// Empty for none.
QString reason(const Reason &reason);
/// "Buy 100 SPY limit 512.30, day", with its exits and conditions.
QString order(const OrderTicket &ticket, const QLocale &locale = {});
/// "Bought 100 SPY at 512.31", "Refused: Buy 100 SPY at market, Day: no quote".
QString news(const TradeNews &news, const QLocale &locale = {});
/// What a change comes to: "stop 511.00".
QString change(const OrderReplace &change, const QLocale &locale = {});

/// "1,234.50", "-0.12": two decimals, grouped.
QString money(Money amount, const QLocale &locale = {});
/// The same with a sign: "+1,234.50".
QString profit(Money amount, const QLocale &locale = {});
/// "62.5 %" of the closed trades; a dash while there is none.
QString winRate(const AccountFigures &figures, const QLocale &locale = {});
/// "+1.25 %" of 0.0125.
QString share(double share, const QLocale &locale = {});
/// As many decimals as it has, two at least.
QString price(Price price, const QLocale &locale = {});
/// An average: rounded to four decimals, half to even, six below 1.
QString average(Price price, const QLocale &locale = {});
QString qty(Qty qty, const QLocale &locale = {});

} // namespace tradetext
} // namespace tapeline
