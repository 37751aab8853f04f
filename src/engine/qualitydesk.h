#pragma once

#include "qualitygrade.h"
#include "marketsnapshot.h"

#include <array>
#include <map>
#include <memory>

namespace tapeline {

/// How good the bars of the open charts are: follows what the charts are told, checks bars once
/// they are settled, some at a time, and tells a few times a second at most. A bar that is replaced
/// afterwards has the chart checked anew, the more seldom the more bars it has. A plain object on
/// the market thread.
class QualityDesk
{
public:
    /// The newest bars of a chart are judged, no more than so many.
    static constexpr std::size_t judgedBars = 250'000;
    /// Checked by one take(). A bar takes less than a microsecond.
    static constexpr std::size_t barsAtOnce = 3'000;
    static constexpr Duration leastPause = 400ms; ///< between two messages of a chart

    /// calendar must outlive the desk.
    explicit QualityDesk(const MarketCalendar &calendar);

    void open(quint64 id, const QString &symbol, Timeframe timeframe);
    void close(quint64 id) { m_charts.erase(id); }

    /// Where the markets are, and a clock that never goes back.
    struct Moment
    {
        /// By asset class the end of what the plan can see; epoch while not known.
        std::array<Timestamp, allAssetClasses.size()> markets {};
        Duration monotonic {};

        Timestamp of(AssetClass assetClass) const { return markets[std::size_t(assetClass)]; }
    };
    /// Takes what the charts are about to be told, and adds to it what has become known.
    void take(std::vector<ChartUpdate> &updates, const Moment &moment);

private:
    struct Chart
    {
        QString symbol;
        BarClaims claims;
        std::vector<Candle> bars;
        std::unique_ptr<BarValidator> validator; ///< has seen the first `judged` of them
        std::size_t judged = 0;
        bool isStale = false; ///< a bar that was judged is another now
        bool isNews = false; ///< something was judged, or may be older by now
        Duration nextStart {}; ///< not before this the chart is judged anew
        Duration nextNews {};
        ChartUpdate status; ///< the newest, without bars
        std::optional<DataQuality> told;
    };

    void follow(Chart &chart, const ChartUpdate &update);
    void merge(Chart &chart, const std::vector<Candle> &bars);
    void dropOldest(Chart &chart);
    void judge(Chart &chart, const Moment &moment, std::size_t &left);
    std::size_t settledBars(const Chart &chart, Timestamp market) const;
    bool tell(Chart &chart, const Moment &moment);
    Freshness freshness(const Chart &chart, bool isLiquid, Timestamp market) const;
    Timestamp expectedUntil(const Chart &chart, Timestamp market) const;

    const MarketCalendar &m_calendar;
    std::map<quint64, Chart> m_charts;
};

} // namespace tapeline
