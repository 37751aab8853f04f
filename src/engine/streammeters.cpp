#include "streammeters.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Data that lay longer has visibly waited.
constexpr Duration visibleWait = 250ms;
/// How long a wait stays visible.
constexpr Duration waitShown = 2s;
/// Of the newest measurement in the latency that is shown.
constexpr double latencyWeight = 0.05;
/// A rate is measured over at least this.
constexpr Duration rateOver = 900ms;

} // namespace

void StreamMeters::reset()
{
    m_perSecond = 0;
    m_latencyUs = -1;
    m_latencyFrom = {};
    m_waited = m_lastWait = {};
}

void StreamMeters::noteLatency(Timestamp newest, Timestamp now, double speed)
{
    if (newest <= m_latencyFrom)
        return;
    m_latencyFrom = newest;
    const double microseconds
        = std::chrono::duration<double, std::micro>(now - newest).count() / std::max(1.0, speed);
    const double before = m_latencyUs < 0 ? microseconds : m_latencyUs;
    m_latencyUs = std::max(0.0, before + latencyWeight * (microseconds - before));
}

Duration StreamMeters::noteWait(qint64 receivedNs)
{
    const Duration waited = m_wall.utc() - fromNs(receivedNs);
    if (receivedNs == 0 || waited < visibleWait)
        return {};
    m_waited = std::max(m_waited, waited);
    m_lastWait = m_wall.monotonic();
    return waited;
}

void StreamMeters::writeTo(SessionStatus &status)
{
    const Duration now = m_wall.monotonic();
    if (now - m_messagesSince >= rateOver) {
        const double seconds = std::chrono::duration<double>(now - m_messagesSince).count();
        m_perSecond = double(std::exchange(m_messages, 0)) / seconds;
        m_messagesSince = now;
    }
    if (now - m_lastWait > waitShown)
        m_waited = {};
    status.messagesPerSecond = m_perSecond;
    status.latencyMicroseconds = qRound64(m_latencyUs);
    status.waited = m_waited;
    status.lagging = m_waited > Duration();
}

} // namespace tapeline
