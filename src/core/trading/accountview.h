#pragma once

#include "accountsettings.h"
#include "order.h"
#include "orderstate.h"
#include "timestamp.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace tapeline {

/// A position as a venue states it.
struct VenuePosition
{
    QString symbol;
    Qty qty; ///< negative: short
    Money cost; ///< of the open lots; negative for a short

    friend bool operator==(const VenuePosition &, const VenuePosition &) = default;
};

/// The figures of an account (execution.md C.3).
struct AccountFigures
{
    Money cash;
    Money equity;
    Money realized; ///< gross
    Money unrealized;
    Money fees;
    Money buyingPower;
    qint64 trades = 0; ///< closed round trips
    qint64 wins = 0; ///< of them with a net profit
    bool stale = false; ///< a price it rests on is old

    /// Realized after fees.
    Money net() const { return realized - fees; }
    /// 0 to 1; nothing while no trade is closed.
    std::optional<double> winRate() const
    {
        return trades > 0 ? std::optional(double(wins) / double(trades)) : std::nullopt;
    }
    friend bool operator==(const AccountFigures &, const AccountFigures &) = default;
};

/// A position with its price, for views and the command line.
struct PositionRow
{
    QString symbol;
    Qty qty;
    Money cost;
    Price average; ///< a unit, rounded; for display
    Price mark;
    Money value;
    Money unrealized;
    bool isStale = false;
    QString strategy {}; ///< tag of all its lots; empty where they have none or different ones
    bool isDeclined = false; ///< a long option that is not to be exercised
    bool isAdjusted = false; ///< an odd split changed the contract: it can only be closed

    friend bool operator==(const PositionRow &, const PositionRow &) = default;
};

/// A working order as it stands: a trailing stop's `stop` is where it has moved to.
struct OrderRow
{
    OrderTicket ticket;
    OrderState state = OrderState::New;
    Qty filled;
    Timestamp sentAt {};

    Qty leaves() const { return ticket.qty - filled; }
    friend bool operator==(const OrderRow &, const OrderRow &) = default;
};

/// A dividend to come of what an account is in, as it was announced.
struct DividendAhead
{
    QString symbol;
    Price amount; ///< a unit
    QDate exDay; ///< who holds the stock as this day begins is paid

    friend bool operator==(const DividendAhead &, const DividendAhead &) = default;
};

/// A paper account as it stands.
struct PaperAccountView
{
    QString name;
    AccountSettings settings;
    AccountFigures figures;
    Money deposits {}; ///< less withdrawals
    Money dividends {}; ///< received less paid, due ones included
    Money interest {}; ///< earned less owed
    Money dayStart {}; ///< equity on which the day's limits rest
    Money dayProfit {}; ///< what the day has brought since, deposits not counted
    bool isStopped = false; ///< the kill switch: openings are refused
    bool isDayLocked = false; ///< the daily loss was reached
    bool isMarginCalled = false;
    std::vector<PositionRow> positions {};
    std::vector<OrderRow> working {}; ///< in the order of their submission
    /// Contracts that end today, in the money, and whose shares could not be carried: they are
    /// closed a quarter of an hour before the close.
    QStringList atExpiryRisk {};
    std::vector<DividendAhead> dividendsAhead {}; ///< in the order of their announcement

    const PositionRow *position(const QString &symbol) const
    {
        for (const PositionRow &row : positions)
            if (row.symbol == symbol)
                return &row;
        return nullptr;
    }
    friend bool operator==(const PaperAccountView &, const PaperAccountView &) = default;
};

/// What an account was worth at some time.
struct EquityPoint
{
    Timestamp at {}; ///< market time
    Money equity;
    Money deposits; ///< less withdrawals, up to then

    friend bool operator==(const EquityPoint &, const EquityPoint &) = default;
};

} // namespace tapeline
