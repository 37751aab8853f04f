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
    /// Of stock quotes; nothing: what the live service counts on each day.
    std::optional<SizeUnit> sizeUnit = SizeUnit::Shares;
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
    bool isFarOff(Price price) const;
    void addFarOff(const Trade &trade, TradeUpdate update);

    TickClaims m_claims;
    SessionCursor m_sessions;
    QuoteChecks m_quotes;
    SequenceCheck m_tradeSequence;
    SequenceCheck m_quoteSequence;
    SilenceCheck m_silence;
    LatencyCheck m_latency;
    SizeUnits m_sizes;
    TimeUnits m_tradeUnits; // each file writes times its own way
    TimeUnits m_quoteUnits;
    IssueList m_issues;

    qint64 m_quoteDay = -1;
    std::optional<Quote> m_quote; // in force
    std::optional<Quote> m_farQuote; // newer, and far from the last trade: one of the two is right
    Price m_last;
    Price m_farPrice; // of trades far from the quote, one after the other
    int m_farTrades = 0; // that agree on it
    bool m_isTrade = false; // the record added last
    BarFaults m_current; // of the record added last
    qint64 m_records = 0;
    qint64 m_faulty = 0; // records before that one
    qint64 m_doubtful = 0;
    Timestamp m_newest {};
};

} // namespace tapeline
