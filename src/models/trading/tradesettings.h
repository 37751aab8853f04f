#pragma once

#include "order.h"

#include <QJsonObject>

#include <vector>

namespace tapeline {

/// How orders are sent by a click or a key, as the trader wants it. A value.
struct TradeSettings
{
    static constexpr std::size_t mostSizes = 6;

    /// Sizes to choose from with one click or key, each > 0.
    std::vector<Qty> sizes { Qty::whole(1), Qty::whole(10), Qty::whole(100), Qty::whole(500) };
    Qty size = Qty::whole(100); ///< the one that is chosen
    TimeInForce tif = TimeInForce::Day; ///< Day or Gtc
    bool extendedHours = false;
    /// Distances of the exits that a click attaches to an entry, in price increments.
    std::optional<int> stopTicks {};
    std::optional<int> targetTicks {};

    friend bool operator==(const TradeSettings &, const TradeSettings &) = default;
};

QJsonObject toJson(const TradeSettings &settings);
/// What is missing or wrong keeps its default.
TradeSettings tradeSettingsFromJson(const QJsonObject &object);

} // namespace tapeline
