#pragma once

#include "marketsource.h"

namespace tapeline {

/// The kinds of data plans differ in (massive-api.md 1.3).
enum class ServedData : quint8 {
    Reference,
    Bars,
    SecondBars,
    Snapshots,
    Trades,
    Quotes,
    Financials,
    PartnerData
};

/// The part of time one plan can see, at one instant.
struct DataView
{
    Timestamp asOf; ///< nothing at or after this instant exists for the plan
    Timestamp oldest; ///< start of its history
    Timestamp
        closedFrom; ///< Basic: start of a day or session that is not over; else the end of time
    bool delayed = false; ///< answers say DELAYED
};

/// Whether a requested range is within the plan.
enum class RangeVerdict : quint8 { Allowed, Timeframe, Today };

namespace entitlements {

/// Which plans a symbol belongs to, by its form alone: "O:", "I:", "C:", "X:", a futures contract,
/// else stocks.
AssetClass classOf(QStringView symbol);
ServedPlan planFor(const KeyGrant &grant, AssetClass assetClass);
/// Whether a key may read this kind of data at all.
bool allows(const KeyGrant &grant, AssetClass assetClass, ServedData data);
bool isRealTime(AssetClass assetClass, ServedPlan plan);
/// How late a plan that is not real time sees the market: 15 minutes, futures 10.
Duration delayOf(AssetClass assetClass);

DataView viewOf(ServedPlan plan, AssetClass assetClass, Timestamp now,
                const MarketCalendar &calendar);
/// Judges the requested range [from, to).
RangeVerdict judge(const DataView &view, Timestamp from, Timestamp to);

} // namespace entitlements
} // namespace tapeline
