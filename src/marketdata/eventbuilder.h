#pragma once

#include "assetclass.h"
#include "instrumentnames.h"
#include "marketevent.h"
#include "streamfields.h"

#include <memory>
#include <vector>

namespace tapeline {

/// Turns stream objects into events, which it appends. Fields is TreeFields or PlainFields, by
/// whose means it reads them; it lives in the registers of each function, which are inlined to the
/// end for that.
template<typename Fields> class EventBuilder
{
    using Context = typename Fields::Context;
    using Object = typename Fields::Object;
    using Field = StreamField;

public:
    EventBuilder(Context &context, InstrumentNames &names, AssetClass market,
                 std::vector<MarketEvent> &events)
        : m_context(context)
        , m_names(names)
        , m_market(market)
        , m_events(events)
    {
    }

    /// False, and nothing is appended, when the object lacks what its event needs or when its
    /// fields are not sound.
    bool add(StreamKind kind, Object object)
    {
        switch (kind) {
        case StreamKind::Trade:
            return addTrade(object, {});
        case StreamKind::Quote:
            return addQuote(object, {});
        case StreamKind::SecondBar:
            return addAggregate(object, {}, TimeUnit::Second);
        case StreamKind::MinuteBar:
            return addAggregate(object, {}, TimeUnit::Minute);
        case StreamKind::Bands:
            return addBands(object);
        case StreamKind::Imbalance:
            return addImbalance(object);
        case StreamKind::IndexValue:
            return addIndexValue(object);
        case StreamKind::ForexQuote:
            return addForexQuote(object);
        case StreamKind::ForexSecondBar:
            return addAggregate(object, forexPair, TimeUnit::Second);
        case StreamKind::ForexMinuteBar:
            return addAggregate(object, forexPair, TimeUnit::Minute);
        case StreamKind::CryptoTrade:
            return addTrade(object, cryptoPair);
        case StreamKind::CryptoQuote:
            return addQuote(object, cryptoPair);
        case StreamKind::CryptoSecondBar:
            return addAggregate(object, cryptoPair, TimeUnit::Second);
        case StreamKind::CryptoMinuteBar:
            return addAggregate(object, cryptoPair, TimeUnit::Minute);
        case StreamKind::Status:
        case StreamKind::CryptoBook:
        case StreamKind::Unknown:
            break;
        }
        Q_UNREACHABLE();
    }

private:
    /// Where an object says which instrument it speaks of.
    struct Naming
    {
        bool isPair = false;
        AssetClass assetClass = AssetClass::Stocks; ///< of a pair
    };
    static constexpr Naming forexPair { true, AssetClass::Forex };
    static constexpr Naming cryptoPair { true, AssetClass::Crypto };

    // LULD indicators (massive-api.md 6.9)
    static constexpr quint16 haltIndicator = 17;
    static constexpr quint16 resumeIndicator = 18;

    bool addTrade(Object object, Naming naming)
    {
        Fields fields(m_context, object);
        const InstrumentId instrument = instrumentOf(fields, naming);
        Price price;
        Qty size;
        Timestamp time {};
        const bool hasPrice = fields.read(Field::P, price);
        const bool hasSize = readQty(fields, Field::ExactSize, Field::S, size);
        const bool hasTime = fields.read(Field::T, time);
        if (!instrument.isValid() || !hasPrice || !hasSize || size < Qty() || !hasTime)
            return false;

        Trade &trade = append<Trade>();
        trade.instrument = instrument;
        trade.time = time;
        fields.read(Field::ParticipantTime, trade.participantTime);
        trade.price = price;
        trade.size = size;
        trade.sequence = fields.template integerOr<quint64>(Field::Q);
        trade.exchange = fields.template integerOr<quint16>(Field::X);
        trade.trfId = fields.template integerOr<quint16>(Field::TrfId);
        trade.tape = fields.template integerOr<quint8>(Field::Z);
        fields.read(Field::C, trade.conditions);
        std::construct_at(&trade.id, fields.text(Field::I)); // in place: a copy would wait for it
        return keep(fields);
    }

    bool addQuote(Object object, Naming naming)
    {
        Fields fields(m_context, object);
        const InstrumentId instrument = instrumentOf(fields, naming);
        Price bid;
        Price ask;
        Timestamp time {};
        const bool hasBid = fields.read(Field::BidPrice, bid);
        const bool hasAsk = fields.read(Field::AskPrice, ask);
        const bool hasTime = fields.read(Field::T, time);
        if (!instrument.isValid() || !(hasBid || hasAsk) || !hasTime)
            return false;

        // Crypto names the venue of both sides once
        const quint16 venue = fields.template integerOr<quint16>(Field::X);
        Quote &quote = append<Quote>();
        quote.instrument = instrument;
        quote.time = time;
        quote.bid = bid;
        quote.ask = ask;
        fields.read(Field::BidSize, quote.bidSize);
        fields.read(Field::AskSize, quote.askSize);
        quote.sequence = fields.template integerOr<quint64>(Field::Q);
        quote.bidExchange = fields.template integerOr<quint16>(Field::BidExchange, venue);
        quote.askExchange = fields.template integerOr<quint16>(Field::AskExchange, venue);
        quote.condition = firstCondition(fields);
        quote.tape = fields.template integerOr<quint8>(Field::Z);
        return keep(fields);
    }

    bool addForexQuote(Object object)
    {
        Fields fields(m_context, object);
        const InstrumentId instrument = m_names.pair(fields.symbol(Field::P), AssetClass::Forex);
        Price bid;
        Price ask;
        Timestamp time {};
        const bool hasBid = fields.read(Field::B, bid);
        const bool hasAsk = fields.read(Field::A, ask);
        const bool hasTime = fields.read(Field::T, time);
        if (!instrument.isValid() || !(hasBid || hasAsk) || !hasTime)
            return false;

        const auto sizeOf = [](Price side) { return side > Price() ? Qty::whole(1) : Qty(); };
        Quote &quote = append<Quote>();
        quote.instrument = instrument;
        quote.time = time;
        quote.bid = bid;
        quote.ask = ask;
        quote.bidSize = sizeOf(bid);
        quote.askSize = sizeOf(ask);
        quote.bidExchange = quote.askExchange = fields.template integerOr<quint16>(Field::X);
        return keep(fields);
    }

    bool addAggregate(Object object, Naming naming, TimeUnit unit)
    {
        Fields fields(m_context, object);
        const InstrumentId instrument = instrumentOf(fields, naming);
        Candle candle;
        const bool hasStart = fields.read(Field::S, candle.start);
        const bool hasOpen = fields.read(Field::O, candle.open);
        const bool hasHigh = fields.read(Field::H, candle.high);
        const bool hasLow = fields.read(Field::L, candle.low);
        const bool hasClose = fields.read(Field::C, candle.close);
        if (!instrument.isValid() || !hasStart || !hasOpen || !hasHigh || !hasLow || !hasClose)
            return false;

        if (carriesDollarVolume(fields))
            fields.read(Field::V, candle.volume);
        else
            readQty(fields, Field::ExactVolume, Field::V, candle.volume);
        fields.read(Field::Vwap, candle.vwap);
        candle.tradeCount = fields.template integerOr<qint64>(Field::N);

        Aggregate &bar = append<Aggregate>();
        bar.instrument = instrument;
        bar.timeframe = Timeframe(1, unit);
        bar.candle = candle;
        if (!fields.read(Field::E, bar.end))
            bar.end = candle.start + bar.timeframe.nominalLength();
        readQty(fields, Field::ExactDayVolume, Field::DayVolume, bar.dayVolume);
        fields.read(Field::A, bar.dayVwap);
        fields.read(Field::OfficialOpen, bar.officialOpen);
        return keep(fields);
    }

    bool addBands(Object object)
    {
        Fields fields(m_context, object);
        const InstrumentId instrument = symbolOf(fields);
        Price upper;
        Price lower;
        Timestamp time {};
        const bool hasUpper = fields.read(Field::H, upper);
        const bool hasLower = fields.read(Field::L, lower);
        const bool hasTime = fields.read(Field::T, time);
        TradeConditions indicators;
        fields.read(Field::I, indicators);
        const bool halted = indicators.contains(haltIndicator);
        const bool resumed = indicators.contains(resumeIndicator);
        const bool saysSomething = (hasUpper && hasLower) || halted || resumed;
        if (!instrument.isValid() || !saysSomething || !hasTime)
            return false;

        LuldBands &bands = append<LuldBands>();
        bands.instrument = instrument;
        bands.time = time;
        bands.upper = upper;
        bands.lower = lower;
        bands.halted = halted;
        bands.resumed = resumed;
        bands.tape = fields.template integerOr<quint8>(Field::Z);
        bands.sequence = fields.template integerOr<quint64>(Field::Q);
        return keep(fields);
    }

    bool addImbalance(Object object)
    {
        Fields fields(m_context, object);
        const InstrumentId instrument = symbolOf(fields);
        Qty quantity;
        Timestamp time {};
        const bool hasQuantity = fields.read(Field::O, quantity);
        const bool hasTime = fields.read(Field::T, time);
        if (!instrument.isValid() || !hasQuantity || !hasTime)
            return false;

        const std::string_view auction = fields.text(Field::A);
        Imbalance &noi = append<Imbalance>();
        noi.instrument = instrument;
        noi.time = time;
        noi.imbalance = quantity;
        fields.read(Field::P, noi.paired);
        fields.read(Field::B, noi.clearingPrice);
        noi.auctionTime = fields.template integerOr<quint16>(Field::AuctionTime);
        if (!auction.empty())
            noi.auctionType = auction.front();
        noi.exchange = fields.template integerOr<quint16>(Field::X);
        return keep(fields);
    }

    bool addIndexValue(Object object)
    {
        Fields fields(m_context, object);
        const InstrumentId instrument = symbolOf(fields);
        Price price;
        Timestamp time {};
        const bool hasPrice = fields.read(Field::IndexValue, price);
        const bool hasTime = fields.read(Field::T, time);
        if (!instrument.isValid() || !hasPrice || !hasTime)
            return false;

        IndexValue &value = append<IndexValue>();
        value.instrument = instrument;
        value.time = time;
        value.value = price;
        return keep(fields);
    }

    /// The symbol under sym, or under T, which the channels without trades and quotes use.
    Q_ALWAYS_INLINE InstrumentId symbolOf(Fields &fields)
    {
        const Field field = fields.mayBePresent(Field::Symbol) ? Field::Symbol : Field::UpperT;
        return fields.intern(field, m_names.symbols());
    }
    Q_ALWAYS_INLINE InstrumentId instrumentOf(Fields &fields, Naming naming)
    {
        return naming.isPair ? m_names.pair(fields.symbol(Field::Pair), naming.assetClass)
                             : symbolOf(fields);
    }

    template<typename Event> Q_ALWAYS_INLINE Event &append()
    {
        return *std::get_if<Event>(&m_events.emplace_back(std::in_place_type<Event>));
    }

    /// The event just appended, provided that it can be relied on.
    Q_ALWAYS_INLINE bool keep(const Fields &fields)
    {
        if (fields.areSound()) [[likely]]
            return true;
        m_events.pop_back();
        return false;
    }

    /// The exact decimal text where the service gives one, else the plain number.
    Q_ALWAYS_INLINE static bool readQty(Fields &fields, Field exact, Field plain, Qty &qty)
    {
        return fields.readText(exact, qty) || fields.read(plain, qty);
    }

    /// The first id of a quote's condition: a bare integer on the wire, a list elsewhere.
    Q_ALWAYS_INLINE static quint16 firstCondition(Fields &fields)
    {
        if (!fields.isArray(Field::C))
            return fields.template integerOr<quint16>(Field::C);
        TradeConditions ids;
        fields.read(Field::C, ids);
        return ids.isEmpty() ? quint16(0) : ids.ids().front();
    }

    /// Futures bars say dollars where stock bars repeat the volume (massive-api.md 6.14). Told by
    /// the connection, or else by the fields: only they count trades and give no volume of the day.
    Q_ALWAYS_INLINE bool carriesDollarVolume(Fields &fields) const
    {
        return m_market == AssetClass::Futures
            || (fields.isPresent(Field::N) && !fields.isPresent(Field::DayVolume));
    }

    Context &m_context;
    InstrumentNames &m_names;
    const AssetClass m_market;
    std::vector<MarketEvent> &m_events;
};

} // namespace tapeline
