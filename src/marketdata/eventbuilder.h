#pragma once

#include "assetclass.h"
#include "marketevent.h"
#include "streamfields.h"

#include <optional>
#include <vector>

namespace tapeline {

/// Turns the fields of one stream object into an event, which it appends. Fields is TreeFields or
/// TokenFields. Each function is false, and nothing is appended, when the object lacks what its
/// event needs.
template<typename Fields> class EventBuilder
{
    using Field = StreamField;

public:
    EventBuilder(Fields &fields, AssetClass market, std::vector<MarketEvent> &events)
        : m_fields(fields)
        , m_market(market)
        , m_events(events)
    {
    }

    bool addTrade(InstrumentId instrument)
    {
        const std::optional<Price> price = m_fields.price(Field::P);
        const std::optional<Qty> size = qty(Field::ExactSize, Field::S);
        const std::optional<Timestamp> time = m_fields.time(Field::T);
        if (!instrument.isValid() || !price || !size || *size < Qty() || !time)
            return false;

        Trade &trade = append<Trade>();
        trade.instrument = instrument;
        trade.time = *time;
        trade.participantTime = m_fields.time(Field::ParticipantTime).value_or(Timestamp());
        trade.price = *price;
        trade.size = *size;
        trade.sequence = m_fields.template integerOr<quint64>(Field::Q);
        trade.exchange = m_fields.template integerOr<quint16>(Field::X);
        trade.trfId = m_fields.template integerOr<quint16>(Field::TrfId);
        trade.tape = m_fields.template integerOr<quint8>(Field::Z);
        trade.conditions = m_fields.conditions(Field::C);
        trade.id = TradeId(m_fields.text(Field::I));
        return true;
    }

    bool addQuote(InstrumentId instrument)
    {
        const std::optional<Price> bid = m_fields.price(Field::BidPrice);
        const std::optional<Price> ask = m_fields.price(Field::AskPrice);
        const std::optional<Timestamp> time = m_fields.time(Field::T);
        if (!instrument.isValid() || !(bid || ask) || !time)
            return false;

        // Crypto names the venue of both sides once
        const quint16 venue = m_fields.template integerOr<quint16>(Field::X);
        Quote &quote = append<Quote>();
        quote.instrument = instrument;
        quote.time = *time;
        quote.bid = bid.value_or(Price());
        quote.ask = ask.value_or(Price());
        quote.bidSize = m_fields.qty(Field::BidSize).value_or(Qty());
        quote.askSize = m_fields.qty(Field::AskSize).value_or(Qty());
        quote.sequence = m_fields.template integerOr<quint64>(Field::Q);
        quote.bidExchange = m_fields.template integerOr<quint16>(Field::BidExchange, venue);
        quote.askExchange = m_fields.template integerOr<quint16>(Field::AskExchange, venue);
        quote.condition = firstCondition();
        quote.tape = m_fields.template integerOr<quint8>(Field::Z);
        return true;
    }

    bool addForexQuote(InstrumentId instrument)
    {
        const std::optional<Price> bid = m_fields.price(Field::B);
        const std::optional<Price> ask = m_fields.price(Field::A);
        const std::optional<Timestamp> time = m_fields.time(Field::T);
        if (!instrument.isValid() || !(bid || ask) || !time)
            return false;

        const auto sizeOf = [](Price side) { return side > Price() ? Qty::whole(1) : Qty(); };
        Quote &quote = append<Quote>();
        quote.instrument = instrument;
        quote.time = *time;
        quote.bid = bid.value_or(Price());
        quote.ask = ask.value_or(Price());
        quote.bidSize = sizeOf(quote.bid);
        quote.askSize = sizeOf(quote.ask);
        quote.bidExchange = quote.askExchange = m_fields.template integerOr<quint16>(Field::X);
        return true;
    }

    bool addAggregate(InstrumentId instrument, TimeUnit unit)
    {
        const std::optional<Timestamp> start = m_fields.time(Field::S);
        const std::optional<Price> open = m_fields.price(Field::O);
        const std::optional<Price> high = m_fields.price(Field::H);
        const std::optional<Price> low = m_fields.price(Field::L);
        const std::optional<Price> close = m_fields.price(Field::C);
        if (!instrument.isValid() || !start || !open || !high || !low || !close)
            return false;

        Aggregate &bar = append<Aggregate>();
        bar.instrument = instrument;
        bar.timeframe = Timeframe(1, unit);
        bar.candle.start = *start;
        bar.candle.open = *open;
        bar.candle.high = *high;
        bar.candle.low = *low;
        bar.candle.close = *close;
        const std::optional<Qty> volume
            = carriesDollarVolume() ? m_fields.qty(Field::V) : qty(Field::ExactVolume, Field::V);
        bar.candle.volume = volume.value_or(Qty());
        bar.candle.vwap = m_fields.real(Field::Vwap).value_or(0);
        bar.candle.tradeCount = m_fields.template integerOr<qint64>(Field::N);
        const std::optional<Timestamp> end = m_fields.time(Field::E);
        bar.end = end ? *end : *start + bar.timeframe.nominalLength();
        bar.dayVolume = qty(Field::ExactDayVolume, Field::DayVolume).value_or(Qty());
        bar.dayVwap = m_fields.real(Field::A).value_or(0);
        bar.officialOpen = m_fields.price(Field::OfficialOpen).value_or(Price());
        return true;
    }

    bool addBands(InstrumentId instrument)
    {
        const std::optional<Price> upper = m_fields.price(Field::H);
        const std::optional<Price> lower = m_fields.price(Field::L);
        const std::optional<Timestamp> time = m_fields.time(Field::T);
        const TradeConditions indicators = m_fields.conditions(Field::I);
        const bool halted = indicators.contains(haltIndicator);
        const bool resumed = indicators.contains(resumeIndicator);
        const bool saysSomething = (upper && lower) || halted || resumed;
        if (!instrument.isValid() || !saysSomething || !time)
            return false;

        LuldBands &bands = append<LuldBands>();
        bands.instrument = instrument;
        bands.time = *time;
        bands.upper = upper.value_or(Price());
        bands.lower = lower.value_or(Price());
        bands.halted = halted;
        bands.resumed = resumed;
        bands.tape = m_fields.template integerOr<quint8>(Field::Z);
        bands.sequence = m_fields.template integerOr<quint64>(Field::Q);
        return true;
    }

    bool addImbalance(InstrumentId instrument)
    {
        const std::optional<Qty> quantity = m_fields.qty(Field::O);
        const std::optional<Timestamp> time = m_fields.time(Field::T);
        if (!instrument.isValid() || !quantity || !time)
            return false;

        const std::string_view auction = m_fields.text(Field::A);
        Imbalance &noi = append<Imbalance>();
        noi.instrument = instrument;
        noi.time = *time;
        noi.imbalance = *quantity;
        noi.paired = m_fields.qty(Field::P).value_or(Qty());
        noi.clearingPrice = m_fields.price(Field::B).value_or(Price());
        noi.auctionTime = m_fields.template integerOr<quint16>(Field::AuctionTime);
        if (!auction.empty())
            noi.auctionType = auction.front();
        noi.exchange = m_fields.template integerOr<quint16>(Field::X);
        return true;
    }

    bool addIndexValue(InstrumentId instrument)
    {
        const std::optional<Price> value = m_fields.price(Field::IndexValue);
        const std::optional<Timestamp> time = m_fields.time(Field::T);
        if (!instrument.isValid() || !value || !time)
            return false;
        m_events.emplace_back(IndexValue { instrument, *time, *value });
        return true;
    }

private:
    // LULD indicators (massive-api.md 6.9)
    static constexpr quint16 haltIndicator = 17;
    static constexpr quint16 resumeIndicator = 18;

    template<typename Event> Event &append()
    {
        return *std::get_if<Event>(&m_events.emplace_back(std::in_place_type<Event>));
    }

    /// The exact decimal text where the service gives one, else the plain number.
    std::optional<Qty> qty(Field exact, Field plain)
    {
        const std::optional<Qty> size = m_fields.qty(exact);
        return size ? size : m_fields.qty(plain);
    }

    /// The first id of a quote's condition: a bare integer on the wire, a list elsewhere.
    quint16 firstCondition()
    {
        if (!m_fields.isArray(Field::C))
            return m_fields.template integerOr<quint16>(Field::C);
        const TradeConditions ids = m_fields.conditions(Field::C);
        return ids.isEmpty() ? quint16(0) : ids.ids().front();
    }

    /// Futures bars say dollars where stock bars repeat the volume (massive-api.md 6.14). Told by
    /// the connection, or else by the fields: only they count trades and give no volume of the day.
    bool carriesDollarVolume()
    {
        return m_market == AssetClass::Futures
            || (m_fields.isPresent(Field::N) && !m_fields.isPresent(Field::DayVolume));
    }

    Fields &m_fields;
    const AssetClass m_market;
    std::vector<MarketEvent> &m_events;
};

} // namespace tapeline
