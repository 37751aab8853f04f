#pragma once

#include "barvalidator.h"
#include "quotechecks.h"
#include "sessioncursor.h"
#include "sizeunits.h"
#include "streamchecks.h"

namespace tapeline {

/// What ticks are claimed to be.
struct TickClaims
{
    AssetClass assetClass = AssetClass::Stocks;
    bool isDelayed = false; ///< the plan's data is 15 minutes old
    SizeUnit sizeUnit = SizeUnit::Shares; ///< of stock quotes
};

/// The rules for the trades and quotes of one symbol, V-13 to V-15, V-19, V-20 and V-25
/// (execution.md I.1), in the order of the wire: a trade is judged by the quote before it. V-24 is
/// about times as they are written: see TimeUnits.
class TickValidator
{
public:
    TickValidator(const TickClaims &claims, const MarketCalendar &calendar);

    void add(const Trade &trade);
    void add(const Quote &quote);
    /// When a record of that time arrived, where that is known.
    void addArrival(Timestamp time, Timestamp received) { m_latency.add(time, received); }
    /// How the time of the record added last was written (V-24).
    void addWrittenTime(qint64 value);

    qint64 records() const { return m_records; }
    SeriesFindings findings() const;

private:
    void begin(Timestamp time);
    qint64 dayOf(Timestamp time) const;
    bool isRegular(Timestamp time);
    bool isFarOff(const Trade &trade, TradeUpdate update) const;

    TickClaims m_claims;
    SessionCursor m_sessions;
    QuoteChecks m_quotes;
    SequenceCheck m_tradeSequence;
    SequenceCheck m_quoteSequence;
    SilenceCheck m_silence;
    LatencyCheck m_latency;
    SizeUnits m_sizes;
    TimeUnits m_units;
    IssueList m_issues;

    std::optional<Quote> m_quote; // in force
    Price m_last;
    BarFaults m_current; // of the record added last
    qint64 m_records = 0;
    qint64 m_faulty = 0; // records before that one
    qint64 m_doubtful = 0;
    Timestamp m_newest {};
};

} // namespace tapeline
