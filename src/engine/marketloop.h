#pragma once

#include "barconfirmer.h"
#include "barloans.h"
#include "bookdesk.h"
#include "bulkdownload.h"
#include "chaindesk.h"
#include "chartdesk.h"
#include "companydesk.h"
#include "comparisondesk.h"
#include "datasettings.h"
#include "flowdesk.h"
#include "framequeue.h"
#include "marketcontext.h"
#include "optionflowdesk.h"
#include "papertrading.h"
#include "publishedstate.h"
#include "qualitydesk.h"
#include "servicefacts.h"
#include "splitwatch.h"
#include "streamdecoder.h"
#include "streaminterest.h"
#include "streamjoin.h"
#include "streammeters.h"

#include <QHash>
#include <QSet>
#include <QObject>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>

namespace tapeline {

/// The market thread's work: decodes frames in the order they came, keeps the hub, lets its parts
/// ask the service, and publishes what changed. The only owner of market state. Its slots are
/// called on its own thread.
class MarketLoop : public QObject
{
    Q_OBJECT

public:
    /// paper: null does without paper accounts.
    MarketLoop(FrameQueue &frames, PublishedState &published, const WallClock &wall,
               PaperOutbox *paper = nullptr);
    ~MarketLoop() override;

    RequestBook &requests() { return m_context.requests; }
    /// Those of the source that stands in for the chosen one.
    RequestBook &standInRequests() { return m_standIn; }
    /// Bars of the past for who keeps nothing open.
    BarLoans &loans() { return m_loans; }
    BulkDownload &downloads() { return m_downloads; }
    /// Where bars and lists are kept. Before the first source.
    void setStore(BarStore *store);
    /// Like the slots, on this thread. Null without.
    PaperTrading *paper() { return m_paper; }

public slots:
    /// Forgets all market state; interest in symbols, tapes and charts stays and is asked for anew.
    /// trueTime: the source's own clock where it can be asked (the embedded market), else empty.
    void setSource(const tapeline::SourceSpec &source,
                   std::function<tapeline::Timestamp()> trueTime = {});

    /// A recording begins anew on its way to an earlier time: all market state is forgotten, and
    /// its paper accounts go on in a new branch from that time. Answered by readyToWind().
    void rewind();
    /// It is where it was wound to, and nothing that comes later has come. Answered by
    /// readyToGoOn().
    void onArrived(qint64 atNs);

    /// order: who is asked for what, where more than one may be.
    void setDataSettings(const tapeline::DataSettings &settings,
                         const tapeline::SourceOrder &order = {});

    void watch(const QString &symbol);
    void unwatch(const QString &symbol);
    void openTape(const QString &symbol);
    void closeTape(const QString &symbol);
    void openChart(quint64 id, const QString &symbol, tapeline::Timeframe timeframe);
    void closeChart(quint64 id);
    void loadEarlier(quint64 id);
    void openFlow(quint64 id, const QString &symbol, tapeline::Timeframe timeframe,
                  tapeline::ClassifierRule rule);
    void closeFlow(quint64 id);
    void openBook(quint64 id, const QString &symbol, tapeline::Duration columnLength);
    void closeBook(quint64 id);
    void openOptionFlow(quint64 id, const QStringList &underlyings);
    void closeOptionFlow(quint64 id);
    CompanyDesk &companies() { return m_companies; }
    ChainDesk &chains() { return m_chains; }

    void processFrames();
    /// What the stream of a market tells. One that all markets share (a recording) is that of
    /// stocks.
    void onStreamState(tapeline::AssetClass market, tapeline::StreamState state,
                       const QString &detail);
    void onRetryPlanned(tapeline::AssetClass market, qint64 atUtcNs);
    void onEntitlementRefused(tapeline::AssetClass market);
    void onPlanHasNoStream(tapeline::AssetClass market);
    void onBudget(int used, int limit, int queued);
    void onSpeed(double speed);
    /// Done a few times a second, by a timer of its own.
    void tick();

signals:
    void subscribeRequested(tapeline::AssetClass market, const QStringList &pairs);
    void unsubscribeRequested(tapeline::AssetClass market, const QStringList &pairs);
    void readyToWind();
    void readyToGoOn();
    /// The key opens less than the plan that was chosen; lower: what is to be opened instead.
    void planTooHigh(const tapeline::SourceSpec &lower);

private:
    void chooseProviders();
    void onDisagreement(const Discrepancy &discrepancy);
    void addBars(const QString &symbol);
    void dropBars(const QString &symbol);
    void joinAgain();
    bool isUnreadable(StreamState state) const;

    void subscribe(const QString &symbol, const QStringList &pairs);
    void unsubscribe(const QString &symbol, const QStringList &pairs);
    QStringList depthPairs(const QString &symbol) const;

    void setBadges(AssetClass stream);
    void tellPaper();
    void onGap(AssetClass stream, Duration length);
    void noteGap(AssetClass stream);
    void connectOptionFlow();
    void onSubscribed(AssetClass market, const QString &pair);
    void judgeRefusals();
    void judgeRefusal(AssetClass market);
    void lowerPlan(AssetClass market, DataKind refused);
    void logPlanLacks(AssetClass market, DataKind kind);
    void beginAnew(AssetClass assetClass);
    void onRequestFailed(const QString &path, const RestReply &reply);
    void onTimeKnown();
    void noteCompletedSessions();
    void decode(const FrameQueue::Frame &frame);
    void applyBatch(AssetClass market);
    void learnTime();

    void publish();
    void publishTape(const QString &symbol);
    void publishStatus();
    void log(ConnectionEvent::Kind kind, const QString &detail = {}, Duration length = {});
    void logStreamState(AssetClass market, StreamState before, const QString &detail);

    FrameQueue &m_frames;
    PublishedState &m_published;
    MarketContext m_context;
    StreamJoin m_join { m_context, this };
    BarConfirmer m_confirmer { m_context, this };
    RequestBook m_standIn { this };
    BarHistory m_history { m_context, this };
    BarLoans m_loans { m_context, m_history };
    BulkDownload m_downloads { m_context, m_history, this };
    SplitWatch m_splits { m_context, this };
    ComparisonDesk m_comparison { m_context, m_standIn, this };
    DataSettings m_dataSettings;
    SourceOrder m_sourceOrder;
    ChartDesk m_charts { m_context, m_join, m_history, this };
    QualityDesk m_quality { m_context.calendar };
    FlowDesk m_flows { m_context, this };
    BookDesk m_books { m_context };
    OptionFlowDesk m_optionFlow { m_context, this };
    CompanyDesk m_companies { m_context, this };
    ChainDesk m_chains { m_context, this };
    ServiceFacts m_facts { m_context, this };
    StreamInterest m_interest;
    PaperTrading *m_paper = nullptr;

    /// By market: some words of a stream mean something else on another one.
    std::array<std::unique_ptr<StreamDecoder>, allAssetClasses.size()> m_decoders;
    EventBatch m_batch;
    QHash<QString, int> m_tapes;
    QHash<QString, int> m_bars; // charts and tapes of a symbol: what its bars are kept for
    QTimer m_refusalTimer;
    QSet<AssetClass> m_refusing; // markets that have refused something

    StreamMeters m_meters { m_context.wall };
    SessionStatus m_status;
    bool m_hasEvents = false; ///< of this source
    QTimer m_tickTimer;
    std::array<Timestamp, allAssetClasses.size()> m_completedUntil {};
    std::array<Timestamp, allAssetClasses.size()> m_metered {}; ///< newest event that was measured
};

} // namespace tapeline
