#pragma once

#include "traderecord.h"

#include <optional>

namespace tapeline {

/// What kind of market a trade was opened in, from two things that were known then: how far the
/// price had gone from the session's VWAP, in daily ATRs, and how much was traded relative to the
/// days before.
///
/// Within a quarter of an ATR of VWAP a market is balanced, beyond it stretched up or down; from
/// one and a half times the usual volume it is busy, else quiet. Our own definition: a day's range
/// is about one ATR, so a quarter of it from the volume's mean price is a day that leans.
enum class MarketRegime : quint8 {
    StretchedUpBusy,
    StretchedUpQuiet,
    BalancedBusy,
    BalancedQuiet,
    StretchedDownBusy,
    StretchedDownQuiet,
};

namespace marketregime {

constexpr double balancedAtrs = 0.25;
constexpr double busyVolume = 1.5;

} // namespace marketregime

/// (price - VWAP) / ATR, the price being the middle of the quote, else the last; nothing where one
/// of them was not known.
std::optional<double> atrsFromVwap(const MarketMoment &moment);
/// Nothing where the distance or the relative volume was not known.
std::optional<MarketRegime> marketRegime(const MarketMoment &moment);

} // namespace tapeline
