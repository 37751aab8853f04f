#pragma once

#include "assetclass.h"
#include "candle.h"
#include "marketcalendar.h"
#include "timeranges.h"
#include "tradeclassifier.h"

#include <deque>
#include <optional>
#include <span>

namespace tapeline {

/// What one symbol's session came to so far: its volume and VWAP (execution.md F.1) from regular
/// trades, and its cumulative delta (D.2) by the order flow's own rule. The session is the
/// exchange's from 09:30 on, the day of what trades at all hours (crypto: 00:00 UTC).
///
/// Volume and VWAP go on from minute bars of the time before trades were seen; a delta cannot, and
/// is known only where every print was seen.
class SessionSums
{
public:
    /// calendar must outlive it.
    SessionSums(AssetClass assetClass, const MarketCalendar &calendar);

    /// Every trade from here on comes, so far.
    void beginAt(Timestamp from);
    /// The same after some were missed, or might have been.
    void onGap(Timestamp until);
    /// None comes before onGap().
    void onBreak();
    void addQuote(const Quote &quote);
    void addTrade(const Trade &trade);

    /// The minutes of the session at an instant that trades do not tell: empty when they tell all
    /// of it, or when it is told. Aligned to minutes.
    TimeRange missing(Timestamp now);
    /// The bars of those that were missing.
    void addMissing(std::span<const Candle> minutes, const TimeRange &range);
    /// All there is of the session up to now, with the minute that forms: trades that come count
    /// on top.
    void setSoFar(std::span<const Candle> minutes, Timestamp now);

    /// Nothing where it is not known, or the session has not begun.
    std::optional<Qty> volume(Timestamp now) const;
    std::optional<double> vwap(Timestamp now) const;
    /// In units.
    std::optional<double> delta(Timestamp now) const;
    /// Units a minute that the delta grew by in the last five.
    std::optional<double> deltaSlope(Timestamp now) const;

    static constexpr Duration slopeLength = std::chrono::minutes(5);

private:
    struct Session
    {
        Timestamp start {};
        Timestamp end {}; ///< of regular trades
        Timestamp until {}; ///< what it is belongs to another from here on
        bool isOn = false; ///< it has begun
    };
    struct Second
    {
        Timestamp start {};
        HalfQty delta;
    };

    Session sessionAt(Timestamp time) const;
    void passTo(Timestamp time);
    Price countedPrice(const Trade &trade) const;
    void addVolume(const Trade &trade);
    void addFlow(const Trade &trade);
    void addBars(std::span<const Candle> minutes, const TimeRange &range);
    bool isOf(Timestamp now) const;
    ClassifierRule rule() const { return m_classifier.rule(); }

    const AssetClass m_assetClass;
    const MarketCalendar &m_calendar;
    TradeClassifier m_classifier;
    Quote m_quote {}; ///< in force
    Timestamp m_completeFrom = Timestamp::max(); ///< no trade is missing since
    Session m_session {};
    Timestamp m_countFrom {}; ///< earlier trades are in bars
    bool m_isTold = false; ///< what was before m_countFrom is in the sums
    Qty m_volume;
    double m_notional = 0; ///< sum of price times size
    HalfQty m_delta;
    VolumeBound m_bound; ///< of all flow: sums of it stay in their range
    std::deque<Second> m_seconds; ///< of the last minutes
};

} // namespace tapeline
