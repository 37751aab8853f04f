#pragma once

#include "instrumentid.h"
#include "timestamp.h"

#include <queue>
#include <vector>

namespace tapeline {

struct WorkingOrder;

/// What comes first at equal times (execution.md 0.2); an order ends before anything of that
/// instant can fill it.
enum class EventRank : quint8 { Expiry, Corporate, Status, Trade, Quote, Bar, Command, Timer };

/// Something the broker has to do at a known time.
struct QueuedEvent
{
    enum class Kind : quint8 {
        Arrive, ///< an order reaches the venue
        ArriveReplace,
        ArriveCancel,
        Activate, ///< a triggered stop works from here on
        Expire,
        EndChase,
        EndAuction, ///< the fall-back prices of an auction are known
        Uncross ///< a crossed quote has lasted
    };

    Timestamp at {};
    EventRank rank = EventRank::Timer;
    quint64 arrival = 0;
    Kind kind = Kind::Arrive;
    WorkingOrder *order = nullptr;
    InstrumentId instrument {};
};

/// Commands under way and timers, in the order of execution.md 0.2.
class BrokerQueue
{
public:
    void push(QueuedEvent event)
    {
        event.arrival = ++m_arrivals;
        m_events.push(event);
    }
    /// Something is due before an event of this time and rank.
    bool isDue(Timestamp at, EventRank rank) const
    {
        if (m_events.empty())
            return false;
        const QueuedEvent &next = m_events.top();
        return next.at < at || (next.at == at && next.rank <= rank);
    }
    /// The end of time when there is nothing.
    Timestamp nextDue() const { return m_events.empty() ? Timestamp::max() : m_events.top().at; }
    QueuedEvent pop()
    {
        const QueuedEvent next = m_events.top();
        m_events.pop();
        return next;
    }

private:
    struct Later
    {
        bool operator()(const QueuedEvent &a, const QueuedEvent &b) const
        {
            if (a.at != b.at)
                return a.at > b.at;
            return a.rank != b.rank ? a.rank > b.rank : a.arrival > b.arrival;
        }
    };

    std::priority_queue<QueuedEvent, std::vector<QueuedEvent>, Later> m_events;
    quint64 m_arrivals = 0;
};

} // namespace tapeline
