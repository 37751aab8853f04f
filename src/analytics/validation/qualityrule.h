#pragma once

#include "dataquality.h"

namespace tapeline {

/// The rules of execution.md I.1; the value is the number in "V-05".
enum class QualityRule : quint8 {
    StockSymbol = 1,
    OptionSymbol,
    PairSymbol,
    Numbers, ///< finite, prices above 0, volume not below
    Range, ///< high and low hold open and close
    AveragePrice, ///< within the range
    Silence, ///< a range without volume, volume without trades
    Order, ///< ascending, aligned, not in the future
    Duplicate,
    Session, ///< outside the sessions, or on a holiday
    Missing,
    Split, ///< a jump by a split's ratio
    Quote,
    Spread, ///< crossed for a while, or very wide
    OffMarket, ///< far from the quote
    Return,
    Volume,
    Flat,
    Sequence,
    Latency,
    DayVolume, ///< against the sum of minutes
    Precision,
    OptionChain,
    TimeUnit,
    SizeUnit
};
inline constexpr int qualityRules = static_cast<int>(QualityRule::SizeUnit);

/// "V-05".
inline QString ruleId(QualityRule rule)
{
    const int number = static_cast<int>(rule);
    return QString::fromLatin1(number < 10 ? "V-0" : "V-") + QString::number(number);
}

} // namespace tapeline
