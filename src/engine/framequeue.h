#pragma once

#include "assetclass.h"
#include "timestamp.h"

#include <QByteArray>

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace tapeline {

/// Raw frames on their way from the feed thread to the market thread, in order.
///
/// Policy: nothing is dropped while less than maxBytes wait. Beyond that everything that waits is
/// given up at once and the loss is reported with the next take(), so that the hub marks a gap and
/// back-fills, rather than showing a stream with silent holes.
class FrameQueue
{
public:
    struct Frame
    {
        QByteArray bytes;
        qint64 receivedNs = 0; ///< wall clock, UTC ns
        /// Instead of bytes: the stream was away for so long, and what follows came after.
        std::optional<Duration> gap {};
        AssetClass market = AssetClass::Stocks; ///< whose stream it came on
    };

    struct Batch
    {
        std::vector<Frame> frames;
        quint64 lostFrames = 0; ///< given up since the last take()
    };

    static constexpr qsizetype defaultMaxBytes = 256 * 1024 * 1024;

    /// wake is called on the feed thread when frames are there and none was announced since the
    /// last take(): at most one wake-up is under way.
    explicit FrameQueue(std::function<void()> wake, qsizetype maxBytes = defaultMaxBytes);

    void push(const QByteArray &frame, qint64 receivedNs, AssetClass market = AssetClass::Stocks);
    /// In its place among the frames: a wake-up that is late must not mix what came before a break
    /// with what came after.
    void pushGap(Duration length, AssetClass market = AssetClass::Stocks);
    Batch take();
    /// In bytes, what has been pushed and not taken.
    qsizetype waiting() const;

private:
    void push(Frame frame);

    std::function<void()> m_wake;
    const qsizetype m_maxBytes;
    mutable std::mutex m_mutex;
    std::vector<Frame> m_frames;
    qsizetype m_bytes = 0;
    quint64 m_lost = 0;
    bool m_announced = false;
};

} // namespace tapeline
