#pragma once

#include "order.h"

#include <optional>

namespace tapeline {

/// The columns of the ladder, from the left. Own orders and their crosses are there where it is
/// traded from.
enum class LadderColumn : quint8 {
    Sold,
    CancelBuy,
    OwnBuy,
    BidSize,
    Price,
    AskSize,
    OwnSell,
    CancelSell,
    Bought,
    Volume
};
inline constexpr int ladderColumnCount = 10;

/// A place in the ladder.
struct LadderCell
{
    LadderColumn column = LadderColumn::Price;
    qint64 row = 0;

    friend bool operator==(const LadderCell &, const LadderCell &) = default;
};

constexpr bool isOrderColumn(LadderColumn column)
{
    return column == LadderColumn::OwnBuy || column == LadderColumn::OwnSell;
}

constexpr bool isCancelColumn(LadderColumn column)
{
    return column == LadderColumn::CancelBuy || column == LadderColumn::CancelSell;
}

/// Where a click places an order.
constexpr bool isClickColumn(LadderColumn column)
{
    return column == LadderColumn::BidSize || column == LadderColumn::AskSize;
}

/// Of what is traded there; nothing for columns that only show something.
constexpr std::optional<Side> tradeSide(LadderColumn column)
{
    if (!isOrderColumn(column) && !isCancelColumn(column) && !isClickColumn(column))
        return std::nullopt;
    return column < LadderColumn::Price ? Side::Buy : Side::Sell;
}

} // namespace tapeline
