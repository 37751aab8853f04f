#pragma once

#include "marketcalendar.h"
#include "marketsnapshot.h"
#include "timeframe.h"
#include "timeranges.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// The bars of one chart, from sources that overlap: kept bars, shown until somebody has been
/// asked, pages of history at the chart's timeframe, the base bars (seconds or minutes) of the
/// windows that history holds unfinished, and live base bars. Decides which page to ask for next
/// and which source may speak for a window; asks nobody itself.
///
/// Windows from liveFrom() on belong to the live side: history never overwrites them. A window that
/// was under way when the stream began is taken over once its earlier base bars are known (seed()).
class ChartFeed
{
public:
    struct Range
    {
        Timestamp from; ///< inclusive
        Timestamp to; ///< inclusive, as the service reads it
        friend bool operator==(const Range &, const Range &) = default;
    };

    ChartFeed(quint64 id, QString symbol, Timeframe timeframe, const MarketCalendar &calendar);

    quint64 id() const { return m_id; }
    const QString &symbol() const { return m_symbol; }
    Timeframe timeframe() const { return m_timeframe; }
    /// The unit live base bars come in: seconds for charts of seconds, else minutes.
    TimeUnit baseUnit() const;

    // --- history
    // -------------------------------------------------------------------------------------------
    /// The page to ask for next, going back from what is loaded (from now on the first time).
    /// Nothing while one is under way or when the beginning was reached.
    std::optional<Range> beginPage(Timestamp now);
    /// What the cache has, to be looked at before any page is asked for; ascending. unknown: where
    /// more may be than is kept.
    void showKept(std::vector<Candle> bars, Timestamp asOf, std::span<const TimeRange> unknown,
                  const QString &provider = {});
    /// Some of the page under way, in any order of its parts; ascending. provider: who they are
    /// from, when not the chosen source.
    void addPart(std::vector<Candle> bars, const TimeRange &range, const QString &provider = {});
    /// All parts have been told. A page without bars widens the next one.
    void endPage();
    /// Instead of endPage(): these of it could not be told. message: a plain sentence. final:
    /// asking again will not help (the plan ends here).
    void failPage(const QString &message, bool final, std::span<const TimeRange> missing = {});
    /// There is nothing to load: what the stream brings is all there is (a replay).
    void setWithoutHistory();
    /// True when an empty page, or kept bars further back, ask to go on at once.
    bool wantsMore() const { return m_wantsMore; }
    /// Pages are to be at least so long; longer ones cost nothing more where requests are few.
    void setPageLength(Duration length) { m_pageLength = std::max(m_pageLength, length); }
    /// From now on anew, history and live, on top of what is shown. False when that would leave a
    /// hole: a new feed is needed.
    bool beginAgain(Timestamp now);

    // --- the window under way
    // ----------------------------------------------------------------------------------
    /// Live base bars are complete from here on.
    void setLive(Timestamp completeFrom);
    bool isLive() const { return m_liveFrom.has_value(); }
    /// Base bars that must be fetched so that the window under way can be taken over; nothing when
    /// none is missing.
    std::optional<Range> baseToSeed() const;
    /// Day bars that must be fetched besides (charts of weeks and longer).
    std::optional<Range> daysToSeed() const;
    void seed(std::span<const Candle> baseBars);
    void seedDays(std::span<const Candle> days);
    /// A live base bar, new or replaced.
    void updateBase(const Candle &bar);
    /// Trades that count in the day but in no minute (the closing cross, late prints): added to
    /// bars of days and longer.
    void addDayOnlyTrade(const Trade &trade);

    // --- after a break
    // ----------------------------------------------------------------------------------------
    /// The base bars with which data resumes after a hole, all there are now: the windows they are
    /// in are marked until they are not named any more.
    void setHoles(std::span<const Timestamp> resumes);

    bool isDirty() const { return m_dirty; }
    ChartUpdate take();

private:
    void merge(std::vector<Candle> bars);
    void joinKept();
    void tellGaps();
    void takeOverWindow();
    void rebuild(Timestamp window);
    void forgetOldBase();
    void publish(const Candle &bar);
    Candle usable(Candle bar) const;
    Candle rollDay(Timestamp start) const;
    Timestamp windowOf(Timestamp time) const { return m_timeframe.windowStart(time, m_assetClass); }
    Timestamp nextWindow(Timestamp start) const
    {
        return m_timeframe.nextWindow(start, m_assetClass);
    }
    /// The start of the trading day that holds an instant, and of the one after it.
    Timestamp dayOf(Timestamp time) const;
    Timestamp nextDay(Timestamp day) const;

    const quint64 m_id;
    const QString m_symbol;
    const AssetClass m_assetClass;
    const Timeframe m_timeframe;
    const MarketCalendar &m_calendar;

    // history
    bool m_loading = false;
    bool m_first = true;
    bool m_wantsMore = false;
    Timestamp m_loadedFrom {};
    Timestamp m_loadedTo {}; ///< where the first page ended
    Duration m_pageLength {};
    Range m_page {};
    bool m_pageHasBars = false;
    Duration m_pageTold {};
    std::optional<Timestamp> m_keptFrom; ///< kept bars are shown from here, before what is loaded
    TimeRanges m_keptUnknown; ///< where more may be among them than is kept
    std::vector<TimeRange> m_missing; ///< of what is shown

    // live
    std::optional<Timestamp> m_liveFrom; // first window the live side speaks for
    std::optional<Timestamp> m_pendingWindow; // under way, waits for its seed
    Range m_baseToSeed {};
    bool m_daysSeeded = false;
    bool m_baseSeeded = false;
    std::map<Timestamp, Candle> m_base; // base bars of the windows that can change
    Timestamp m_baseFrom {}; // base bars are all there from here on
    std::map<Timestamp, Candle> m_days; // closed days of the window under way (weeks and longer)
    std::map<Timestamp, Candle> m_dayOnly; // volume and price outside minute bars, by day

    std::vector<Timestamp> m_holes; // of the live bars: the first window after each
    std::vector<Timestamp> m_gaps; // marked windows
    ChartUpdate m_update;
    bool m_dirty = false;
};

/// How much history one page holds, by timeframe: about a screen and a half at first.
Duration firstPageLength(Timeframe timeframe);
/// About what one answer of the service holds, where requests are few.
Duration fullPageLength(Timeframe timeframe);

} // namespace tapeline
