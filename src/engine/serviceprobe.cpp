#include "serviceprobe.h"

#include "connectionprobe.h"

#include <QThread>

namespace tapeline {

namespace {

/// A Basic key's; the probe says when it may be forgotten.
constexpr int firstLimitPerMinute = 5;

/// A provider of its own and the probe that asks it, as one object of the feed thread.
class Errand : public QObject
{
public:
    Errand(const QUrl &base, const QString &key)
        : rest(base, key, firstLimitPerMinute, nullptr, this)
        , probe(rest, this)
    {
        rest.shareBudget(); // with the desk, if it has this key
        connect(&probe, &ConnectionProbe::limitLifted, &rest,
                [this] { rest.setLimitPerMinute(0); });
    }

    MassiveRest rest;
    ConnectionProbe probe;
};

} // namespace

MassiveRest::Timings ServiceProbe::patience()
{
    MassiveRest::Timings timings;
    timings.transferTimeout = 10s; // somebody watches
    return timings;
}

ServiceProbe::ServiceProbe(QThread &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
{
}

ServiceProbe::~ServiceProbe()
{
    cancel();
}

void ServiceProbe::detect(const QUrl &rest, const QString &key)
{
    start(rest, key, [](ConnectionProbe &probe) { probe.detect(); });
}

void ServiceProbe::test(const QUrl &rest, const QString &key, const PlanSet &plans)
{
    start(rest, key, [plans](ConnectionProbe &probe) { probe.test(plans); });
}

void ServiceProbe::cancel()
{
    ++m_run;
    emit abandoned({});
}

void ServiceProbe::start(const QUrl &rest, const QString &key,
                         const std::function<void(ConnectionProbe &)> &question)
{
    cancel();
    auto *errand = new Errand(rest, key);
    errand->rest.setTimings(m_timings);
    relay(errand->probe, errand->rest);
    errand->moveToThread(&m_feed);
    // By signals alone: they know whether the object is still there, a pointer would not
    connect(this, &ServiceProbe::abandoned, errand, &QObject::deleteLater);
    connect(&errand->probe, &ConnectionProbe::finished, errand, &QObject::deleteLater);
    connect(&m_feed, &QThread::finished, errand, &QObject::deleteLater);
    QMetaObject::invokeMethod(errand, [errand, question] { question(errand->probe); });
}

void ServiceProbe::relay(ConnectionProbe &probe, const MassiveRest &rest)
{
    connect(&rest, &MassiveRest::budgetChanged, this,
            [this, run = m_run](int used, int limit, int queued) {
                if (run == m_run && queued > 0 && limit > 0 && used >= limit)
                    emit waiting();
            });
    connect(&probe, &ConnectionProbe::progressed, this, [this, run = m_run](Product product) {
        if (run == m_run)
            emit progressed(product);
    });
    connect(&probe, &ConnectionProbe::finished, this,
            [this, run = m_run](const ProbeFindings &findings) {
                if (run == m_run)
                    emit finished(findings);
            });
}

} // namespace tapeline
