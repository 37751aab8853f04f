#pragma once

#include "capabilities.h"
#include "massiverest.h"
#include "probefinding.h"

#include <QObject>
#include <QUrl>

#include <functional>

class QThread;

namespace tapeline {

class ConnectionProbe;

/// Asks a service what a key opens, on the feed thread, and tells it here. One question at a time:
/// a new one takes the place of the old. Nothing here blocks, and it may be cancelled or destroyed
/// at any moment, before or after the thread ends.
class ServiceProbe : public QObject
{
    Q_OBJECT

public:
    /// feed outlives the probe and runs while something is asked.
    explicit ServiceProbe(QThread &feed, QObject *parent = nullptr);
    ~ServiceProbe() override;

    /// How patient its requests are; tests shorten it.
    void setTimings(const MassiveRest::Timings &timings) { m_timings = timings; }

    /// rest: "https://api.massive.com".
    void detect(const QUrl &rest, const QString &key);
    void test(const QUrl &rest, const QString &key, const PlanSet &plans);
    /// No signal follows.
    void cancel();

signals:
    /// A product is being asked for.
    void progressed(tapeline::Product product);
    /// What is being asked waits for the plan's limit of requests; may be said again and again.
    void waiting();
    /// One finding a product.
    void finished(const tapeline::ProbeFindings &findings);
    /// What is under way is not wanted any more; for the feed thread.
    void abandoned(QPrivateSignal);

private:
    void start(const QUrl &rest, const QString &key,
               const std::function<void(ConnectionProbe &)> &question);
    void relay(ConnectionProbe &probe, const MassiveRest &rest);

    static MassiveRest::Timings patience();

    QThread &m_feed;
    MassiveRest::Timings m_timings = patience();
    quint64 m_run = 0; ///< signals of earlier ones may still be on their way
};

} // namespace tapeline
