#pragma once

#include "retrywait.h"
#include "tickfetcher.h"
#include "tradebarfeed.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace tapeline {

/// The charts of trades, volume, range and Renko that are built from trades: hands them the prints
/// of their symbols and fetches the trades from before the stream and earlier ones. Builds in
/// slices, so that no turn of the event loop takes long. Lives on the market thread.
class TradeBarDesk : public QObject
{
    Q_OBJECT

public:
    /// Ticks that are built from in one turn: a few milliseconds.
    static constexpr int ticksPerTurn = 10'000;

    explicit TradeBarDesk(MarketContext &context, QObject *parent = nullptr);

    /// Whether such a chart of a symbol is built from trades here: not where the plan has none.
    bool canBuild(const QString &symbol) const;

    void open(quint64 id, const QString &symbol, Timeframe timeframe);
    /// The symbol it showed; empty when there was no such chart.
    QString close(quint64 id);
    void loadEarlier(quint64 id);

    /// A new source, which tells its time later: there are no charts.
    void reset();
    void onTimeKnown();
    /// Charts of a symbol, or of a class, begin anew.
    void restart(const QString &symbol);
    void restart(AssetClass assetClass);
    QStringList symbols() const;

    /// The prints of an instrument that came.
    void feed(InstrumentId instrument);
    /// Asks for what can be had and was not asked for. A few times a second.
    void tick();
    std::vector<ChartUpdate> take();

signals:
    /// There is something to take() that came at a time of its own.
    void changed();

private:
    struct Chart
    {
        std::unique_ptr<TradeBarFeed> feed;
        TickFetcher::Fetch fetch;
        std::unique_ptr<TickDownload> earlier;
        RetryWait retry;
        DataBadge badge; ///< as published last
    };

    void begin(Chart &chart, quint64 id, Timeframe timeframe);
    void beginAgain(Chart &chart);
    void noteInterest(InstrumentId instrument);
    void advance(Chart &chart);
    void advanceAll();
    void askEarlier(Chart &chart);
    void retryFailed(Chart &chart);
    void work();

    MarketContext &m_context;
    std::map<quint64, Chart> m_charts;
    TickFetcher m_fetcher;
    QTimer m_turn { this };
    quint64 m_lastWorked = 0; ///< the chart whose turn it was
};

} // namespace tapeline
