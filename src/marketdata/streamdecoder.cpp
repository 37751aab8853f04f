#include "streamdecoder.h"

#include "streamfields.h"
#include "symbology.h"

#include <QString>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using Field = StreamField;

namespace {

// LULD indicators (massive-api.md 6.9)
constexpr quint16 haltIndicator = 17;
constexpr quint16 resumeIndicator = 18;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What a SymbolTable takes; the rest would be told apart nowhere.
bool isSymbolText(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

/// The first id of a quote's condition: a bare integer on the wire, a list elsewhere.
quint16 firstCondition(JsonValue value)
{
    const TradeConditions ids = FeedNumbers::conditions(value);
    return ids.isEmpty() ? quint16(0) : ids.ids().front();
}

} // namespace

StreamDecoder::StreamDecoder(SymbolTable &symbols, AssetClass market)
    : m_symbols(symbols)
    , m_market(market)
{
}

Result<void> StreamDecoder::decode(QByteArrayView frame, EventBatch &out)
{
    const std::string_view text(frame.data(), static_cast<std::size_t>(frame.size()));
    if (const Result<void> parsed = m_json.parse(text); !parsed)
        return parsed;
    const JsonValue root = m_json.root();
    const bool wellFormed = root.isArray()
        && std::all_of(root.begin(), root.end(), [](JsonValue value) { return value.isObject(); });
    if (!wellFormed)
        return Error { Error::Code::Malformed, u"a frame must be an array of objects"_s };

    m_numbers.clear();
    for (const JsonValue object : root)
        decodeObject(object, out);
    out.rounded += m_numbers.rounded();
    return {};
}

void StreamDecoder::decodeObject(JsonValue object, EventBatch &out)
{
    const StreamFields fields(object);
    const JsonValue event = fields[Field::Event];
    if (event.isString() && event.text() == "status") {
        out.statuses.push_back(
            { toQString(fields[Field::Status].text()), toQString(fields[Field::Message].text()) });
        return;
    }
    if (!decodeEvent(event.isString() ? event.text() : std::string_view(), fields, out))
        ++out.invalid;
}

bool StreamDecoder::decodeEvent(std::string_view event, const StreamFields &fields, EventBatch &out)
{
    switch (packedName(event)) {
    case packedName("T"):
        return addTrade(fields, symbolOf(fields), out);
    case packedName("Q"):
        return addQuote(fields, symbolOf(fields), out);
    case packedName("A"):
        return addAggregate(fields, symbolOf(fields), TimeUnit::Second, out);
    case packedName("AM"):
        return addAggregate(fields, symbolOf(fields), TimeUnit::Minute, out);
    case packedName("LULD"):
        return addBands(fields, out);
    case packedName("NOI"):
        return addImbalance(fields, out);
    case packedName("V"):
        return addIndexValue(fields, out);
    case packedName("C"):
        return addForexQuote(fields, pairOf(fields[Field::P], AssetClass::Forex), out);
    case packedName("CAS"):
        return addAggregate(fields, pairOf(fields[Field::Pair], AssetClass::Forex),
                            TimeUnit::Second, out);
    case packedName("CA"):
        return addAggregate(fields, pairOf(fields[Field::Pair], AssetClass::Forex),
                            TimeUnit::Minute, out);
    case packedName("XT"):
        return addTrade(fields, pairOf(fields[Field::Pair], AssetClass::Crypto), out);
    case packedName("XQ"):
        return addQuote(fields, pairOf(fields[Field::Pair], AssetClass::Crypto), out);
    case packedName("XAS"):
        return addAggregate(fields, pairOf(fields[Field::Pair], AssetClass::Crypto),
                            TimeUnit::Second, out);
    case packedName("XA"):
        return addAggregate(fields, pairOf(fields[Field::Pair], AssetClass::Crypto),
                            TimeUnit::Minute, out);
    default:
        ++out.unknown;
        return true;
    }
}

bool StreamDecoder::addTrade(const StreamFields &fields, InstrumentId instrument, EventBatch &out)
{
    const std::optional<Price> price = m_numbers.price(fields[Field::P]);
    const std::optional<Qty> size = m_numbers.qty(fields[Field::ExactSize], fields[Field::S]);
    const std::optional<Timestamp> time = FeedNumbers::time(fields[Field::T]);
    if (!instrument.isValid() || !price || !size || *size < Qty() || !time)
        return false;

    Trade &trade = std::get<Trade>(out.events.emplace_back(std::in_place_type<Trade>));
    trade.instrument = instrument;
    trade.time = *time;
    trade.participantTime = FeedNumbers::timeOrEpoch(fields[Field::ParticipantTime]);
    trade.price = *price;
    trade.size = *size;
    trade.sequence = FeedNumbers::integerOr<quint64>(fields[Field::Q]);
    trade.exchange = FeedNumbers::integerOr<quint16>(fields[Field::X]);
    trade.trfId = FeedNumbers::integerOr<quint16>(fields[Field::TrfId]);
    trade.tape = FeedNumbers::integerOr<quint8>(fields[Field::Z]);
    trade.conditions = FeedNumbers::conditions(fields[Field::C]);
    trade.id = TradeId(fields[Field::I].text());
    return true;
}

bool StreamDecoder::addQuote(const StreamFields &fields, InstrumentId instrument, EventBatch &out)
{
    const std::optional<Price> bid = m_numbers.price(fields[Field::BidPrice]);
    const std::optional<Price> ask = m_numbers.price(fields[Field::AskPrice]);
    const std::optional<Timestamp> time = FeedNumbers::time(fields[Field::T]);
    if (!instrument.isValid() || !(bid || ask) || !time)
        return false;

    // Crypto names the venue of both sides once
    const quint16 venue = FeedNumbers::integerOr<quint16>(fields[Field::X]);
    Quote &quote = std::get<Quote>(out.events.emplace_back(std::in_place_type<Quote>));
    quote.instrument = instrument;
    quote.time = *time;
    quote.bid = bid.value_or(Price());
    quote.ask = ask.value_or(Price());
    quote.bidSize = m_numbers.qty(fields[Field::BidSize]).value_or(Qty());
    quote.askSize = m_numbers.qty(fields[Field::AskSize]).value_or(Qty());
    quote.sequence = FeedNumbers::integerOr<quint64>(fields[Field::Q]);
    quote.bidExchange = FeedNumbers::integerOr<quint16>(fields[Field::BidExchange], venue);
    quote.askExchange = FeedNumbers::integerOr<quint16>(fields[Field::AskExchange], venue);
    quote.condition = firstCondition(fields[Field::C]);
    quote.tape = FeedNumbers::integerOr<quint8>(fields[Field::Z]);
    return true;
}

bool StreamDecoder::addForexQuote(const StreamFields &fields, InstrumentId instrument,
                                  EventBatch &out)
{
    const std::optional<Price> bid = m_numbers.price(fields[Field::B]);
    const std::optional<Price> ask = m_numbers.price(fields[Field::A]);
    const std::optional<Timestamp> time = FeedNumbers::time(fields[Field::T]);
    if (!instrument.isValid() || !(bid || ask) || !time)
        return false;

    const auto sizeOf = [](Price side) { return side > Price() ? Qty::whole(1) : Qty(); };
    Quote &quote = std::get<Quote>(out.events.emplace_back(std::in_place_type<Quote>));
    quote.instrument = instrument;
    quote.time = *time;
    quote.bid = bid.value_or(Price());
    quote.ask = ask.value_or(Price());
    quote.bidSize = sizeOf(quote.bid);
    quote.askSize = sizeOf(quote.ask);
    quote.bidExchange = quote.askExchange = FeedNumbers::integerOr<quint16>(fields[Field::X]);
    return true;
}

bool StreamDecoder::addAggregate(const StreamFields &fields, InstrumentId instrument, TimeUnit unit,
                                 EventBatch &out)
{
    const std::optional<Timestamp> start = FeedNumbers::time(fields[Field::S]);
    const std::optional<Price> open = m_numbers.price(fields[Field::O]);
    const std::optional<Price> high = m_numbers.price(fields[Field::H]);
    const std::optional<Price> low = m_numbers.price(fields[Field::L]);
    const std::optional<Price> close = m_numbers.price(fields[Field::C]);
    if (!instrument.isValid() || !start || !open || !high || !low || !close)
        return false;

    const JsonValue exact = carriesDollarVolume(fields) ? JsonValue() : fields[Field::ExactVolume];
    Aggregate &bar = std::get<Aggregate>(out.events.emplace_back(std::in_place_type<Aggregate>));
    bar.instrument = instrument;
    bar.timeframe = Timeframe(1, unit);
    bar.candle.start = *start;
    bar.candle.open = *open;
    bar.candle.high = *high;
    bar.candle.low = *low;
    bar.candle.close = *close;
    bar.candle.volume = m_numbers.qty(exact, fields[Field::V]).value_or(Qty());
    bar.candle.vwap = FeedNumbers::realOr(fields[Field::Vwap], 0);
    bar.candle.tradeCount = FeedNumbers::integerOr<qint64>(fields[Field::N]);
    bar.end = FeedNumbers::time(fields[Field::E]).value_or(*start + bar.timeframe.nominalLength());
    bar.dayVolume
        = m_numbers.qty(fields[Field::ExactDayVolume], fields[Field::DayVolume]).value_or(Qty());
    bar.dayVwap = FeedNumbers::realOr(fields[Field::A], 0);
    bar.officialOpen = m_numbers.price(fields[Field::OfficialOpen]).value_or(Price());
    return true;
}

bool StreamDecoder::addBands(const StreamFields &fields, EventBatch &out)
{
    const InstrumentId instrument = symbolOf(fields);
    const std::optional<Price> upper = m_numbers.price(fields[Field::H]);
    const std::optional<Price> lower = m_numbers.price(fields[Field::L]);
    const std::optional<Timestamp> time = FeedNumbers::time(fields[Field::T]);
    const TradeConditions indicators = FeedNumbers::conditions(fields[Field::I]);
    const bool halted = indicators.contains(haltIndicator);
    const bool resumed = indicators.contains(resumeIndicator);
    const bool saysSomething = (upper && lower) || halted || resumed;
    if (!instrument.isValid() || !saysSomething || !time)
        return false;

    LuldBands &bands = std::get<LuldBands>(out.events.emplace_back(std::in_place_type<LuldBands>));
    bands.instrument = instrument;
    bands.time = *time;
    bands.upper = upper.value_or(Price());
    bands.lower = lower.value_or(Price());
    bands.halted = halted;
    bands.resumed = resumed;
    bands.tape = FeedNumbers::integerOr<quint8>(fields[Field::Z]);
    bands.sequence = FeedNumbers::integerOr<quint64>(fields[Field::Q]);
    return true;
}

bool StreamDecoder::addImbalance(const StreamFields &fields, EventBatch &out)
{
    const InstrumentId instrument = symbolOf(fields);
    const std::optional<Qty> quantity = m_numbers.qty(fields[Field::O]);
    const std::optional<Timestamp> time = FeedNumbers::time(fields[Field::T]);
    if (!instrument.isValid() || !quantity || !time)
        return false;

    const std::string_view auction = fields[Field::A].text();
    Imbalance &noi = std::get<Imbalance>(out.events.emplace_back(std::in_place_type<Imbalance>));
    noi.instrument = instrument;
    noi.time = *time;
    noi.imbalance = *quantity;
    noi.paired = m_numbers.qty(fields[Field::P]).value_or(Qty());
    noi.clearingPrice = m_numbers.price(fields[Field::B]).value_or(Price());
    noi.auctionTime = FeedNumbers::integerOr<quint16>(fields[Field::AuctionTime]);
    if (!auction.empty())
        noi.auctionType = auction.front();
    noi.exchange = FeedNumbers::integerOr<quint16>(fields[Field::X]);
    return true;
}

bool StreamDecoder::addIndexValue(const StreamFields &fields, EventBatch &out)
{
    const InstrumentId instrument = symbolOf(fields);
    const std::optional<Price> value = m_numbers.price(fields[Field::IndexValue]);
    const std::optional<Timestamp> time = FeedNumbers::time(fields[Field::T]);
    if (!instrument.isValid() || !value || !time)
        return false;
    out.events.emplace_back(IndexValue { instrument, *time, *value });
    return true;
}

/// The symbol under sym, or under T, which the channels without trades and quotes use.
InstrumentId StreamDecoder::symbolOf(const StreamFields &fields)
{
    const JsonValue symbol
        = fields[Field::Symbol].isPresent() ? fields[Field::Symbol] : fields[Field::UpperT];
    return symbol.isString() && isSymbolText(symbol.text()) ? m_symbols.intern(symbol.text())
                                                            : InstrumentId();
}

InstrumentId StreamDecoder::pairOf(JsonValue name, AssetClass assetClass)
{
    if (!name.isString() || !isSymbolText(name.text()))
        return {};
    PairNames &pairs = assetClass == AssetClass::Forex ? m_forexPairs : m_cryptoPairs;
    const InstrumentId known = pairs.names.intern(name.text());
    if (!known.isValid())
        return {};
    if (known.index() == pairs.instruments.size())
        pairs.instruments.push_back(
            m_symbols.intern(symbology::fromStream(toQString(name.text()), assetClass)));
    return pairs.instruments[known.index()];
}

/// Futures bars say dollars where stock bars repeat the volume (massive-api.md 6.14). Told by the
/// connection, or else by the fields: only they count trades and give no volume of the day.
bool StreamDecoder::carriesDollarVolume(const StreamFields &fields) const
{
    return m_market == AssetClass::Futures
        || (fields[Field::N].isPresent() && !fields[Field::DayVolume].isPresent());
}

} // namespace tapeline
