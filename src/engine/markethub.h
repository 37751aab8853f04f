#pragma once

#include "clocks.h"
#include "instrumentstate.h"
#include "markethours.h"
#include "symboltable.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace tapeline {

/// The day's figures of one instrument as the service's snapshot states them.
struct DayFigures
{
    Timestamp asOf {}; ///< trades up to here are in them
    Price open;
    Price high;
    Price low;
    Price last;
    Price previousClose;
    Qty volume;
    double vwap = 0;
};

/// Turns batches of events into per-instrument state: last, quote, the day's figures, prints with
/// their side, forming bars. The order in a batch is the order on the wire and is kept: a trade is
/// judged against the quote before it. A plain object on one thread; the command line runs it
/// without any thread.
class MarketHub
{
public:
    /// How the bars of an instrument begin.
    enum class Bars : quint8 {
        Joined, ///< when asked, joined to fetched history (LiveBars::begin)
        FromStreamOnly ///< with the first trade: there is no history to fetch (replay, command
                       ///< line)
    };

    explicit MarketHub(const MarketCalendar &calendar, Bars bars = Bars::FromStreamOnly);

    SymbolTable &symbols() { return m_symbols; }
    InstrumentState &state(InstrumentId id);
    InstrumentState &state(const QString &symbol) { return state(m_symbols.intern(symbol)); }

    void apply(const EventBatch &batch);
    /// The service is asked for its day's figures: what prints until they come is added to them.
    void awaitDayFigures(InstrumentId id);
    /// So many views show its book from now on: quotes, prints and depth are kept for them.
    void setBookInterest(InstrumentId id, int views);
    void applyDayFigures(InstrumentId id, const DayFigures &figures);
    /// What all instruments of a class say of their data.
    void setBadge(AssetClass assetClass, const DataBadge &badge);
    const DataBadge &badge(AssetClass assetClass) const { return market(assetClass).badge; }

    /// From now on this instrument's trades wait for release(). What was seen before the first
    /// hold() counts as before the break, however often it is called.
    void hold(InstrumentId id);
    /// Ends the wait: the trades fetched for the break (ascending), then those that waited, each
    /// once. Returns how many of the fetched were new. completeFrom: from here on nothing is
    /// missing among them; nothing when all or some could not be had. What is missing all the same
    /// stays marked.
    qint64 release(InstrumentId id, std::span<const Trade> fetched,
                   std::optional<Timestamp> completeFrom);
    /// Ends the wait with nothing but what waited.
    void release(InstrumentId id);
    /// The same, and begins the instrument's bars with these trades, from barsFrom on.
    void releaseIntoBars(InstrumentId id, std::span<const Trade> fetched,
                         std::optional<Timestamp> completeFrom, Timestamp barsFrom);
    /// The same for a plan without trades: the bars of seconds that were fetched, then those that
    /// waited.
    qint64 releaseSeconds(InstrumentId id, std::span<const Candle> fetched,
                          std::optional<Timestamp> completeFrom);
    /// The stream of a class was away, or something of it was lost: of every instrument that a tape
    /// can show, the next print is marked unless what was missed is fetched before it (hold(),
    /// release()).
    void noteGap(AssetClass assetClass);
    /// The same of one instrument: nobody wanted it for a while.
    void noteGap(InstrumentId id);
    /// What the tape and the bars of a class are made of: trades, or where there are none, seconds.
    /// From the start that is what the class has.
    void setTradesFrom(AssetClass assetClass, LiveBars::From from)
    {
        market(assetClass).from = from;
    }
    LiveBars::From tradesFrom(AssetClass assetClass) const { return market(assetClass).from; }
    /// Trades that came twice and were counted once, since the last call.
    qint64 takeRepeated() { return std::exchange(m_repeated, 0); }

    /// Time of the first events, or somewhat later; epoch before.
    Timestamp firstEvent() const { return m_first; }
    /// Time of the newest event, epoch before the first.
    Timestamp newestEvent() const { return m_newest; }
    Timestamp newestEvent(AssetClass assetClass) const { return market(assetClass).newest; }

    /// Ids whose snapshot, prints or bars changed since the last call; clears the marks of the
    /// snapshots only.
    const std::vector<InstrumentId> &takeDirty();
    /// Trades since the last call that count in the day but in no minute (closing crosses, prints
    /// outside 04:00-20:00), in the order of the tape.
    std::vector<Trade> takeDayOnlyTrades() { return std::exchange(m_dayOnly, {}); }

    /// Newest prints kept of each instrument: fewer when there are many, so that the tapes of a
    /// whole market fit in memory.
    static constexpr std::size_t recentPrints = 1'000;
    static constexpr std::size_t fewestRecentPrints = 50;
    static constexpr std::size_t recentPrintsOfAll = 200'000;
    /// More than this are not kept for figures that do not come.
    static constexpr std::size_t awaitedPrints = 200'000;

private:
    void prefetchState(const MarketEvent &event) const;
    void prefetchParts(const MarketEvent &event) const;
    void applyEvent(const Trade &trade);
    void applyEvent(const Quote &quote);
    void applyEvent(const Aggregate &bar);
    void applyEvent(const LuldBands &bands);
    void applyEvent(const Imbalance &imbalance);
    void applyEvent(const IndexValue &value);
    void applyDepth(const DepthUpdate &update);
    void showDepthInFigures(InstrumentState &state);

    void take(InstrumentState &state, TapePrint &print);
    void settleGaps(InstrumentState &state, std::optional<Timestamp> completeFrom);
    void judge(const InstrumentState &state, TapePrint &print) const;
    void takeSecond(InstrumentState &state, const Aggregate &bar);
    void showSecond(InstrumentState &state, const HeldSecond &second);
    void showSecondInFigures(InstrumentState &state, const Aggregate &bar);
    void keepPrint(InstrumentState &state, const TapePrint &print);
    void mark(InstrumentState &state, InstrumentId id);
    void updateFigures(InstrumentState &state, const Trade &trade, TradeUpdate update,
                       SessionPart part);
    void startDay(InstrumentState &state, QDate day);
    const MarketSpan &spanOf(const InstrumentState &state, Timestamp time);
    void noteTime(const InstrumentState &state, Timestamp time);
    void showBidAsLast(InstrumentState &state, const Quote &quote);

    const MarketCalendar &m_calendar;
    const Bars m_bars;
    SymbolTable m_symbols;
    std::vector<std::unique_ptr<InstrumentState>> m_states;
    std::vector<InstrumentId> m_dirty;
    std::vector<InstrumentId> m_takenDirty; // kept for its memory
    std::vector<Trade> m_dayOnly;
    qint64 m_repeated = 0;
    Timestamp m_newest {};
    Timestamp m_first {};

    /// What the instruments of one class have in common.
    struct Market
    {
        LiveBars::From from = LiveBars::From::Trades;
        DataBadge badge {};
        Timestamp newest {};
        // The stretch the newest events fall in
        Timestamp spanFrom = Timestamp::max();
        MarketSpan span {};
    };
    Market &market(AssetClass assetClass) { return m_markets[std::size_t(assetClass)]; }
    const Market &market(AssetClass assetClass) const { return m_markets[std::size_t(assetClass)]; }
    std::array<Market, allAssetClasses.size()> m_markets;
};

/// Where a price stands against the quote in force. Unknown without a two-sided quote.
PrintSide printSide(Price price, const Quote &quote);

/// A second's bar that was fetched, as the stream would have sent it.
Aggregate secondBar(InstrumentId id, const Candle &candle);

} // namespace tapeline
