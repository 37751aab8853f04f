#pragma once

#include "orderrules.h"
#include "timestamp.h"

#include <QString>

#include <optional>
#include <vector>

namespace tapeline {

enum class Side : quint8 { Buy, Sell };

constexpr Side opposite(Side side)
{
    return side == Side::Buy ? Side::Sell : Side::Buy;
}

/// On open and on close are a market or limit order with TimeInForce::Opg or Cls
/// (execution.md A.1).
enum class OrderType : quint8 { Market, Limit, Stop, StopLimit, TrailingStop, TrailingStopLimit };

enum class TimeInForce : quint8 { Day, Gtc, Gtd, Ioc, Fok, Opg, Cls };

/// What a stop looks at (A.6). Usual: Last; options: BidAsk.
enum class TriggerSource : quint8 { Usual, Last, BidAsk, DoubleLast, Mid };

/// Of a package: a structure of four legs is rolled to another in one order.
inline constexpr std::size_t mostLegs = 8;

struct OrderLeg
{
    QString symbol;
    Side side = Side::Buy;
    int ratio = 1; ///< contracts a package, or shares of what they are on; >= 1

    friend bool operator==(const OrderLeg &, const OrderLeg &) = default;
};

/// What someone wants done. Prices that the type does not use stay empty.
struct OrderTicket
{
    QString id; ///< chosen by the sender, never used twice in an account
    QString symbol; ///< empty for packages
    Side side = Side::Buy; ///< of a package: Buy takes the legs as written
    Qty qty; ///< > 0; of a package: packages
    OrderType type = OrderType::Market;
    /// Of a package: net debit a unit, negative for a credit; 100 shares with a contract on 100 are
    /// a unit.
    std::optional<Price> limit {};
    std::optional<Price> stop {};
    std::optional<Price> trail {}; ///< distance of a trailing stop
    std::optional<qint64> trailPpm {}; ///< or as parts per million of the mark: 1.5 % is 15,000
    std::optional<Price> limitOffset {}; ///< of a trailing stop-limit: limit beyond the stop
    std::optional<Price> activation {}; ///< a trailing stop sleeps until the source reaches it
    TriggerSource trigger = TriggerSource::Usual;
    TimeInForce tif = TimeInForce::Day;
    Timestamp until {}; ///< of Gtd
    bool extendedHours = false;
    bool reduceOnly = false;
    bool postOnly = false;
    bool allOrNone = false; ///< not supported: refused
    std::optional<Price> takeProfit {}; ///< a limit child
    std::optional<Price> stopLoss {}; ///< a stop child
    std::optional<Price> stopLossLimit {}; ///< makes it a stop-limit
    /// The stop loss at so far from the entry. It and the size are reckoned when the order is sent,
    /// in place of stopLoss and qty, which then say what came of them.
    std::optional<AtrDistance> stopLossAtr {};
    std::optional<SizeRule> size {};
    std::optional<TimeStop> timeStop {}; ///< of what it opens
    std::optional<IvExit> ivStop {};
    QString parent; ///< of a child: the entry's id
    QString oco; ///< orders with one name share one quantity (A.5)
    QString strategy; ///< a tag; counts for the limit per strategy
    std::vector<OrderLeg> legs {}; ///< options on one underlying; its shares may come after them

    bool isPackage() const { return !legs.empty(); }
    bool hasStop() const { return type >= OrderType::Stop; }
    bool isTrailing() const { return type >= OrderType::TrailingStop; }
    bool endsByRule() const { return timeStop || ivStop; }
    bool hasRules() const { return stopLossAtr || size || endsByRule(); }
    friend bool operator==(const OrderTicket &, const OrderTicket &) = default;
};

/// A change of a working order; what is empty stays.
struct OrderReplace
{
    QString id;
    std::optional<Qty> qty {}; ///< the new whole quantity, above what is filled
    std::optional<Price> limit {};
    std::optional<Price> stop {};
    std::optional<Price> trail {};
    std::optional<qint64> trailPpm {};

    friend bool operator==(const OrderReplace &, const OrderReplace &) = default;
};

} // namespace tapeline
