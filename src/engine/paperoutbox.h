#pragma once

#include "paperupdate.h"

#include <functional>
#include <mutex>

namespace tapeline {

/// Where the market thread leaves it. Views are conflated to the newest, reports are all kept: they
/// come at the pace of people's orders. At most one wake-up is under way.
class PaperOutbox
{
public:
    /// wake is called on the market thread when something new lies here and none was announced
    /// since take().
    explicit PaperOutbox(std::function<void()> wake);

    /// Sees all of it on the market thread, before it lies here. To be set before anything is
    /// published.
    void setTap(std::function<void(const PaperUpdate &)> tap) { m_tap = std::move(tap); }

    void publish(PaperUpdate &&update);
    PaperUpdate take();

private:
    std::function<void()> m_wake;
    std::function<void(const PaperUpdate &)> m_tap;
    std::mutex m_mutex;
    PaperUpdate m_pending;
    bool m_announced = false;
};

} // namespace tapeline
