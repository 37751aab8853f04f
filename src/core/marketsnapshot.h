#pragma once

#include "assetclass.h"
#include "candle.h"
#include "capabilities.h"
#include "dataquality.h"
#include "datastatus.h"
#include "marketcalendar.h"
#include "marketevent.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace tapeline {

/// The newest state of one instrument, as the market thread publishes it. Values that are not known yet are 0.
struct InstrumentSnapshot
{
    QString symbol;
    Timestamp time {};       ///< of the newest event
    Price last;              ///< by eligible trades only
    Qty lastSize;
    Timestamp lastTime {};
    Price bid;
    Price ask;
    Qty bidSize;
    Qty askSize;
    Price open;              ///< of today's regular session
    Price high;
    Price low;
    Price previousClose;
    Qty volume;              ///< today, all sessions
    double vwap = 0;         ///< of today; 0 when unknown
    qint64 tradeCount = 0;
    Price upperBand;         ///< LULD
    Price lowerBand;
    bool halted = false;
    DataBadge badge;
};

/// Which side a print is taken to have come from, by the quote in force before it.
enum class PrintSide : quint8 { Unknown, BelowBid, AtBid, BetweenLower, BetweenUpper, AtAsk, AboveAsk };

/// Where a line of the tape comes from.
enum class PrintOrigin : quint8 {
    Stream,
    Backfill,  ///< fetched after a break: the quote at its time is not known
    SecondBar  ///< a second's bar where the plan has no trades: price is its close, size its volume
};

/// One line of time & sales.
struct TapePrint
{
    Trade trade;
    PrintOrigin origin = PrintOrigin::Stream;
    bool afterGap = false;   ///< prints before it are missing and could not be fetched
    bool isOffMarket = false; ///< far from the quote in force (V-15): counts in volume, sets no price
    Price bid;               ///< in force before the trade; 0 when none
    Price ask;
    PrintSide side = PrintSide::Unknown;
    TradeUpdate update;
    int direction = 0;       ///< against the last different eligible price: +1, -1, 0
};

/// What changed in one chart since the last time it was asked. Bars are keyed by start: replace on repeat.
struct ChartUpdate
{
    enum class History : quint8 {
        Loading,   ///< a request is under way
        Partial,   ///< more can be loaded on the left
        Complete,  ///< the first bar there is has been reached
        Failed     ///< see message; asking again may help
    };

    quint64 chart = 0;               ///< as given by the engine when it was opened
    bool reset = false;              ///< forget all bars first
    std::vector<Candle> bars;        ///< ascending by start; new or replaced
    /// When they changed: all bars that follow a hole in the data, or hold one, ascending. A start
    /// without a bar means the next one.
    std::optional<std::vector<Timestamp>> gaps;
    Timestamp provisionalFrom {};    ///< bars from here on can still change
    History history = History::Loading;
    double progress = 0;             ///< of the request under way, 0 to 1
    QString message;                 ///< a plain sentence when something is to be said, else empty
    Timestamp keptAsOf {};           ///< bars are as the cache had them, last asked for then; 0 once they are checked
    QString provider;                ///< who some of the bars are from, when not the chosen source; else empty
    std::optional<DataQuality> quality; ///< when it changed
    DataBadge badge;
};

/// What the status bar and the badges show.
struct SessionStatus
{
    DataSource source = DataSource::Simulated;
    Recency recency = Recency::Unknown;
    StreamState stream = StreamState::Offline; ///< the one of all markets that is the least well
    QString detail;                  ///< why, when the stream is not live: a plain sentence
    /// What each market's stream is doing, by asset class; offline while nobody looks at it.
    std::array<StreamState, allAssetClasses.size()> streams {};
    qint64 latencyMicroseconds = -1; ///< receive minus event time, smoothed; -1 unknown
    double messagesPerSecond = 0;
    int restUsed = 0;                ///< requests in the last 60 s
    int restLimit = 0;               ///< per minute; 0 is unlimited
    int restQueued = 0;
    quint64 lost = 0;                ///< frames that could not be read
    quint64 repeated = 0;            ///< trades that came twice and were counted once
    bool lagging = false;            ///< data had to wait in a queue
    Duration waited {};              ///< how long the oldest of it waited, while lagging
    Timestamp retryAt {};            ///< wall clock: when the next attempt is due, while waiting for one
    Capabilities capabilities;       ///< what the plans open, corrected by what was refused
    Timestamp marketTime {};
    SessionPart part = SessionPart::Closed;
    Timestamp nextChange {};
    SessionPart nextPart = SessionPart::Closed;
    double speed = 1;                ///< of a simulated or replayed clock
};

} // namespace tapeline
