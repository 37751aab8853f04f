#include "cryptofeed.h"

#include "cryptoencoder.h"

#include <algorithm>

namespace tapeline {

namespace {

StreamKind kindOf(const MarketEvent &event)
{
    return std::holds_alternative<Trade>(event) ? StreamKind::Trades : StreamKind::Quotes;
}

Timestamp timeOf(const MarketEvent &event)
{
    const auto *trade = std::get_if<Trade>(&event);
    return trade ? trade->time : std::get<Quote>(event).time;
}

} // namespace

CryptoFeed::CryptoFeed(const CryptoSource &source)
    : m_source(source)
    , m_subscriptions(source.pairs().size())
{
}

int CryptoFeed::pairOf(std::string_view streamName) const
{
    const auto &pairs = m_source.pairs();
    const auto found = std::ranges::find(pairs, streamName, &ServedPair::streamName);
    return found == pairs.end() ? -1 : static_cast<int>(found - pairs.begin());
}

bool CryptoFeed::offers(StreamKind kind) const
{
    return kind != StreamKind::Books || m_source.hasBooks();
}

void CryptoFeed::pump(Timestamp asOf, Duration step)
{
    const Timestamp from = m_cursor.value_or(asOf);
    const Timestamp to = m_subscriptions.isEmpty() ? asOf : std::min(asOf, from + step);
    m_cursor = to;
    if (from >= to)
        return;
    for (const int pair :
         m_subscriptions.wanted({ StreamKind::Trades, StreamKind::Quotes, StreamKind::Books }))
        send(pair, from, to);
}

/// At one instant the quotes come first, then the book that has them on top, then what traded.
void CryptoFeed::send(int pair, Timestamp from, Timestamp to)
{
    m_events.clear();
    m_books.clear();
    m_items.clear();
    const auto wants = [&](StreamKind kind) { return m_subscriptions.isWanted(kind, pair); };
    if (wants(StreamKind::Trades) || wants(StreamKind::Quotes))
        m_source.events(pair, from, to, m_events);
    if (wants(StreamKind::Books))
        m_source.books(pair, from, to, m_books);
    for (const MarketEvent &event : m_events)
        if (wants(kindOf(event)))
            m_items.push_back({ timeOf(event), &event, nullptr });
    for (const DepthUpdate &book : m_books)
        m_items.push_back({ book.time, nullptr, &book });
    std::ranges::stable_sort(m_items, {}, &Item::time);
    for (const Item &item : m_items)
        deliver(pair, item);
}

void CryptoFeed::deliver(int pair, const Item &item)
{
    const std::string_view name = m_source.pairs()[static_cast<std::size_t>(pair)].streamName;
    const StreamKind kind = item.book ? StreamKind::Books : kindOf(*item.event);
    m_text.clear();
    if (item.book)
        cryptoencoder::append(m_text, name, *item.book);
    else if (kind == StreamKind::Trades)
        cryptoencoder::append(m_text, name, std::get<Trade>(*item.event));
    else
        cryptoencoder::append(m_text, name, std::get<Quote>(*item.event));
    m_subscriptions.forEach(kind, pair, [this](StreamSession &session) { session.append(m_text); });
}

} // namespace tapeline
