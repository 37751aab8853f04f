#pragma once

#include "timestamp.h"

#include <atomic>

namespace tapeline {

/// What time it is in the market that is shown (simulated, replayed, live): sessions, time in force, ages and
/// staleness of prices, alerts.
class MarketClock
{
public:
    virtual ~MarketClock() = default;
    virtual Timestamp now() const = 0;
};

/// The wall clock: pings, rate budgets, back-off, frame rate. monotonic() never goes back.
class WallClock
{
public:
    virtual ~WallClock() = default;
    virtual Duration monotonic() const = 0;
    virtual Timestamp utc() const = 0;
};

class SystemWallClock : public WallClock
{
public:
    Duration monotonic() const override;
    Timestamp utc() const override;
};

/// A market clock that is told the time (server time, event times) and runs on with the wall clock in between,
/// at a speed. Never goes back unless reset. Thread-safe to read while one thread writes.
class LearnedMarketClock : public MarketClock
{
public:
    explicit LearnedMarketClock(const WallClock &wall);

    /// The wall's time until the clock is set.
    Timestamp now() const override;
    /// An event happened at this time: the clock is at least there.
    void observe(Timestamp eventTime);
    /// Starts anew at a time; speed is market seconds per wall second, > 0.
    void reset(Timestamp time, double speed = 1.0);
    /// Back to the wall's time until it is told another.
    void forget() { m_set.store(false, std::memory_order_release); }
    bool isSet() const { return m_set.load(std::memory_order_acquire); }

private:
    void rebase(Timestamp time, double speed);

    const WallClock &m_wall;
    std::atomic<quint32> m_sequence { 0 }; ///< odd while the three below are being written (a seqlock)
    std::atomic<qint64> m_baseMarketNs { 0 };
    std::atomic<qint64> m_baseWallNs { 0 };
    std::atomic<double> m_speed { 1.0 };
    std::atomic<bool> m_set { false };
};

/// Time held still, for tests.
class ManualMarketClock : public MarketClock
{
public:
    explicit ManualMarketClock(Timestamp time = {})
        : m_now(time)
    {
    }
    Timestamp now() const override { return m_now; }
    void set(Timestamp time) { m_now = time; }
    void advance(Duration step) { m_now += step; }

private:
    Timestamp m_now;
};

class ManualWallClock : public WallClock
{
public:
    Duration monotonic() const override { return m_elapsed; }
    Timestamp utc() const override { return m_start + m_elapsed; }
    void advance(Duration step) { m_elapsed += step; }

private:
    Timestamp m_start = fromMs(1'786'629'600'000);
    Duration m_elapsed {};
};

} // namespace tapeline
