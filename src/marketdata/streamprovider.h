#pragma once

#include "datastatus.h"
#include "result.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

namespace tapeline {

/// A source of raw stream frames in the service's vocabulary: the live socket, or a replayed file.
/// Lives on the feed thread; everything it has to say, it says by signal, and it never decodes
/// market data. Pairs are the service's: "T.AAPL", "AM.*". Subscriptions are counted: each pair is
/// sent once.
class StreamProvider : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    virtual void start() = 0;
    virtual void stop() = 0;
    virtual void subscribe(const QStringList &pairs) = 0;
    virtual void unsubscribe(const QStringList &pairs) = 0;

signals:
    /// One text frame (a JSON array) as it came, and when (UTC ns since the epoch, wall clock). The
    /// byte array has at least 64 spare bytes of capacity behind its end, as the decoder wants.
    void frameReceived(const QByteArray &frame, qint64 receivedNs);
    /// detail is a plain English sentence for the log, empty when there is nothing to add.
    void stateChanged(tapeline::StreamState state, const QString &detail);
    /// Before the state that waits: when the next attempt is due (wall clock, UTC ns).
    void retryPlanned(qint64 atUtcNs);
    /// The plan lacks one of the channels asked for; the service does not say which.
    void entitlementRefused(const QString &message);
    /// The key's plan has no stream of this market; Refused follows.
    void planHasNoStream();
    /// The connection was lost and is back: what happened in between is missing. Times are wall
    /// clock, UTC ns.
    void gapDetected(qint64 fromNs, qint64 toNs);
    /// A replay has reached its end.
    void finished();
};

} // namespace tapeline
