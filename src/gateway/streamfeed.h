#pragma once

#include "faults.h"
#include "marketsource.h"
#include "streambars.h"
#include "subscriptiontable.h"

#include <optional>
#include <string>
#include <vector>

namespace tapeline {

/// The stocks stream of one host: takes from the source what became known since the last time, of
/// what someone listens to, writes each event once and hands the text to every session that wants
/// it.
class StreamFeed
{
public:
    explicit StreamFeed(const MarketSource &source);

    SubscriptionTable &subscriptions() { return m_subscriptions; }
    /// Everything before this instant that has not been sent. At most a step of market time at
    /// once, so that a backlog does not hold up other work; the rest follows with the next calls.
    void pump(Timestamp asOf, Duration step, const Faults &faults);

private:
    /// One thing to send: an event, or a bar when event is null.
    struct Item
    {
        Timestamp time;
        StreamKind kind = StreamKind::None;
        int instrument = -1;
        const MarketEvent *event = nullptr;
        const StreamBar *bar = nullptr;
    };

    /// An object that changes places with the next one, which may come with a later call; when none
    /// comes for a while it goes alone.
    struct Late
    {
        Timestamp time;
        StreamKind kind = StreamKind::None;
        int instrument = -1;
        std::string text;
    };

    void collectEvents(Timestamp from, Timestamp to);
    void collectBars(StreamBars &bars, StreamKind kind, Timestamp asOf,
                     std::vector<StreamBars::Due> &due);
    void send(const Item &item, const Faults &faults);
    /// Writes an item into m_text.
    void write(const Item &item);
    void deliver(StreamKind kind, int instrument, std::string_view text);
    void deliverLate();

    const MarketSource &m_source;
    SubscriptionTable m_subscriptions;
    StreamBars m_seconds;
    StreamBars m_minutes;
    std::optional<Timestamp> m_cursor; ///< everything before it is sent
    std::vector<std::string> m_symbols; ///< ASCII, by instrument
    std::vector<MarketEvent> m_events;
    std::vector<StreamBars::Due> m_dueSeconds;
    std::vector<StreamBars::Due> m_dueMinutes;
    std::vector<Item> m_items;
    std::string m_text;
    std::optional<Late> m_late;
};

} // namespace tapeline
