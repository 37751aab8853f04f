#include "connectionlog.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace tapeline {

namespace {

Q_LOGGING_CATEGORY(lcConnection, "tapeline.connection", QtInfoMsg)

constexpr Duration repetitionWindow = 60s;

const char *nameOf(ConnectionEvent::Kind kind)
{
    using enum ConnectionEvent::Kind;
    switch (kind) {
    case Opened:
        return "opened";
    case Connected:
        return "connected";
    case Silent:
        return "silent";
    case Heard:
        return "heard again";
    case Lost:
        return "lost";
    case Refused:
        return "refused";
    case Evicted:
        return "evicted";
    case GapFilled:
        return "gap filled";
    case GapRemains:
        return "gap remains";
    case BarsCorrected:
        return "bars corrected";
    case PlanLacks:
        return "plan lacks";
    case RequestFailed:
        return "request failed";
    case Unreadable:
        return "unreadable";
    case Repeated:
        return "repeated";
    case Waited:
        return "waited";
    case ClockSkewed:
        return "clock skewed";
    }
    return "";
}

} // namespace

void ConnectionLog::add(ConnectionEvent event)
{
    event.at = m_wall.utc();
    std::erase_if(m_recent,
                  [&](const ConnectionEvent &old) { return event.at - old.at > repetitionWindow; });
    if (isRepetition(event))
        return;
    qCInfo(lcConnection).nospace()
        << nameOf(event.kind) << ' ' << event.symbol << " count " << event.count << ", "
        << std::chrono::duration<double>(event.length).count() << " s: " << event.detail;
    m_recent.push_back(event);
    m_events.push_back(std::move(event));
}

/// States of the connection are each told; complaints about requests and data once a minute.
bool ConnectionLog::isRepetition(const ConnectionEvent &event) const
{
    using enum ConnectionEvent::Kind;
    switch (event.kind) {
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
