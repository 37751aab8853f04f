#pragma once

#include "marketsnapshot.h"
#include "tradebarpage.h"

#include <map>
#include <memory>
#include <optional>

namespace tapeline {

/// Bars of trades, volume, range or Renko where a plan has no trades: an estimate from the bars of
/// seconds or minutes of the same symbol (barPath()), of those that are over. Follows what a chart
/// of these is told, and tells what a chart of the others is to show. A bar of time that is revised
/// once it was built from is not built from again. Asks nobody; what takes long is done in slices.
class EstimatedBars
{
public:
    /// base: one second or one minute.
    EstimatedBars(const QString &symbol, Timeframe timeframe, Timeframe base);

    /// What the chart of bars of time would be told.
    void add(const ChartUpdate &update);
    /// Bars came among those that were built from: all of it is to begin anew.
    bool isOutdated() const { return m_isOutdated; }

    bool hasWork() const;
    /// Builds from about so many prints (BarPrint).
    void work(int prints);

    bool isDirty() const { return m_isDirty; }
    ChartUpdate take();

private:
    /// Older bars on their way: taken apart, then built from.
    struct Page
    {
        std::vector<Candle> bars;
        std::size_t next = 0;
        TradeBarPage built;
    };

    void forget();
    void sort(const Candle &bar);
    bool isSettled(const Candle &bar) const;
    void begin();
    void beginPage();
    void endPage();
    std::vector<BarPrint> pathOf(Candle bar);
    void noteSize(const Candle &bar);
    bool lacksSize() const;
    QString noSizeText() const;

    const QString m_symbol;
    const Timeframe m_timeframe;
    const Timeframe m_base;

    std::optional<TradeBarBuilder> m_builder; ///< once the newest bars of time are there
    std::map<Timestamp, Candle> m_waiting; ///< newer than what is built from
    std::map<Timestamp, Candle> m_older; ///< than all that is built from
    std::vector<Timestamp> m_starts; ///< of what is built from, ascending
    std::unique_ptr<Page> m_page;
    std::vector<Candle> m_earlier; ///< to be told
    std::optional<Timestamp> m_firstStart; ///< of the oldest of our bars

    Qty m_volume; ///< of bars that tell how many trades they have
    qint64 m_trades = 0;
    bool m_hasVolume = false;

    ChartUpdate m_status; ///< the newest, without bars
    Timestamp m_provisionalFrom {}; ///< of our bars
    bool m_isOutdated = false;
    bool m_isReset = true;
    bool m_isDirty = true;
};

} // namespace tapeline
