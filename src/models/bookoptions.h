#pragma once

#include "timestamp.h"

#include <QJsonObject>

#include <array>

namespace tapeline {

/// What a person chose to see of an order book.
struct BookOptions
{
    /// A row is as many price steps as suit the price.
    static constexpr int suitingGroup = 0;
    /// How many of the instrument's price steps a row can be, ascending.
    static constexpr std::array<int, 10> groups { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1'000 };
    /// How long the columns of the heat map can be, ascending.
    static constexpr std::array<Duration, 5> columns { 100ms, 250ms, 1s, 5s, 30s };

    bool heatMap = true;
    bool bubbles = true; ///< trades over the heat map
    bool microprice = false; ///< its line over the heat map
    bool imbalance = true; ///< order-flow imbalance below the heat map
    bool traded = true; ///< volume by price in the ladder
    int group = suitingGroup; ///< that, or one of groups
    Duration column = 250ms; ///< one of columns

    QJsonObject toJson() const;
    /// What is missing or unknown stays as it is at first.
    static BookOptions fromJson(const QJsonObject &json);

    friend bool operator==(const BookOptions &, const BookOptions &) = default;
};

} // namespace tapeline
