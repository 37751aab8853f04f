#include "framequeue.h"

#include <utility>

namespace tapeline {

FrameQueue::FrameQueue(std::function<void()> wake, qsizetype maxBytes)
    : m_wake(std::move(wake))
    , m_maxBytes(maxBytes)
{
}

void FrameQueue::push(const QByteArray &frame, qint64 receivedNs, AssetClass market)
{
    push(Frame { frame, receivedNs, {}, market });
}

void FrameQueue::pushGap(Duration length, AssetClass market)
{
    Frame mark;
    mark.gap = length;
    mark.market = market;
    push(std::move(mark));
}

void FrameQueue::push(Frame frame)
{
    bool announce = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_bytes + frame.bytes.size() > m_maxBytes) {
            m_lost += m_frames.size() + 1;
            m_frames.clear();
            m_bytes = 0;
        } else {
            m_bytes += frame.bytes.size();
            m_frames.push_back(std::move(frame));
        }
        announce = !std::exchange(m_announced, true);
    }
    if (announce)
        m_wake();
}

qsizetype FrameQueue::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

FrameQueue::Batch FrameQueue::take()
{
    Batch batch;
    const std::lock_guard lock(m_mutex);
    batch.frames.swap(m_frames);
    batch.lostFrames = std::exchange(m_lost, 0);
    m_bytes = 0;
    m_announced = false;
    return batch;
}

} // namespace tapeline
