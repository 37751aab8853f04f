#pragma once

#include "timestamp.h"

#include <algorithm>
#include <deque>

namespace tapeline {

/// How many requests may be sent when: a sliding window over what was sent. Times are monotonic.
class RequestBudget
{
public:
    static constexpr Duration minute = 60s;
    /// Without a limit the service asks to stay below about 100 a second (massive-api.md 1.3).
    static constexpr int unlimitedPerSecond = 50;

    /// limitPerMinute 0 is no limit; window is a minute but in tests.
    explicit RequestBudget(int limitPerMinute = 0, Duration window = minute);

    void setLimit(int limitPerMinute) { m_limit = limitPerMinute; }
    int limit() const { return m_limit; }

    void sent(Duration now) { m_sent.push_back(now); }
    /// Nothing before this time, whatever the window says (after a 429).
    void holdUntil(Duration time) { m_heldUntil = std::max(m_heldUntil, time); }

    /// The earliest time at which one more may be sent; now or before when it may at once. reserve:
    /// how many of the limit must stay free after it; without a limit it has no meaning.
    Duration nextSlot(Duration now, int reserve = 0);
    /// When the window is sure to have turned over: a window after its first request.
    Duration windowEnd(Duration now) const;
    /// Requests within the window.
    int used(Duration now);

private:
    void forget(Duration now);

    std::deque<Duration> m_sent;
    Duration m_heldUntil {};
    Duration m_window;
    int m_limit;
};

} // namespace tapeline
