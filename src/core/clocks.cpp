#include "clocks.h"

namespace tapeline {

Duration SystemWallClock::monotonic() const
{
    return std::chrono::duration_cast<Duration>(
        std::chrono::steady_clock::now().time_since_epoch());
}

Timestamp SystemWallClock::utc() const
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

LearnedMarketClock::LearnedMarketClock(const WallClock &wall)
    : m_wall(wall)
{
}

Timestamp LearnedMarketClock::now() const
{
    if (!isSet())
        return m_wall.utc();
    for (;;) {
        const quint32 sequence = m_sequence.load(std::memory_order_acquire);
        const qint64 marketNs = m_baseMarketNs.load(std::memory_order_relaxed);
        const qint64 wallNs = m_baseWallNs.load(std::memory_order_relaxed);
        const double speed = m_speed.load(std::memory_order_relaxed);
        std::atomic_thread_fence(std::memory_order_acquire);
        if (sequence % 2 != 0 || m_sequence.load(std::memory_order_relaxed) != sequence)
            continue; // a writer was between the three

        const qint64 elapsed = m_wall.monotonic().count() - wallNs;
        // Without the detour a speed of 1 keeps every nanosecond
        const qint64 passed
            = speed == 1.0 ? elapsed : static_cast<qint64>(static_cast<double>(elapsed) * speed);
        return fromNs(marketNs + passed);
    }
}

void LearnedMarketClock::observe(Timestamp eventTime)
{
    if (!isSet() || eventTime > now())
        rebase(eventTime, m_speed.load(std::memory_order_relaxed));
}

void LearnedMarketClock::reset(Timestamp time, double speed)
{
    rebase(time, speed > 0 ? speed : 1.0);
}

void LearnedMarketClock::rebase(Timestamp time, double speed)
{
    m_sequence.fetch_add(1, std::memory_order_acq_rel);
    m_baseMarketNs.store(toNs(time), std::memory_order_release);
    m_baseWallNs.store(m_wall.monotonic().count(), std::memory_order_release);
    m_speed.store(speed, std::memory_order_release);
    m_sequence.fetch_add(1, std::memory_order_release);
    m_set.store(true, std::memory_order_release);
}

} // namespace tapeline
