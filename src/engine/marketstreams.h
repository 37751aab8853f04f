#pragma once

#include "assetclass.h"
#include "streamprovider.h"

#include <QObject>

#include <array>
#include <functional>

namespace tapeline {

class FrameQueue;

/// The streams of one source, one connection a market: a market's is opened with its first
/// subscription, or by open(). Their frames go into one queue, in the order they come. Lives on the
/// feed thread, and its streams with it.
class MarketStreams : public QObject
{
    Q_OBJECT

public:
    /// A new stream of a market, without a parent; null when the plan has none. Called on the feed
    /// thread.
    using Factory = std::function<StreamProvider *(AssetClass)>;

    /// frames must outlive it.
    MarketStreams(Factory factory, FrameQueue &frames);

public slots:
    /// Begins the stream of a market, if there is one.
    void open(tapeline::AssetClass market);
    void subscribe(tapeline::AssetClass market, const QStringList &pairs);
    void unsubscribe(tapeline::AssetClass market, const QStringList &pairs);
    /// Ends all of them. Nothing comes after it.
    void stop();

signals:
    void stateChanged(tapeline::AssetClass market, tapeline::StreamState state,
                      const QString &detail);
    void retryPlanned(tapeline::AssetClass market, qint64 atUtcNs);
    void entitlementRefused(tapeline::AssetClass market);
    void planHasNoStream(tapeline::AssetClass market);

private:
    StreamProvider *&slot(AssetClass market) { return m_streams[std::size_t(market)]; }
    void connectStream(AssetClass market, StreamProvider *stream);

    Factory m_factory;
    FrameQueue &m_frames;
    std::array<StreamProvider *, allAssetClasses.size()> m_streams {};
    bool m_stopped = false;
};

} // namespace tapeline
