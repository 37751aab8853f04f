#pragma once

#include "barsdecoder.h"
#include "marketcontext.h"

#include <QObject>

#include <map>
#include <vector>

namespace tapeline {

/// Joins an instrument's stream to what was before it, without a hole and without anything twice:
///
/// 1. Trades from the stream wait (MarketHub::hold).
/// 2. Once the service has acknowledged the subscription, the trades since the start of the minute
///    are fetched, or, after a break, since the last one that came.
/// 3. Both are put together by their numbers (joinTrades), and everything goes on.
///
/// On a plan without trades the same is done with second bars. What cannot be fetched is marked and
/// told. Lives on the market thread.
class StreamJoin : public QObject
{
    Q_OBJECT

public:
    /// A longer break is not made good trade by trade; the bars are.
    static constexpr Duration longestBackfill = 30min;

    explicit StreamJoin(MarketContext &context, QObject *parent = nullptr);

    /// No answer may hold up an instrument for longer: it goes on with a hole, which is marked.
    static constexpr Duration longestHold = 5s;

    /// A new source.
    void reset();
    /// From now on its bars are kept; joined() follows.
    void begin(InstrumentId id);
    void end(InstrumentId id);
    /// Of an asset class.
    void endAll(AssetClass assetClass);
    bool isJoined(InstrumentId id) const;
    /// To be called a few times a second.
    void tick();

    void onSubscribed(InstrumentId id);
    /// The stream of a market was away for so long (wall time) and is back: what was joined is
    /// joined anew.
    void onBreak(AssetClass stream, Duration length);

signals:
    /// Its bars are complete from LiveBars::readyFrom() on; again after every break.
    void joined(tapeline::InstrumentId id);

private:
    enum class Stage : quint8 { Waiting, Asking, Joined };

    struct Join
    {
        Stage stage = Stage::Waiting;
        bool afterBreak = false; ///< its bars have begun before
        Timestamp brokenAt {}; ///< the last that came before the break
        Timestamp resumedAt {};
        Duration heldSince {}; ///< monotonic
        quint64 request = 0;
        Timestamp from {}; ///< what is fetched begins here
        std::vector<Trade> fetched;
        int pages = 0;
    };

    void await(Join &join);
    void giveUp(InstrumentId id, Join &join);
    void ask(InstrumentId id, Join &join);
    void askTrades(InstrumentId id, Join &join, const QString &nextUrl);
    void askSeconds(InstrumentId id, Join &join);
    bool hasTrades(InstrumentId id) const;
    bool isConnected(InstrumentId id) const;
    Timestamp viewNow(InstrumentId id) const;
    void finishTrades(InstrumentId id, Join &join, bool complete);
    void finishSeconds(InstrumentId id, Join &join, const Result<BarsPage> &page);
    void finish(InstrumentId id, Join &join);
    void tell(InstrumentId id, ConnectionEvent::Kind kind, Duration length, qint64 count);

    MarketContext &m_context;
    std::map<InstrumentId, Join> m_joins;
};

/// The start of the minute.
Timestamp minuteOf(Timestamp time);

} // namespace tapeline
