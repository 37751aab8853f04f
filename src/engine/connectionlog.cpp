#include "connectionlog.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace tapeline {

namespace {

Q_LOGGING_CATEGORY(lcConnection, "tapeline.connection", QtInfoMsg)

constexpr Duration repetitionWindow = 60s;

} // namespace

void ConnectionLog::add(ConnectionEvent event)
{
    event.at = m_wall.utc();
    if (event.kind == ConnectionEvent::Kind::Opened)
        m_recent.clear(); // what is said of another source, or of another key, is no repetition
    std::erase_if(m_recent,
                  [&](const ConnectionEvent &old) { return event.at - old.at > repetitionWindow; });
    if (isRepetition(event))
        return;
    qCInfo(lcConnection).nospace()
        << qPrintable(connectionEventWord(event.kind)) << ' ' << event.symbol << " count "
        << event.count << ", " << std::chrono::duration<double>(event.length).count()
        << " s: " << event.detail;
    m_recent.push_back(event);
    m_events.push_back(std::move(event));
}

/// States of the connection are each told; complaints about requests and data once a minute.
bool ConnectionLog::isRepetition(const ConnectionEvent &event) const
{
    using enum ConnectionEvent::Kind;
    switch (event.kind) {
    case KeyRefused:
    case PlanLacks:
    case RequestFailed:
    case Unreadable:
    case Repeated:
    case Waited:
    case ClockSkewed:
        break;
    default:
        return false;
    }
    return std::any_of(m_recent.begin(), m_recent.end(), [&](const ConnectionEvent &old) {
        return old.kind == event.kind && old.symbol == event.symbol && old.detail == event.detail
            && old.data == event.data;
    });
}

std::vector<ConnectionEvent> ConnectionLog::take()
{
    return std::exchange(m_events, {});
}

} // namespace tapeline
