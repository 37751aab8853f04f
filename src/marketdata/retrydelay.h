#pragma once

#include "splitmix64.h"
#include "timestamp.h"

namespace tapeline {

/// How long to wait before the next attempt: doubled from attempt to attempt between two bounds,
/// and drawn at random up to half as much again, so that many clients do not come back at once.
/// Seeded: the same seed waits the same.
class RetryDelay
{
public:
    RetryDelay(Duration first, Duration longest, quint64 seed);

    /// The wait before the next attempt, never above longest.
    Duration next();
    /// The attempt was good for long enough: start over.
    void reset() { m_base = m_first; }

private:
    Duration m_first;
    Duration m_longest;
    Duration m_base;
    SplitMix64 m_draws;
};

} // namespace tapeline
