#pragma once

#include "clocks.h"
#include "marketsnapshot.h"

namespace tapeline {

/// What the status bar says of a stream: messages a second, how late they are, whether they had to
/// wait in a queue.
class StreamMeters
{
public:
    explicit StreamMeters(const WallClock &wall)
        : m_wall(wall)
    {
    }

    /// A new source.
    void reset();
    void countMessages(qint64 count) { m_messages += count; }
    /// From the newest event's time to now, beyond the delay of the plan: what the service, the
    /// network and this program need together. speed: of the source's clock.
    void noteLatency(Timestamp newest, Timestamp now, double speed);
    /// The oldest of what was taken from the queue was received then (UTC ns; 0: not known).
    /// Returns how long it waited when that is worth a word, else zero.
    Duration noteWait(qint64 receivedNs);
    void writeTo(SessionStatus &status);

private:
    const WallClock &m_wall;
    qint64 m_messages = 0;
    Duration m_messagesSince {};
    double m_perSecond = 0;
    double m_latencyUs = -1;
    Timestamp m_latencyFrom {}; // the event that was measured last
    Duration m_waited {};
    Duration m_lastWait {}; // monotonic: when data last had to wait
};

} // namespace tapeline
