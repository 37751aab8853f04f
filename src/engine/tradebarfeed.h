#pragma once

#include "tickjoin.h"
#include "timeranges.h"
#include "tradebarpage.h"
#include "tradebartape.h"

#include <memory>
#include <optional>

namespace tapeline {

/// The newest trades of a symbol, fetched and streamed, as bars.
class TradeBarJoin : public TickJoin
{
public:
    /// calendar must outlive it.
    TradeBarJoin(const QString &symbol, Timeframe timeframe, const MarketCalendar &calendar);

    TradeBarTape &tape() { return static_cast<TradeBarTape &>(shown()); }
    const TradeBarTape &tape() const { return static_cast<const TradeBarTape &>(shown()); }
};

/// The bars of one chart that time does not end, from the trades of its symbol: the newest ones
/// through a join, older ones page by page, each a trading day or what a download brings of it.
/// Asks nobody; what takes long is done in slices.
class TradeBarFeed
{
public:
    /// Of pages besides the newest: trades, and days that are looked at.
    static constexpr qint64 mostEarlierTrades = 1'000'000;
    static constexpr int mostEarlierDays = 30;

    /// calendar must outlive it.
    TradeBarFeed(quint64 id, const QString &symbol, Timeframe timeframe,
                 const MarketCalendar &calendar);

    quint64 id() const { return m_id; }
    const QString &symbol() const { return m_symbol; }
    Timeframe timeframe() const { return m_timeframe; }

    /// The newest trades: fed by whoever fetches.
    TradeBarJoin &join() { return m_join; }
    void addPrints(std::span<const TapePrint> prints) { m_join.addPrints(prints); }
    /// There is nothing to load: what the stream brings is all there is (a replay). isLate: it has
    /// brought something before, which is lost but for the newest.
    void setWithoutHistory(bool isLate);
    /// The newest trades could not be fetched: only the stream's are shown.
    bool hasFailed() const { return m_join.isJoined() && !m_join.isBased() && !m_isWithoutHistory; }

    /// The stretch to fetch next, before what is loaded. Nothing while one is under way, before the
    /// newest trades are there, or where the limits are reached.
    std::optional<TimeRange> beginEarlier();
    /// All of it that could be had; null: nothing.
    void addEarlier(std::shared_ptr<const FetchedTicks> ticks);
    /// True when a page without trades asks to go on at once.
    bool wantsMore() const { return m_wantsMore; }

    bool hasWork() const { return m_join.hasWork() || m_page; }
    void work(int ticks);

    bool isDirty() const;
    ChartUpdate take();

private:
    /// A page on its way: read, then built.
    struct Page
    {
        std::shared_ptr<const FetchedTicks> ticks;
        TickPages<Trade>::Reader reader;
        TradeBarPage bars;
        bool isRead = false;
    };
    struct Status
    {
        ChartUpdate::History history = ChartUpdate::History::Loading;
        QString message;
        friend bool operator==(const Status &, const Status &) = default;
    };

    void readPage(int ticks);
    void endPage();
    Status status() const;

    const quint64 m_id;
    const QString m_symbol;
    const Timeframe m_timeframe;
    const AssetClass m_assetClass;
    const MarketCalendar &m_calendar;
    BarTrades m_trades;
    TradeBarJoin m_join;
    bool m_isWithoutHistory = false;
    bool m_isLate = false;

    // earlier pages
    std::optional<Timestamp> m_loadedFrom; ///< once there is an earlier page
    std::optional<TimeRange> m_asked;
    std::unique_ptr<Page> m_page;
    std::vector<Candle> m_earlier; ///< to be told
    std::optional<Timestamp> m_firstStart; ///< of the oldest bar of pages
    qint64 m_earlierTrades = 0;
    int m_earlierDays = 0;
    bool m_hasFailed = false; ///< the newest page
    bool m_wantsMore = false;

    Status m_told;
    bool m_isNew = true;
};

} // namespace tapeline
