#pragma once

#include "chartfeed.h"
#include "clocks.h"
#include "framequeue.h"
#include "markethub.h"
#include "publishedstate.h"
#include "restprovider.h"
#include "sourcespec.h"
#include "streamdecoder.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace tapeline {

/// The market thread's work: decodes frames in the order they came, keeps the hub and the charts,
/// asks for history and publishes what changed. The only owner of market state. Its slots are
/// called on its own thread.
class MarketLoop : public QObject
{
    Q_OBJECT

public:
    MarketLoop(FrameQueue &frames, PublishedState &published, const WallClock &wall);
    ~MarketLoop() override;

public slots:
    /// Forgets all market state; interest in symbols, tapes and charts stays and is asked for anew.
    /// trueTime: the source's own clock where it can be asked (the embedded market), else empty.
    void setSource(const tapeline::SourceSpec &source,
                   std::function<tapeline::Timestamp()> trueTime = {});

    void watch(const QString &symbol);
    void unwatch(const QString &symbol);
    void openTape(const QString &symbol);
    void closeTape(const QString &symbol);
    void openChart(quint64 id, const QString &symbol, tapeline::Timeframe timeframe);
    void closeChart(quint64 id);
    void loadEarlier(quint64 id);

    void processFrames();
    void onReply(const tapeline::RestReply &reply);
    void onStreamState(tapeline::StreamState state, const QString &detail);
    void onGap(qint64 fromNs, qint64 toNs);
    void onBudget(int used, int limit, int queued);
    void onSpeed(double speed);

signals:
    void subscribeRequested(const QStringList &pairs);
    void unsubscribeRequested(const QStringList &pairs);
    void requestWanted(const tapeline::RestRequest &request);
    void requestCancelled(quint64 id);

private:
    using Handler = std::function<void(const RestReply &)>;

    struct Chart
    {
        std::unique_ptr<ChartFeed> feed;
        InstrumentId instrument;
        quint64 pageRequest = 0;
    };

    bool hasRest() const { return m_source.source != DataSource::Replay; }
    Timestamp marketNow() const;

    void addInterest(const QString &symbol);
    void dropInterest(const QString &symbol);
    void onSubscribed(const QString &pair);

    quint64 ask(const QString &path, const QUrlQuery &query, RestPriority priority,
                Handler handler);
    void askDirectory(const QString &nextUrl);
    void askServerTime();
    void askDayFigures();
    void beginLiveBars(InstrumentId id);
    void askSplice(InstrumentId id);
    void onSpliced(InstrumentId id);
    Chart newChart(quint64 id, const QString &symbol, Timeframe timeframe);
    void startChart(Chart &chart);
    bool streamIsHoped() const;
    void giveUpWaitingForTrades(quint64 id);
    void goLive(Chart &chart);
    void askPage(Chart &chart);
    void askSeed(Chart &chart, const ChartFeed::Range &range);
    void askDays(Chart &chart, const ChartFeed::Range &range);
    Chart *findChart(quint64 id);

    void feedCharts(const std::vector<InstrumentId> &changed);
    void publish();
    void publishStatus();

    FrameQueue &m_frames;
    PublishedState &m_published;
    const WallClock &m_wall;
    std::function<Timestamp()> m_trueTime;

    MarketCalendar m_calendar;
    std::unique_ptr<MarketHub> m_hub;
    std::unique_ptr<StreamDecoder> m_decoder;
    EventBatch m_batch;
    SourceSpec m_source;
    LearnedMarketClock m_clock;

    QHash<QString, int> m_interest;
    QSet<QString> m_subscribed; // symbols whose trades the stream has acknowledged
    QHash<QString, int> m_tapes;
    std::map<quint64, Chart> m_charts;
    QSet<QString> m_wantFigures; // symbols whose day figures are still to be asked for
    bool m_figuresUnderWay = false;

    quint64 m_nextRequest = 1;
    QHash<quint64, Handler> m_handlers;
    std::vector<DirectoryEntry> m_directory;

    SessionStatus m_status;
    QTimer m_statusTimer;
    qint64 m_messages = 0;
    Duration m_messagesSince {};
    double m_latencyMicroseconds = -1;
};

} // namespace tapeline
