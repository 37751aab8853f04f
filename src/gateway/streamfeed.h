#pragma once

#include "faults.h"
#include "marketsource.h"
#include "streambars.h"
#include "streamformat.h"
#include "subscriptiontable.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tapeline {

/// The stream of one market on one host: takes from the source what became known since the last
/// time, of what someone listens to, writes each event once in the market's format and hands the
/// text to every session that wants it.
class StreamFeed
{
public:
    /// Of the futures market a feed can be one exchange's: endpoint.venue.
    StreamFeed(const MarketSource &source, const StreamEndpoint &endpoint);

    SubscriptionTable &subscriptions() { return m_subscriptions; }
    /// What a symbol of the stream means, -1 when it is none of this feed's.
    int instrumentOf(std::string_view symbol) const;
    /// An instrument's symbol on the stream; valid as long as the feed.
    const std::string &nameOf(int instrument);
    /// Whether the source feeds a kind of channel at all: books are retired, unless it has them.
    bool offers(StreamKind kind) const { return kind != StreamKind::Books || m_source.books(); }
    /// Everything before this instant that has not been sent. At most a step of market time at
    /// once, so that a backlog does not hold up other work; the rest follows with the next calls.
    void pump(Timestamp asOf, Duration step, const Faults &faults);

private:
    /// One thing to send: one of the three pointers is set.
    struct Item
    {
        Timestamp time;
        StreamKind kind = StreamKind::None;
        int instrument = -1;
        const MarketEvent *event = nullptr;
        const StreamBar *bar = nullptr;
        const DepthUpdate *book = nullptr;
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

    /// Who is listened to for one of these kinds and may have something in [from, to), ascending.
    std::vector<int> wanted(std::initializer_list<StreamKind> kinds, Timestamp from,
                            Timestamp to) const;
    bool isMember(int instrument) const;
    void collectEvents(Timestamp from, Timestamp to);
    void collectBooks(Timestamp from, Timestamp to);
    void collectBars(StreamBars &bars, StreamKind kind, Timestamp asOf,
                     std::vector<StreamBars::Due> &due);
    void send(const Item &item, const Faults &faults);
    /// Writes an item into m_text.
    void write(const Item &item);
    void deliver(StreamKind kind, int instrument, std::string_view text);
    void deliverLate();

    const MarketSource &m_source;
    StreamEndpoint m_endpoint;
    const StreamFormat &m_format;
    SubscriptionTable m_subscriptions;
    StreamBars m_seconds;
    StreamBars m_minutes;
    std::optional<Timestamp> m_cursor; ///< everything before it is sent
    std::unordered_map<int, std::string> m_names; ///< on the stream, of what was asked for so far
    std::vector<MarketEvent> m_events;
    std::vector<DepthUpdate> m_books;
    std::vector<StreamBars::Due> m_dueSeconds;
    std::vector<StreamBars::Due> m_dueMinutes;
    std::vector<Item> m_items;
    std::string m_text;
    std::optional<Late> m_late;
};

} // namespace tapeline
