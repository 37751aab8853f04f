#pragma once

#include "cryptosource.h"
#include "subscriptiontable.h"

#include <optional>

namespace tapeline {

/// The crypto stream: takes from the source what became known since the last time, of what someone
/// listens to, writes each object once and hands the text to every session that wants it.
class CryptoFeed
{
public:
    explicit CryptoFeed(const CryptoSource &source);

    SubscriptionTable &subscriptions() { return m_subscriptions; }
    /// The pair of a stream's name, -1 when there is none.
    int pairOf(std::string_view streamName) const;
    /// Whether the source feeds the channel at all.
    bool offers(StreamKind kind) const;
    /// As StreamFeed::pump().
    void pump(Timestamp asOf, Duration step);

private:
    /// One thing to send: a book when event is null.
    struct Item
    {
        Timestamp time;
        const MarketEvent *event = nullptr;
        const DepthUpdate *book = nullptr;
    };

    void send(int pair, Timestamp from, Timestamp to);
    void deliver(int pair, const Item &item);

    const CryptoSource &m_source;
    SubscriptionTable m_subscriptions;
    std::optional<Timestamp> m_cursor; ///< everything before it is sent
    std::vector<MarketEvent> m_events;
    std::vector<DepthUpdate> m_books;
    std::vector<Item> m_items;
    std::string m_text;
};

} // namespace tapeline
