#pragma once

#include "order.h"
#include "tradesettings.h"

#include <QDate>
#include <QLocale>

namespace tapeline {

/// What the fields of an order ticket hold, before it is an order. Numbers are texts as a person
/// types them in the window's locale; an empty one is none.
struct OrderDraft
{
    Side side = Side::Buy;
    OrderType type = OrderType::Limit;
    TimeInForce tif = TimeInForce::Day;
    SizeBy sizeBy = SizeBy::Quantity;
    QString size; ///< a quantity, or an amount of money
    QString limit;
    QString stop;
    QString trail; ///< "0.50" or "1.5 %"
    QString limitOffset;
    QDate until; ///< of Gtd: good until the end of that day, Eastern
    QString target;
    QString stopLoss; ///< a price, or a distance as in "2 ATR"
    bool extendedHours = false;
    bool reduceOnly = false;
    bool postOnly = false;

    friend bool operator==(const OrderDraft &, const OrderDraft &) = default;
};

/// The fields that a type of order has.
constexpr bool hasLimitField(OrderType type)
{
    return type == OrderType::Limit || type == OrderType::StopLimit;
}
constexpr bool hasStopField(OrderType type)
{
    return type == OrderType::Stop || type == OrderType::StopLimit;
}
constexpr bool hasTrailField(OrderType type)
{
    return type >= OrderType::TrailingStop;
}

namespace orderdrafts {

/// The order that the fields say. Malformed, with a plain sentence that names the field, for a
/// number that is none; whether the order can be is the account's business. Fields that the type
/// does not have are left out.
Result<OrderTicket> toOrder(const OrderDraft &draft, const QString &symbol,
                            const QLocale &locale = {});
/// The fields as a preset has them; distances of its exits from this price (0: left out).
OrderDraft fromPreset(const TicketPreset &preset, const OrderDraft &before, const QString &symbol,
                      Price reference, const QLocale &locale = {});
/// What a preset keeps of the fields; distances of exits from this price, where it is above 0.
TicketPreset toPreset(const QString &name, const OrderDraft &draft, const QString &symbol,
                      Price reference, const QLocale &locale = {});

/// The price of a field moved by so many ticks; unchanged when it is no number.
QString stepped(const QString &field, int ticks, const QString &symbol, const QLocale &locale = {});
/// A quantity or an amount moved by so many whole units, above 0; unchanged when it is no number.
QString steppedSize(const QString &field, int steps, const QLocale &locale = {});
/// The draft with its numbers as another locale writes them; what is no number stays.
OrderDraft rewritten(const OrderDraft &draft, const QLocale &from, const QLocale &to);
/// A price as it is typed: not grouped.
QString fieldText(Price price, const QLocale &locale = {});

/// What an order with a stop loss may lose and, with a target, win, against this entry price.
struct Stakes
{
    Money risk {};
    Money reward {}; ///< 0 without a target

    /// reward : risk; nothing without either.
    std::optional<double> ratio() const;
};
/// Nothing without a stop loss, or when it does not fit.
std::optional<Stakes> stakes(const OrderTicket &ticket, Price entry);

} // namespace orderdrafts
} // namespace tapeline
