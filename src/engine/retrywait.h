#pragma once

#include "result.h"
#include "timestamp.h"

#include <algorithm>
#include <optional>

namespace tapeline {

/// When a question that failed is due again: after a wait that doubles from 5 s to a minute. Times
/// are monotonic.
class RetryWait
{
public:
    static constexpr Duration first = 5s;
    static constexpr Duration longest = 60s;

    /// Nothing to be asked again: answered, or not wanted.
    void settle() { *this = {}; }
    /// It failed. Where asking again cannot help it is settled.
    void fail(Error::Code reason, Duration now)
    {
        if (isFinal(reason)) {
            settle();
            return;
        }
        m_wait = std::clamp(m_wait * 2, first, longest);
        m_at = now + m_wait;
    }
    bool isWaiting() const { return m_at.has_value(); }
    /// True once when the wait is over.
    bool takeDue(Duration now)
    {
        const bool due = m_at && now >= *m_at;
        if (due)
            m_at.reset();
        return due;
    }

    /// The key, the plan or the name is the reason.
    static bool isFinal(Error::Code reason)
    {
        return reason == Error::Code::NotEntitled || reason == Error::Code::Unauthorized
            || reason == Error::Code::NotFound || reason == Error::Code::Cancelled;
    }

private:
    Duration m_wait {};
    std::optional<Duration> m_at;
};

} // namespace tapeline
