#include "tapeprinter.h"

#include "keyeddraws.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tapeline {

namespace {

constexpr qint64 smallestStep = 1'500; // ns between events of one instrument
constexpr qint64 second = 1'000'000'000;

struct Venue
{
    quint16 id;
    quint16 weight; // per thousand of volume on exchanges
};

// Shares of on-exchange volume, roughly as they are; the primary's share comes first
constexpr quint16 primaryShare = 330;
constexpr std::array otherVenues {
    Venue { 11, 130 }, Venue { 12, 150 }, Venue { 19, 115 }, Venue { 8, 120 }, Venue { 21, 60 },
    Venue { 15, 55 },  Venue { 10, 30 },  Venue { 7, 25 },   Venue { 18, 20 }, Venue { 20, 20 },
    Venue { 2, 10 },   Venue { 17, 8 },   Venue { 3, 7 },
};

constexpr quint16 finra = 4;

quint16 tradeReportingFacility(SplitMix64 &draws)
{
    const quint64 pick = draws.below(100);
    return pick < 25 ? 201 : pick < 90 ? 202 : 203;
}

TradeId idOf(quint64 number)
{
    std::array<char, 20> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return TradeId(std::string_view(text.data(), std::size_t(end - text.data())));
}

void moveTo(MarketEvent &event, Timestamp time)
{
    std::visit(
        [&](auto &known) {
            if constexpr (requires { known.time; }) {
                if constexpr (requires { known.participantTime; })
                    known.participantTime += time - known.time;
                known.time = time;
            }
        },
        event);
}

void number(MarketEvent &event, quint64 sequence)
{
    std::visit(
        [&](auto &known) {
            if constexpr (requires { known.sequence; })
                known.sequence = sequence;
        },
        event);
    if (Trade *trade = std::get_if<Trade>(&event))
        trade->id = idOf(sequence);
}

} // namespace

Timestamp eventTime(const MarketEvent &event)
{
    return std::visit(
        [](const auto &known) {
            if constexpr (requires { known.time; })
                return known.time;
            else
                return known.end;
        },
        event);
}

quint16 primaryVenue(const InstrumentTraits &traits)
{
    switch (traits.info.tape) {
    case 1:
        return 10;
    case 2:
        return 11;
    default:
        return 12;
    }
}

TapePrinter::TapePrinter(const InstrumentTraits &traits, InstrumentId instrument,
                         Timestamp secondStart, bool regularHours, SplitMix64 &draws,
                         std::vector<MarketEvent> &out)
    : m_traits(traits)
    , m_instrument(instrument)
    , m_start(secondStart)
    , m_regularHours(regularHours)
    , m_draws(draws)
    , m_out(out)
    , m_first(out.size())
{
}

Timestamp TapePrinter::stamp(qint64 offset)
{
    m_lastOffset = std::max(offset, m_lastOffset + smallestStep);
    return m_start + Duration(m_lastOffset);
}

quint16 TapePrinter::litVenue()
{
    quint64 pick = m_draws.below(primaryShare + 750);
    if (pick < primaryShare)
        return primaryVenue(m_traits);
    pick -= primaryShare;
    for (const Venue &venue : otherVenues) {
        if (pick < venue.weight)
            return venue.id;
        pick -= venue.weight;
    }
    return primaryVenue(m_traits);
}

void TapePrinter::quote(qint64 offset, QuotePrices prices, qint64 bidSize, qint64 askSize)
{
    Quote &quote = std::get<Quote>(m_out.emplace_back(std::in_place_type<Quote>));
    quote.instrument = m_instrument;
    quote.time = stamp(offset);
    quote.bid = tickPrice(prices.bid);
    quote.ask = tickPrice(prices.ask);
    quote.bidSize = Qty::whole(bidSize);
    quote.askSize = Qty::whole(askSize);
    quote.bidExchange = litVenue();
    quote.askExchange = litVenue();
    quote.tape = m_traits.info.tape;
}

TradeConditions TapePrinter::conditionsOf(const PrintDraft &draft)
{
    TradeConditions conditions;
    if (draft.restatement != 0)
        return { draft.restatement };
    if (draft.auction != 0)
        return { draft.auction, condition::tradeThroughExempt };
    if (!m_regularHours)
        conditions.add(condition::formT);
    if (draft.averagePrice) {
        conditions.add(condition::averagePrice);
        return conditions;
    }
    if (draft.sweep) {
        conditions.add(condition::intermarketSweep);
        conditions.add(condition::tradeThroughExempt);
    }
    if (draft.oddLot)
        conditions.add(condition::oddLot);
    return conditions;
}

void TapePrinter::print(qint64 offset, const PrintDraft &draft)
{
    Trade &trade = std::get<Trade>(m_out.emplace_back(std::in_place_type<Trade>));
    trade.instrument = m_instrument;
    trade.time = stamp(offset);
    trade.price = tickPrice(draft.price, draft.halfTick);
    trade.size = Qty::whole(draft.size);
    trade.tape = m_traits.info.tape;
    trade.conditions = conditionsOf(draft);
    // Reports of off-exchange trades take longer than those of the exchanges
    qint64 delay = 150'000 + qint64(m_draws.below(400'000));
    if (draft.auction != 0 || draft.restatement != 0) {
        trade.exchange = primaryVenue(m_traits);
    } else if (draft.offExchange) {
        trade.exchange = finra;
        trade.trfId = tradeReportingFacility(m_draws);
        delay += 800'000 + qint64(m_draws.below(12'000'000));
    } else {
        trade.exchange = litVenue();
    }
    trade.participantTime = trade.time - Duration(delay);
}

void TapePrinter::finish(std::span<const MarketEvent> specials, int secondOfDay)
{
    if (m_lastOffset >= second) {
        const double squeeze = double(second - smallestStep) / double(m_lastOffset);
        for (std::size_t i = m_first; i < m_out.size(); ++i) {
            const auto offset = static_cast<double>((eventTime(m_out[i]) - m_start).count());
            moveTo(m_out[i], m_start + Duration(static_cast<qint64>(offset * squeeze)));
        }
    }
    if (!specials.empty()) {
        m_out.insert(m_out.end(), specials.begin(), specials.end());
        std::stable_sort(
            m_out.begin() + qsizetype(m_first), m_out.end(),
            [](const MarketEvent &a, const MarketEvent &b) { return eventTime(a) < eventTime(b); });
    }
    constexpr quint64 numbersPerSecond = 65'536;
    constexpr quint64 mostGap = 3;
    quint64 sequence = quint64(secondOfDay) * numbersPerSecond;
    for (std::size_t i = m_first; i < m_out.size(); ++i) {
        sequence += 1 + m_draws.below(mostGap);
        number(m_out[i], sequence);
    }
}

} // namespace tapeline
