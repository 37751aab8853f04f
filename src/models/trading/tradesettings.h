#pragma once

#include "order.h"

#include <QJsonObject>

#include <vector>

namespace tapeline {

/// What the size of an order is said by.
enum class SizeBy : quint8 {
    Quantity,
    Risk, ///< what is lost at the stop loss
    Cash, ///< what is paid
    Atr ///< what is lost over two average true ranges
};

/// What an order ticket can be filled from. Exits are kept as distances, in price increments.
struct TicketPreset
{
    QString name;
    OrderType type = OrderType::Limit;
    TimeInForce tif = TimeInForce::Day;
    SizeBy sizeBy = SizeBy::Quantity;
    QString size; ///< a plain decimal
    bool extendedHours = false;
    bool reduceOnly = false;
    bool postOnly = false;
    std::optional<int> stopTicks {};
    std::optional<int> targetTicks {};

    friend bool operator==(const TicketPreset &, const TicketPreset &) = default;
};

/// How orders are sent by a click or a key, as the trader wants it. A value.
struct TradeSettings
{
    static constexpr std::size_t mostSizes = 6;
    static constexpr int mostReminderDays = 30;

    /// Sizes to choose from with one click or key, each > 0.
    std::vector<Qty> sizes { Qty::whole(1), Qty::whole(10), Qty::whole(100), Qty::whole(500) };
    Qty size = Qty::whole(100); ///< the one that is chosen
    TimeInForce tif = TimeInForce::Day; ///< Day or Gtc
    bool extendedHours = false;
    /// Distances of the exits that a click attaches to an entry, in price increments.
    std::optional<int> stopTicks {};
    std::optional<int> targetTicks {};
    std::vector<TicketPreset> presets {}; ///< of the order ticket, names differ
    QString account {}; ///< the one that is traded on
    bool sounds = true; ///< a fill, a refusal is heard
    /// So many calendar days before an option position ends it is told of, once a day; 0: on the
    /// last day only.
    int reminderDays = 3;
    bool notifications = true; ///< is told by the desktop while another program is in front

    friend bool operator==(const TradeSettings &, const TradeSettings &) = default;
};

QJsonObject toJson(const TradeSettings &settings);
/// What is missing or wrong keeps its default.
TradeSettings tradeSettingsFromJson(const QJsonObject &object);

} // namespace tapeline
