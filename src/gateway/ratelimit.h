#pragma once

#include "timestamp.h"

#include <QHash>
#include <QString>

#include <deque>

namespace tapeline {

/// The request limit of Basic plans: at most five in any sixty seconds, counted per key
/// (massive-api.md 1.4 and 10.3). Refused requests do not count.
class RateLimit
{
public:
    static constexpr std::size_t requests = 5;
    static constexpr Duration window = 60s;

    /// True, and counted, when the key may ask now. now is a monotonic wall clock.
    bool admit(const QString &key, Duration now)
    {
        std::deque<Duration> &times = m_times[key];
        while (!times.empty() && now - times.front() >= window)
            times.pop_front();
        if (times.size() >= requests)
            return false;
        times.push_back(now);
        return true;
    }

private:
    QHash<QString, std::deque<Duration>> m_times; // known keys only, so it stays small
};

} // namespace tapeline
