#pragma once

#include "clocks.h"
#include "connectionevent.h"

#include <vector>

namespace tapeline {

/// Collects what happens to the connection, for the history the user can read and for the log file.
/// The same thing said again within a minute is left out.
class ConnectionLog
{
public:
    explicit ConnectionLog(const WallClock &wall)
        : m_wall(wall)
    {
    }

    /// Sets the time.
    void add(ConnectionEvent event);
    /// What was added since the last call, oldest first.
    std::vector<ConnectionEvent> take();

private:
    bool isRepetition(const ConnectionEvent &event) const;

    const WallClock &m_wall;
    std::vector<ConnectionEvent> m_events;
    std::vector<ConnectionEvent> m_recent; // of the last minute
};

} // namespace tapeline
