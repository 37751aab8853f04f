#pragma once

#include "barorder.h"
#include "coverage.h"
#include "flatlines.h"
#include "returnanomalies.h"
#include "splitjumps.h"
#include "timeunits.h"
#include "volumeanomalies.h"

namespace tapeline {

/// What bars are claimed to be.
struct BarClaims
{
    Timeframe timeframe;
    AssetClass assetClass = AssetClass::Stocks;
    bool adjusted = true; ///< splits are worked in
    std::vector<ShareSplit> splits {}; ///< those that are known
    std::optional<Timestamp> now {}; ///< no bar is later; nothing: of no time
};

/// What the rules found in a series of records.
struct SeriesFindings
{
    qint64 records = 0;
    qint64 faulty = 0; ///< records with a fatal fault or an error
    qint64 doubtful = 0; ///< records with a warning
    qint64 expected = 0; ///< as DataQuality
    qint64 present = 0;
    int failedChecks = 0; ///< comparisons with other data that did not come out
    bool hasBadSymbol = false;
    bool hasBadCalendar = false; ///< most records lie outside all sessions
    bool isLiquid = false;
    Timestamp newest {}; ///< start of the last record in its place
    std::vector<QualityIssue> issues; ///< as DataQuality
};

/// The rules for bars, V-04 to V-12, V-16 to V-18, V-22 and V-24 (execution.md I.1). Takes the bars
/// of one symbol as they come, each once, and reports; nothing is changed or dropped. A bar costs
/// the same however many came before it.
class BarValidator
{
public:
    BarValidator(BarClaims claims, const MarketCalendar &calendar);

    void add(const BarRecord &record);
    void add(const Candle &bar)
    {
        BarRecord record;
        record.bar = bar;
        add(record);
    }

    qint64 records() const { return m_records; }
    SeriesFindings findings() const;

private:
    void checkInOrder(const Candle &bar, BarFaults &faults);
    void checkFlat(const Candle &bar, const BarPlace &place, bool isSound, bool isUntraded);
    QDate lastDay(const Candle &bar, const BarPlace &place) const;
    bool checkTradeCount(const Candle &bar);
    qint64 doubtful() const;

    BarClaims m_claims;
    BarChecks m_checks;
    TimeUnits m_units;
    BarOrder m_order;
    BarPlaces m_places;
    Coverage m_coverage;
    SplitJumps m_splits;
    ReturnAnomalies m_returns;
    VolumeAnomalies m_volumes;
    FlatLines m_flat;
    IssueList m_issues;
    IssueList m_untraded; // V-07 with no trades; of no meaning where none are ever stated

    qint64 m_records = 0;
    qint64 m_faulty = 0;
    qint64 m_doubtful = 0; // by what is known at once
    qint64 m_untradedOnly = 0; // of the others
    QDate m_day; // of the bar added last
    qint64 m_outside = 0;
    bool m_statesTrades = false;
    Timestamp m_newest {};
};

} // namespace tapeline
