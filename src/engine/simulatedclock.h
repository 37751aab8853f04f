#pragma once

#include "clocks.h"

namespace tapeline {

/// The time of a simulated market: a start, and from then on the wall clock times a speed. Read
/// from any thread; set from one.
class SimulatedClock : public MarketClock
{
public:
    SimulatedClock(const WallClock &wall, Timestamp start, double speed)
        : m_clock(wall)
    {
        m_speed.store(speed, std::memory_order_relaxed);
        m_clock.reset(start, speed);
    }

    Timestamp now() const override { return m_clock.now(); }
    /// Market seconds per wall second.
    double speed() const { return m_speed.load(std::memory_order_relaxed); }
    /// From now on; the time itself does not jump.
    void setSpeed(double speed)
    {
        m_speed.store(speed, std::memory_order_relaxed);
        m_clock.reset(m_clock.now(), speed);
    }

private:
    LearnedMarketClock m_clock;
    std::atomic<double> m_speed { 1.0 };
};

} // namespace tapeline
