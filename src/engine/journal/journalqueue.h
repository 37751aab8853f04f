#pragma once

#include "journalupdate.h"

#include <functional>
#include <mutex>
#include <utility>

namespace tapeline {

/// Where the journal's thread leaves what the window has not seen. At most one wake-up is under
/// way.
class JournalQueue
{
public:
    /// wake is called on the thread that publishes, when something new lies here and none was
    /// announced since take().
    explicit JournalQueue(std::function<void()> wake)
        : m_wake(std::move(wake))
    {
    }

    void publish(JournalUpdate &&update);
    /// In the order of their coming.
    std::vector<JournalUpdate> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_pending, {});
    }

private:
    std::function<void()> m_wake;
    std::mutex m_mutex;
    std::vector<JournalUpdate> m_pending;
};

inline void JournalQueue::publish(JournalUpdate &&update)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        isFirst = m_pending.empty();
        m_pending.push_back(std::move(update));
    }
    if (isFirst)
        m_wake();
}

} // namespace tapeline
