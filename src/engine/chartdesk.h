#pragma once

#include "barhistory.h"
#include "chartfeed.h"
#include "estimatedbars.h"
#include "marketcontext.h"
#include "retrywait.h"
#include "streamjoin.h"
#include "tradebardesk.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace tapeline {

/// The charts that are open: asks for their history, page by page, hands them the bars that form,
/// and tells what changed. Bars that time does not end are built from trades where the plan has
/// them (TradeBarDesk), else from the shortest bars of time there are (EstimatedBars). Lives on the
/// market thread.
class ChartDesk : public QObject
{
    Q_OBJECT

public:
    ChartDesk(MarketContext &context, StreamJoin &join, BarHistory &history,
              QObject *parent = nullptr);

    void open(quint64 id, const QString &symbol, Timeframe timeframe);
    /// The symbol it showed; empty when there was no such chart.
    QString close(quint64 id);
    void loadEarlier(quint64 id);

    /// A new source: empty charts, filled by startAll().
    void reset();
    /// Asks for history, joined to the live bars where the stream brings any. Charts that have
    /// begun are left alone, and so are those whose stream may yet bring some.
    void startAll();
    /// Forgets what is loaded and begins anew: a session has ended on an end-of-day plan, or the
    /// connection was away for very long.
    void restartAll();
    /// The same of the charts of an asset class.
    void restartAll(AssetClass assetClass);
    /// Of the charts, each once.
    QStringList symbols() const;
    /// The bars of a symbol are not what they were.
    void restart(const QString &symbol);
    /// What failed is asked again, after a while that grows.
    void retryFailed();

    void onJoined(InstrumentId instrument);
    /// Gives the bars that changed, and where they have holes, to the charts that show them.
    void feed(InstrumentId instrument);
    void addDayOnlyTrades(std::span<const Trade> trades);
    std::vector<ChartUpdate> take();

signals:
    /// There is something to take() that came at a time of its own.
    void changed();

private:
    struct Request
    {
        quint64 id = 0; ///< 0: none is under way
        RetryWait retry;
    };

    struct Chart
    {
        Timeframe timeframe; ///< of what is shown; the feed's is another one of an estimate
        std::unique_ptr<ChartFeed> feed;
        std::unique_ptr<EstimatedBars> estimate; ///< null of bars of time
        InstrumentId instrument;
        AssetClass assetClass = AssetClass::Stocks;
        quint64 look = 0; ///< at what is kept
        Request page; ///< its id is a wish of the history's
        Request seed; ///< base bars of the window under way
        Request days; ///< closed days of the window under way
        bool started = false;
        DataBadge badge; ///< as published last
    };

    /// A chart that time does not end, wherever it is built.
    struct Untimed
    {
        QString symbol;
        Timeframe timeframe;
    };

    void openUntimed(quint64 id, const Untimed &chart);
    void restartUntimed(AssetClass assetClass);
    Timeframe baseOf(const QString &symbol) const;
    void takeEstimate(Chart &chart, std::vector<ChartUpdate> &updates);
    void workOnEstimates();
    Chart newChart(quint64 id, const QString &symbol, Timeframe timeframe);
    Chart *find(quint64 id);
    quint64 askBars(const Chart &chart, Timeframe timeframe, const ChartFeed::Range &range,
                    std::function<void(Chart &, Result<BarsPage> &&)> take);
    void start(Chart &chart);
    void beginAgain(Chart &chart);
    void showKept(Chart &chart);
    void goLive(Chart &chart);
    void askPage(Chart &chart);
    void onPart(quint64 id, BarHistory::Part &part);
    void onPage(quint64 id, const BarHistory::Outcome &outcome);
    void askSeed(Chart &chart);
    void askDays(Chart &chart);
    void cancel(const Chart &chart);
    void fail(Request &request, const Error &error);

    MarketContext &m_context;
    StreamJoin &m_join;
    BarHistory &m_history;
    std::map<quint64, Chart> m_charts;
    std::map<quint64, Untimed> m_untimed;
    TradeBarDesk m_ofTrades { m_context, this };
    QTimer m_turn { this };
};

} // namespace tapeline
