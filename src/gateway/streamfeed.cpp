#include "streamfeed.h"

#include "booksource.h"
#include "endpointcall.h"
#include "splitmix64.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr auto longestSwap = 2s; // of market time

StreamKind kindOf(const MarketEvent &event)
{
    if (std::holds_alternative<Trade>(event))
        return StreamKind::Trades;
    if (std::holds_alternative<Quote>(event))
        return StreamKind::Quotes;
    if (std::holds_alternative<IndexValue>(event))
        return StreamKind::Values;
    if (std::holds_alternative<LuldBands>(event))
        return StreamKind::Bands;
    return StreamKind::None;
}

Timestamp timeOf(const MarketEvent &event)
{
    return std::visit(
        [](const auto &value) {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Aggregate>)
                return value.end;
            else
                return value.time;
        },
        event);
}

/// A number events of one kind, instrument and time differ in.
quint64 sequenceOf(const MarketEvent &event)
{
    return std::visit(
        [](const auto &value) -> quint64 {
            if constexpr (requires { value.sequence; })
                return value.sequence;
            return 0;
        },
        event);
}

struct Disturbance
{
    bool drop = false;
    bool repeat = false;
    bool swap = false;
};

/// Drawn for each object by itself: what else is sent, and when, makes no difference.
Disturbance disturbanceOf(quint64 object, const Faults &faults)
{
    if (faults.dropProbability <= 0 && faults.repeatProbability <= 0 && faults.swapProbability <= 0)
        return {};
    SplitMix64 draws(mixKeys(faults.seed, object));
    Disturbance what;
    what.drop = draws.uniform() < faults.dropProbability;
    what.repeat = draws.uniform() < faults.repeatProbability;
    what.swap = draws.uniform() < faults.swapProbability;
    return what;
}

} // namespace

StreamFeed::StreamFeed(const MarketSource &source, const StreamEndpoint &endpoint)
    : m_source(source)
    , m_endpoint(endpoint)
    , m_format(streamFormatOf(endpoint.market))
    , m_seconds(source, endpoint.market, TimeUnit::Second)
    , m_minutes(source, endpoint.market, TimeUnit::Minute)
{
}

int StreamFeed::instrumentOf(std::string_view symbol) const
{
    const QString text = QString::fromUtf8(symbol.data(), static_cast<qsizetype>(symbol.size()));
    const int instrument = m_source.indexOf(
        endpointcall::plainSymbol(symbology::fromStream(text, m_endpoint.market)));
    return instrument >= 0 && isMember(instrument) ? instrument : -1;
}

bool StreamFeed::isMember(int instrument) const
{
    const ServedInstrument &about = m_source.instrument(instrument);
    if (about.assetClass != m_endpoint.market)
        return false;
    return m_endpoint.venue.empty() || about.primaryExchange == QLatin1String(m_endpoint.venue);
}

const std::string &StreamFeed::nameOf(int instrument)
{
    const auto [name, isNew] = m_names.try_emplace(instrument);
    if (isNew)
        name->second = symbology::toStream(m_source.instrument(instrument).symbol).toStdString();
    return name->second;
}

std::vector<int> StreamFeed::wanted(std::initializer_list<StreamKind> kinds, Timestamp from,
                                    Timestamp to) const
{
    std::vector<int> named = m_subscriptions.named(kinds);
    if (!m_subscriptions.isEverythingWanted(kinds))
        return named;
    std::vector<int> members = m_source.active(m_endpoint.market, from, to);
    std::erase_if(members, [this](int instrument) { return !isMember(instrument); });
    std::vector<int> all;
    all.reserve(members.size() + named.size());
    std::set_union(members.begin(), members.end(), named.begin(), named.end(),
                   std::back_inserter(all));
    return all;
}

void StreamFeed::pump(Timestamp asOf, Duration step, const Faults &faults)
{
    const Timestamp from = m_cursor.value_or(asOf);
    const Timestamp to = m_subscriptions.isEmpty() ? asOf : std::min(asOf, from + step);
    m_cursor = to;
    m_items.clear();
    m_events.clear();
    m_books.clear();
    m_dueSeconds.clear();
    m_dueMinutes.clear();
    if (from < to) {
        collectEvents(from, to);
        collectBooks(from, to);
    }
    collectBars(m_seconds, StreamKind::SecondBars, to, m_dueSeconds);
    collectBars(m_minutes, StreamKind::MinuteBars, to, m_dueMinutes);

    // Of one instrument the order is the source's; between instruments it is time's. A book stands
    // between the quotes that are its top and what trades with it
    const auto rank = [](const Item &item) {
        return item.kind == StreamKind::Quotes ? 0 : item.kind == StreamKind::Books ? 1 : 2;
    };
    std::stable_sort(m_items.begin(), m_items.end(), [&](const Item &a, const Item &b) {
        return a.time != b.time || m_books.empty() ? a.time < b.time : rank(a) < rank(b);
    });
    for (const Item &item : m_items)
        send(item, faults);
    if (m_late && (faults.swapProbability <= 0 || to - m_late->time > longestSwap))
        deliverLate();
}

void StreamFeed::collectEvents(Timestamp from, Timestamp to)
{
    for (const int instrument :
         wanted({ StreamKind::Trades, StreamKind::Quotes, StreamKind::Values, StreamKind::Bands },
                from, to))
        m_source.events(instrument, from, to, m_events);
    for (const MarketEvent &event : m_events) {
        const StreamKind kind = kindOf(event);
        const int instrument = std::visit(
            [](const auto &value) { return static_cast<int>(value.instrument.index()); }, event);
        if (kind != StreamKind::None && m_subscriptions.isWanted(kind, instrument))
            m_items.push_back(
                { .time = timeOf(event), .kind = kind, .instrument = instrument, .event = &event });
    }
}

void StreamFeed::collectBooks(Timestamp from, Timestamp to)
{
    if (m_endpoint.market != AssetClass::Crypto || !m_source.books())
        return;
    for (const int instrument : wanted({ StreamKind::Books }, from, to))
        m_source.books()->books(instrument, from, to, m_books);
    for (const DepthUpdate &book : m_books)
        m_items.push_back({ .time = book.time,
                            .kind = StreamKind::Books,
                            .instrument = static_cast<int>(book.instrument.index()),
                            .book = &book });
}

void StreamFeed::collectBars(StreamBars &bars, StreamKind kind, Timestamp asOf,
                             std::vector<StreamBars::Due> &due)
{
    bars.collect([&](Timestamp from) { return wanted({ kind }, from, asOf); }, asOf, due);
    for (const StreamBars::Due &bar : due)
        if (m_subscriptions.isWanted(kind, bar.instrument))
            m_items.push_back({ .time = bar.publish,
                                .kind = kind,
                                .instrument = bar.instrument,
                                .bar = &bar.bar });
}

void StreamFeed::send(const Item &item, const Faults &faults)
{
    const quint64 object = mixKeys(static_cast<quint64>(item.kind), item.instrument,
                                   toNs(item.time), item.event ? sequenceOf(*item.event) : 0);
    if (m_late && item.time - m_late->time > longestSwap)
        deliverLate();
    const Disturbance what = disturbanceOf(object, faults);
    if (what.drop)
        return;
    write(item);
    if (m_text.empty())
        return;
    if (what.swap && !m_late) {
        m_late = Late { item.time, item.kind, item.instrument, m_text };
        return;
    }
    for (int times = what.repeat ? 2 : 1; times > 0; --times)
        deliver(item.kind, item.instrument, m_text);
    if (m_late)
        deliverLate();
}

void StreamFeed::deliverLate()
{
    deliver(m_late->kind, m_late->instrument, m_late->text);
    m_late.reset();
}

void StreamFeed::deliver(StreamKind kind, int instrument, std::string_view text)
{
    m_subscriptions.forEach(kind, instrument,
                            [text](StreamSession &session) { session.append(text); });
}

void StreamFeed::write(const Item &item)
{
    const std::string_view symbol = nameOf(item.instrument);
    // A market without a format for something has no channel for it either
    const auto with = [&](auto format, const auto &...what) {
        if (format)
            format(m_text, symbol, what...);
    };
    m_text.clear();
    switch (item.kind) {
    case StreamKind::None:
        return;
    case StreamKind::Trades:
        return with(m_format.trade, std::get<Trade>(*item.event));
    case StreamKind::Quotes:
        return with(m_format.quote, std::get<Quote>(*item.event));
    case StreamKind::Values:
        return with(m_format.value, std::get<IndexValue>(*item.event));
    case StreamKind::Bands:
        return with(m_format.bands, std::get<LuldBands>(*item.event));
    case StreamKind::Books:
        return with(m_format.book, *item.book);
    case StreamKind::SecondBars:
        return with(m_format.bar, m_format.secondBars, *item.bar);
    case StreamKind::MinuteBars:
        return with(m_format.bar, m_format.minuteBars, *item.bar);
    }
}

} // namespace tapeline
