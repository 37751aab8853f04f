#include "streamfeed.h"

#include "streamencoder.h"

#include <algorithm>

namespace tapeline {

namespace {

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
    disturb(faults);
    for (const Item &item : m_items)
        send(item);
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

void StreamFeed::send(const Item &item)
{
    const std::string_view symbol = m_symbols[static_cast<std::size_t>(item.instrument)];
    m_text.clear();
    switch (item.kind) {
    case StreamKind::None:
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
    m_subscriptions.forEach(item.kind, item.instrument,
                            [this](StreamSession &session) { session.append(m_text); });
}

void StreamFeed::disturb(const Faults &faults)
{
    if (faults.dropProbability <= 0 && faults.repeatProbability <= 0 && faults.swapProbability <= 0)
        return;
    std::vector<Item> disturbed;
    for (const Item &item : m_items) {
        if (m_chance.uniform() < faults.dropProbability)
            continue;
        disturbed.push_back(item);
        if (m_chance.uniform() < faults.repeatProbability)
            disturbed.push_back(item);
        const std::size_t last = disturbed.size() - 1;
        if (last > 0 && m_chance.uniform() < faults.swapProbability)
            std::swap(disturbed[last - 1], disturbed[last]);
    }
    m_items = std::move(disturbed);
}

} // namespace tapeline
