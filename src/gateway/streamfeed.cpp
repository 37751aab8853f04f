#include "streamfeed.h"

#include "splitmix64.h"
#include "streamencoder.h"

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

StreamFeed::StreamFeed(const MarketSource &source)
    : m_source(source)
    , m_subscriptions(source.instruments().size())
    , m_seconds(source, TimeUnit::Second)
    , m_minutes(source, TimeUnit::Minute)
{
    for (const ServedInstrument &instrument : source.instruments())
        m_symbols.push_back(instrument.symbol.toStdString());
}

void StreamFeed::pump(Timestamp asOf, Duration step, const Faults &faults)
{
    const Timestamp from = m_cursor.value_or(asOf);
    const Timestamp to = m_subscriptions.isEmpty() ? asOf : std::min(asOf, from + step);
    m_cursor = to;
    m_items.clear();
    m_events.clear();
    m_dueSeconds.clear();
    m_dueMinutes.clear();
    if (from < to)
        collectEvents(from, to);
    collectBars(m_seconds, StreamKind::SecondBars, to, m_dueSeconds);
    collectBars(m_minutes, StreamKind::MinuteBars, to, m_dueMinutes);

    // Of one instrument the order is the source's; between instruments it is time's
    std::stable_sort(m_items.begin(), m_items.end(),
                     [](const Item &a, const Item &b) { return a.time < b.time; });
    for (const Item &item : m_items)
        send(item, faults);
    if (m_late && (faults.swapProbability <= 0 || to - m_late->time > longestSwap))
        deliverLate();
}

void StreamFeed::collectEvents(Timestamp from, Timestamp to)
{
    for (const int instrument :
         m_subscriptions.wanted({ StreamKind::Trades, StreamKind::Quotes, StreamKind::Bands }))
        m_source.events(instrument, from, to, m_events);
    for (const MarketEvent &event : m_events) {
        const StreamKind kind = kindOf(event);
        const int instrument = std::visit(
            [](const auto &value) { return static_cast<int>(value.instrument.index()); }, event);
        if (kind != StreamKind::None && m_subscriptions.isWanted(kind, instrument))
            m_items.push_back({ timeOf(event), kind, instrument, &event, nullptr });
    }
}

void StreamFeed::collectBars(StreamBars &bars, StreamKind kind, Timestamp asOf,
                             std::vector<StreamBars::Due> &due)
{
    bars.collect(m_subscriptions.wanted({ kind }), asOf, due);
    for (const StreamBars::Due &bar : due)
        if (m_subscriptions.isWanted(kind, bar.instrument))
            m_items.push_back({ bar.publish, kind, bar.instrument, nullptr, &bar.bar });
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
    const std::string_view symbol = m_symbols[static_cast<std::size_t>(item.instrument)];
    m_text.clear();
    switch (item.kind) {
    case StreamKind::None:
    case StreamKind::Books:
        return;
    case StreamKind::Trades:
        streamencoder::append(m_text, symbol, std::get<Trade>(*item.event));
        break;
    case StreamKind::Quotes:
        streamencoder::append(m_text, symbol, std::get<Quote>(*item.event));
        break;
    case StreamKind::Bands:
        streamencoder::append(m_text, symbol, std::get<LuldBands>(*item.event));
        break;
    case StreamKind::SecondBars:
        streamencoder::append(m_text, symbol, "A", *item.bar);
        break;
    case StreamKind::MinuteBars:
        streamencoder::append(m_text, symbol, "AM", *item.bar);
        break;
    }
}

} // namespace tapeline
