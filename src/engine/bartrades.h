#pragma once

#include "markethours.h"
#include "marketsnapshot.h"
#include "tradebarbuilder.h"

#include <optional>

namespace tapeline {

/// Which trades of a symbol count in its bars within a day, and what they may change: those that
/// its minute bars have, by their conditions. What is corrected or cancelled, closing crosses and
/// prints outside the sessions have no place in them.
class BarTrades
{
public:
    /// calendar must outlive it.
    BarTrades(AssetClass assetClass, const MarketCalendar &calendar)
        : m_assetClass(assetClass)
        , m_calendar(calendar)
    {
    }

    /// A trade that was fetched.
    std::optional<BarPrint> of(const Trade &trade);
    /// A line of the tape; not one that sums up a second.
    std::optional<BarPrint> of(const TapePrint &print);

private:
    SessionPart partAt(Timestamp time);

    AssetClass m_assetClass;
    const MarketCalendar &m_calendar;
    Timestamp m_spanFrom = Timestamp::max();
    MarketSpan m_span {};
};

} // namespace tapeline
