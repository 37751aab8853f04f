#pragma once

#include "issuelist.h"
#include "marketcalendar.h"
#include "marketevent.h"

#include <optional>
#include <span>

namespace tapeline {

/// A trade that is reported in the day but belongs to no minute or second bar: the closing cross
/// (8, 19 after the close) and what prints outside 04:00-20:00 (decisions.md, market rules).
inline bool isDayOnly(const Trade &trade, SessionPart part)
{
    if (part == SessionPart::Closed)
        return true;
    return part == SessionPart::AfterHours
        && (trade.conditions.contains(condition::closingPrint)
            || trade.conditions.contains(condition::closingTrade));
}

/// Where the volume of a day bar is, to the share.
struct DayVolume
{
    Qty day; ///< of the day's bar
    Qty minutes; ///< sum of its minute bars
    Qty closingCross;
    Qty outsideHours; ///< prints outside 04:00-20:00
    Qty unexplained; ///< of the day's what is left; below 0: the parts are more

    bool isExplained() const { return unexplained.isZero(); }
};

/// minutes and trades: of the day; of the trades those count that are in no minute, by their
/// conditions.
DayVolume explainDayVolume(const Candle &day, std::span<const Candle> minutes,
                           std::span<const Trade> trades, const MarketCalendar &calendar);

/// V-21: the day's volume against the sum of its parts, within 1 %, and its close against that of
/// the last regular minute. Without the trades of the day the closing cross is not known: then
/// volume is compared one way, and minutes may not be more than the day.
std::vector<QualityIssue> crossCheckDay(const Candle &day, std::span<const Candle> minutes,
                                        const MarketCalendar &calendar,
                                        std::optional<std::span<const Trade>> trades = {});

} // namespace tapeline
