#pragma once

#include "clocks.h"
#include "requestbudget.h"
#include "restprovider.h"

#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace tapeline {

/// The service's REST side, or anything that speaks like it (the embedded market). Requests wait by
/// priority within the plan's budget, equal ones are asked once, and what no one waits for any more
/// is dropped.
///
/// Failures of the network, HTTP 5xx and 429 are tried again, at most three times in all; 429 waits
/// as long as the answer says, else until the minute has turned over. Nothing else is tried again.
/// Redirects and next pages are followed on the configured host only, and a key goes out in a
/// header, never over an unencrypted connection to another machine.
///
/// Made anywhere, moved to the feed thread, and used there; the network manager comes to be with
/// the first request.
class MassiveRest : public RestProvider
{
    Q_OBJECT

public:
    /// Durations that tests shorten.
    struct Timings
    {
        /// Of the plan's limit. The service counts when a request arrives, a little after we send
        /// it.
        Duration window = RequestBudget::minute + 500ms;
        Duration transferTimeout = 30s; ///< without any byte
        Duration firstRetry = 250ms; ///< doubled with every further try
        /// What waits so long is one step more urgent, though never more than what is on screen:
        /// everything has its turn.
        Duration patience = 5min;
    };

    static constexpr int maxInFlight = 6;
    static constexpr int maxTries = 3;
    /// Of a limited plan's requests, so many are never spent on what nobody waits for.
    static constexpr int keptForTheUser = 3;

    /// base: "https://api.massive.com". limitPerMinute 0 is no limit. wall must outlive the
    /// provider; the system's when null.
    MassiveRest(const QUrl &base, const QString &key, int limitPerMinute,
                const WallClock *wall = nullptr, QObject *parent = nullptr);
    ~MassiveRest() override;

    void setTimings(const Timings &timings);
    /// How its queue names it: "massive" unless told otherwise. Before the first request.
    void setSource(const QString &id) { m_source = id; }
    /// Its requests count together with those of every other provider in this program that has this
    /// key and host and was told so. Before the first request.
    void shareBudget();

public slots:
    void get(const tapeline::RestRequest &request) override;
    void cancel(quint64 id) override;

    /// Takes effect with the next request that is sent.
    void setLimitPerMinute(int limit);

private:
    struct Job
    {
        QString path;
        QUrlQuery query;
        QList<quint64> waiting; ///< ids to be answered
        RestPurpose purpose = RestPurpose::Other; ///< of the most urgent that asked
        QString symbol;
        Duration askedAt {}; ///< first
        Duration sentAt {}; ///< last
        RestPriority priority = RestPriority::Background;
        quint64 order = 0; ///< of arrival, within a priority
        int tries = 0;
        Duration notBefore {};
        QNetworkReply *reply = nullptr; ///< when in flight; owned by the manager
    };
    using Jobs = std::map<QString, Job>; ///< by path and query

    Result<QUrl> urlOf(const Job &job) const;
    void pump();
    RestPriority urgencyOf(const Job &job, Duration now) const;
    int reserveFor(const Job &job, Duration now) const;
    Jobs::iterator nextJob(Duration now);
    void wakeAt(Duration time);
    void send(Jobs::iterator job);
    void onReplyFinished(const QString &name);
    bool isWorthRetrying(const Job &job, const QNetworkReply &reply) const;
    void retryLater(Job &job, const QNetworkReply &reply);
    RestReply replyOf(QNetworkReply &reply) const;
    void answer(Jobs::iterator job, RestReply reply);
    void fail(quint64 id, const Error &error);
    void tellBudget();

    // massiverestqueue.cpp
    void noteQueue();
    void tellQueue();
    RequestQueue queue();
    QueuedRequest entryOf(const Job &job) const;
    void judge(QueuedRequest &entry, const Job &job, BudgetForecast &ahead, Duration now) const;
    std::vector<const Job *> jobsInOrder(Duration now) const;
    Timestamp wallTimeOf(Duration monotonic) const;

    SystemWallClock m_systemWall;
    const WallClock &m_wall;
    const QUrl m_base;
    const QString m_key;
    Timings m_timings;
    RequestBudget m_budget;
    QNetworkAccessManager *m_network = nullptr;
    QTimer m_pumpTimer { this }; ///< until the next request may go
    QTimer m_budgetTimer { this }; ///< tells how the used budget falls
    QTimer m_queueTimer { this }; ///< until the queue is told again
    RequestQueue m_toldQueue;
    QString m_source = QStringLiteral("massive");
    Duration m_wallOffset {}; ///< of the wall clock against the monotonic one
    Jobs m_jobs;
    QHash<quint64, QString> m_jobOfId;
    quint64 m_nextOrder = 1;
    int m_inFlight = 0;
};

} // namespace tapeline
