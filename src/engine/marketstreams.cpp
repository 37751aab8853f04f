#include "marketstreams.h"

#include "framequeue.h"

#include <utility>

namespace tapeline {

MarketStreams::MarketStreams(Factory factory, FrameQueue &frames)
    : m_factory(std::move(factory))
    , m_frames(frames)
{
}

void MarketStreams::open(AssetClass market)
{
    if (m_stopped || slot(market))
        return;
    slot(market) = m_factory(market);
    if (!slot(market))
        return;
    slot(market)->setParent(this);
    connectStream(market, slot(market));
    slot(market)->start();
}

void MarketStreams::connectStream(AssetClass market, StreamProvider *stream)
{
    // Straight into the queue on the feed's own thread: the GUI thread never sees a frame
    connect(stream, &StreamProvider::frameReceived, this,
            [this, market](const QByteArray &frame, qint64 receivedNs) {
                m_frames.push(frame, receivedNs, market);
            });
    connect(stream, &StreamProvider::gapDetected, this, [this, market](qint64 fromNs, qint64 toNs) {
        m_frames.pushGap(Duration(toNs - fromNs), market);
    });
    connect(stream, &StreamProvider::retryPlanned, this,
            [this, market](qint64 atUtcNs) { emit retryPlanned(market, atUtcNs); });
    connect(stream, &StreamProvider::stateChanged, this,
            [this, market](StreamState state, const QString &detail) {
                emit stateChanged(market, state, detail);
            });
    connect(stream, &StreamProvider::entitlementRefused, this,
            [this, market] { emit entitlementRefused(market); });
    connect(stream, &StreamProvider::planHasNoStream, this,
            [this, market] { emit planHasNoStream(market); });
}

void MarketStreams::subscribe(AssetClass market, const QStringList &pairs)
{
    open(market);
    if (slot(market))
        slot(market)->subscribe(pairs);
}

void MarketStreams::unsubscribe(AssetClass market, const QStringList &pairs)
{
    if (slot(market))
        slot(market)->unsubscribe(pairs);
}

void MarketStreams::stop()
{
    m_stopped = true;
    for (StreamProvider *&stream : m_streams) {
        if (!stream)
            continue;
        disconnect(stream, nullptr, this, nullptr);
        stream->stop();
        std::exchange(stream, nullptr)->deleteLater();
    }
}

} // namespace tapeline
