#pragma once

#include "accountcommand.h"
#include "barstore.h"
#include "clocks.h"
#include "datakeeping.h"
#include "framequeue.h"
#include "massiverest.h"
#include "massivestream.h"
#include "paperoutbox.h"
#include "publishedstate.h"
#include "sourcespec.h"
#include "timeframe.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace tapeline {

class EmbeddedMarket;
class LocalPaper;
class MarketLoop;
class MarketStreams;
class PaperServer;
class ReplayStream;

/// One desk's engine, as the window sees it: owns the feed and market threads and the embedded
/// market, and moves the desk from one source to another. All calls on the thread it lives on; none
/// blocks on the market.
///
/// updated() comes at most once until take() is called; take() hands over everything that changed
/// since.
class DeskSession : public QObject
{
    Q_OBJECT

public:
    /// How patient connections are; tests shorten it.
    struct Timings
    {
        MassiveStream::Timings stream;
        MassiveRest::Timings rest;
    };

    explicit DeskSession(QObject *parent = nullptr);
    ~DeskSession() override;

    /// Starts the embedded simulated market and connects to it like to any service. extraSymbols:
    /// synthetic stocks besides the named ones, 0 to 10,000.
    Result<void> openSimulated(quint64 seed = 1, double speed = 1, int extraSymbols = 0);
    /// Plays recorded frames. A file that cannot be read is reported by the status, as a lost
    /// stream would be.
    void openReplay(const QString &file, double speed = 1);
    /// Connects to a service at these addresses with this key, as far as the plan goes.
    void openService(const SourceSpec &spec);

    /// For connections that are made from now on.
    void setTimings(const Timings &timings) { m_timings = timings; }

    /// Where other questions to the service belong (ServiceProbe).
    QThread &feedThread() { return m_feedThread; }

    const SourceSpec &spec() const { return m_spec; }
    DataSource source() const { return m_spec.source; }

    void watch(const QString &symbol);
    void unwatch(const QString &symbol);
    void openTape(const QString &symbol);
    void closeTape(const QString &symbol);
    /// The id that the chart's updates carry; never 0.
    quint64 openChart(const QString &symbol, Timeframe timeframe);
    void closeChart(quint64 id);
    void loadEarlier(quint64 id);
    /// The order flow of a symbol by bars of this width; the id that its updates carry, never 0.
    quint64 openFlow(const QString &symbol, Timeframe timeframe, ClassifierRule rule);
    void closeFlow(quint64 id);
    /// The order book of a symbol over time, in columns of this length (a millisecond at least),
    /// from now on; the id that its updates carry, never 0.
    quint64 openBook(const QString &symbol, Duration columnLength);
    void closeBook(quint64 id);
    /// The trades of the options of these underlyings ("SPY", "I:SPX") from now on; the id that
    /// its updates carry, never 0.
    quint64 openOptionFlow(const QStringList &underlyings);
    void closeOptionFlow(quint64 id);
    /// Bars of the past, once (BarLoans). Answered on context's thread, never after it is gone.
    void loadBars(const QString &symbol, Timeframe timeframe, const TimeRange &range,
                  QObject *context,
                  std::function<void(const Result<std::vector<Candle>> &)> answer);
    /// Somebody looks at what is known of companies, and looks no longer: in pairs.
    void wantCompany(const CompanyQuestion &question);
    void releaseCompany(const CompanyQuestion &question);
    /// The option chain of an underlying; the id that its updates carry, never 0.
    quint64 openChain(const QString &underlying);
    void closeChain(quint64 id);
    /// The contracts of a chain that somebody looks at, most important first.
    void setChainView(quint64 id, const QStringList &contracts);

    /// Speed of the simulated or replayed clock, 1 to 100; no effect on a live source.
    void setSpeed(double speed);
    void setPlaying(bool playing);
    /// Winds a recording to another time, forward or back; playing or paused it stays. When it
    /// goes back its paper accounts go on in a new branch, from what they were at that time; what
    /// they did after it stays in the journal. No effect on other sources.
    void seekReplay(Timestamp to);

    MarketUpdate take() { return m_published.take(); }

    /// Bars and lists on the disk, downloads, and who else may be asked.
    DataKeeping &data() { return *m_data; }

    /// Where the paper accounts are kept; from the next source on. Without it there are none.
    void setJournal(const QString &path);
    void createAccount(const AccountSettings &settings);
    /// Orders of a paper account of the source that is open. What comes of them is reported once
    /// it is on the disk.
    void submitOrder(const QString &account, const OrderTicket &ticket);
    void replaceOrder(const QString &account, const OrderReplace &change);
    void cancelOrder(const QString &account, const QString &id);
    /// Deposit, withdrawal, reset, kill switch. Returns the number under which it is answered, once
    /// it is on the disk; never 0.
    quint64 commandAccount(const QString &account, const AccountCommand &command);
    /// Why a working order has not been filled yet. Returns the number of its OrderAnswer.
    quint64 askWhyNotYet(const QString &account, const QString &id);
    /// What would come of an order; nothing is written down for it. The same.
    quint64 previewOrder(const QString &account, const OrderTicket &ticket);
    PaperUpdate takePaper() { return m_paper.take(); }

    /// Where programs on this computer reach the paper accounts.
    struct LocalApi
    {
        quint16 port = 0; ///< 0 picks a free one
        QString token; ///< without one nobody is let in

        friend bool operator==(const LocalApi &, const LocalApi &) = default;
    };
    /// Serves the accounts to them from now on (PaperServer), or no longer. Answered by
    /// localApiChanged(), at once.
    void setLocalApi(const std::optional<LocalApi> &api);

signals:
    void updated();
    /// Like updated(), for takePaper().
    void paperUpdated();
    /// The accounts of a source are open on this journal: it is there, and of the current version.
    void journalOpened(const QString &path);
    /// Something was committed to it.
    void journalGrew();
    /// What waits to be asked, and why: a few times a second at most.
    void queueChanged(const tapeline::RequestQueue &queue);
    /// How far a recording has been played, between its first and its last event.
    void replayProgressed(qint64 marketNs, qint64 firstNs, qint64 lastNs);
    void replayFinished();
    /// The local API listens on this port of 127.0.0.1; 0: it does not, and error says why when it
    /// should.
    void localApiChanged(quint16 port, const QString &error);

private:
    Timestamp simulatedUntil() const;
    void openLower(const SourceSpec &lower);
    void connectStreams();
    void connectRest();
    void connectQueue(RestProvider &provider);
    void forgetQueue(const QString &source);
    void connectStandIn();
    void dropStandIn();
    void dropFeed();
    void startFeed(const SourceSpec &spec, MarketStreams *streams, RestProvider *rest);

    SystemWallClock m_wall;
    Timings m_timings;
    SourceSpec m_spec;
    std::unique_ptr<EmbeddedMarket> m_market;
    PublishedState m_published;
    PaperOutbox m_paper;
    QString m_journal;
    FrameQueue m_frames;
    BarStore m_store;
    QThread m_feedThread;
    QThread m_marketThread;
    MarketLoop *m_loop = nullptr; // lives on m_marketThread
    MarketStreams *m_streams = nullptr; // these live on m_feedThread
    RestProvider *m_rest = nullptr;
    RestProvider *m_standIn = nullptr; // of a source that stands in for the chosen one
    ReplayStream *m_replay = nullptr; // the one of m_streams, for a recording
    std::unique_ptr<DataKeeping> m_data;
    std::unique_ptr<LocalPaper> m_localPaper;
    std::optional<LocalApi> m_localApi;
    std::unique_ptr<PaperServer> m_server; // while it is switched on
    quint64 m_nextChart = 1;
    quint64 m_nextCommand = 1;
    quint64 m_nextFlow = 1;
    quint64 m_nextBook = 1;
    quint64 m_nextChain = 1;
    quint64 m_nextOptionFlow = 1;
};

} // namespace tapeline
