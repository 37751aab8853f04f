#pragma once

#include "money.h"
#include "price.h"
#include "qty.h"
#include "timeframe.h"

#include <optional>

namespace tapeline {

/// A distance in average true ranges (ATR14) of a timeframe (execution.md C.8).
struct AtrDistance
{
    qint64 multiplePpm = 2'000'000; ///< 2,000,000: twice
    Timeframe timeframe {};
    std::optional<Price> atr {}; ///< as given, or the one that was used

    friend bool operator==(const AtrDistance &, const AtrDistance &) = default;
};

/// Ends a position by the clock: a market exit.
struct TimeStop
{
    enum class Kind : quint8 {
        Off,
        Seconds, ///< after the entry
        Minutes,
        Bars, ///< of a timeframe
        TimeOfDay, ///< minutes since midnight Eastern, of the entry's day
        DaysToExpiry ///< calendar days, of options: at the open of the first day with so few
    };

    Kind kind = Kind::Off;
    qint64 count = 0;
    Timeframe timeframe {}; ///< of Bars

    friend bool operator==(const TimeStop &, const TimeStop &) = default;
};

/// Ends short premium when implied volatility has risen, by a share of the entry's or by points,
/// whichever comes first: a market exit. Parts per million: 250,000 is 25 % a year.
struct IvExit
{
    std::optional<qint64> entryPpm {}; ///< as given, or the newest known when it was sent
    std::optional<qint64> relativePpm {}; ///< 500,000: half as much again; also without any
    std::optional<qint64> pointsPpm {}; ///< 100,000: ten points

    friend bool operator==(const IvExit &, const IvExit &) = default;
};

/// A quantity to be reckoned when the order is sent.
struct SizeRule
{
    enum class By : quint8 {
        Risk, ///< what is lost at the stop loss
        Atr, ///< what is lost over a distance in ATRs
        Cash, ///< what is paid
        Shares
    };

    By by = By::Risk;
    Money amount {}; ///< of all but Shares
    Qty shares {};
    AtrDistance distance {}; ///< of Atr

    friend bool operator==(const SizeRule &, const SizeRule &) = default;
};

} // namespace tapeline
