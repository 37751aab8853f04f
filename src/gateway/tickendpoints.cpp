#include "tickendpoints.h"

#include "requesttime.h"
#include "tickcursor.h"

namespace tapeline {

namespace {

using namespace endpointcall;

constexpr int defaultRows = 1'000;
constexpr int maxRows = 50'000;

/// The part of time that `timestamp` and its suffixes leave, [from, to), within what the plan may
/// see.
std::optional<HttpReply> readRange(const EndpointCall &call, tickpages::PageRequest &page)
{
    requesttime::Range range { .from = call.view.oldest, .to = call.view.asOf };
    if (auto refused = requesttime::narrow(call, call.query, "timestamp",
                                           requesttime::Count::Nanoseconds, range))
        return refused;
    const Timestamp from = range.isBounded ? range.from : std::min(range.to, call.view.asOf);
    if (auto refused = refusedRange(call, from, range.to))
        return refused;
    page.from = range.from;
    page.to = range.to;
    return std::nullopt;
}

std::optional<HttpReply> readQuery(const EndpointCall &call, tickpages::PageRequest &page)
{
    page.instrument = call.instrument(0);
    if (const auto cursor = call.query.find("cursor"))
        return tickcursor::read(call, *cursor, page);
    const std::optional<bool> order = ascending(call.query, "order", false);
    if (!order)
        return httpreply::brokenRule(call.requestId, "order", "oneof");
    page.ascending = *order;
    if (call.query.value("sort", "timestamp") != "timestamp")
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    std::string_view rule;
    const std::optional<int> rows = limit(call.query, defaultRows, maxRows, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    page.limit = static_cast<std::size_t>(*rows);
    if (auto refused = readRange(call, page))
        return refused;
    if (page.instrument < 0)
        return std::nullopt;
    tickcursor::cutToLife(call.source, page);
    return std::nullopt;
}

void writeConditions(JsonWriter &json, std::string_view key, const TradeConditions &conditions)
{
    if (conditions.isEmpty())
        return;
    json.beginArray(key);
    for (const quint16 id : conditions.ids())
        json.integer({}, id);
    json.endArray();
}

Timestamp participantTime(const Trade &trade)
{
    return trade.participantTime == Timestamp() ? trade.time : trade.participantTime;
}

/// The fields that contracts have: no exact size, id or tape.
void writeContractRow(JsonWriter &json, const Trade &trade)
{
    writeConditions(json, "conditions", trade.conditions);
    if (trade.correction != 0)
        json.integer("correction", trade.correction);
    json.integer("exchange", trade.exchange);
    json.integer("participant_timestamp", toNs(participantTime(trade)));
    json.price("price", trade.price);
    json.integer("sequence_number", static_cast<qint64>(trade.sequence));
    json.integer("sip_timestamp", toNs(trade.time));
    json.wholeShares("size", trade.size);
}

void writeContractRow(JsonWriter &json, const Quote &quote)
{
    json.integer("ask_exchange", quote.askExchange);
    json.price("ask_price", quote.ask);
    json.wholeShares("ask_size", quote.askSize);
    json.integer("bid_exchange", quote.bidExchange);
    json.price("bid_price", quote.bid);
    json.wholeShares("bid_size", quote.bidSize);
    json.integer("sequence_number", static_cast<qint64>(quote.sequence));
    json.integer("sip_timestamp", toNs(quote.time));
}

/// How long the way from a venue to the service takes.
constexpr auto onTheWay = std::chrono::milliseconds(13);

void writeCryptoRow(JsonWriter &json, const Trade &trade)
{
    writeConditions(json, "conditions", trade.conditions);
    json.integer("exchange", trade.exchange);
    json.text("id", trade.id.view());
    json.integer("participant_timestamp", toNs(participantTime(trade)));
    json.price("price", trade.price);
    json.integer("received_timestamp", toNs(trade.time + onTheWay));
    json.quantity("size", trade.size);
}

void writeForexRow(JsonWriter &json, const Quote &quote)
{
    json.integer("ask_exchange", quote.askExchange);
    json.price("ask_price", quote.ask);
    json.integer("bid_exchange", quote.bidExchange);
    json.price("bid_price", quote.bid);
    json.integer("participant_timestamp", toNs(quote.time));
}

void writeStockRow(JsonWriter &json, const Trade &trade)
{
    writeConditions(json, "conditions", trade.conditions);
    if (trade.correction != 0)
        json.integer("correction", trade.correction);
    json.exactText("decimal_size", trade.size);
    json.integer("exchange", trade.exchange);
    json.text("id", trade.id.view());
    json.integer("participant_timestamp", toNs(participantTime(trade)));
    json.price("price", trade.price);
    json.integer("sequence_number", static_cast<qint64>(trade.sequence));
    json.integer("sip_timestamp", toNs(trade.time));
    json.wholeShares("size", trade.size);
    json.integer("tape", trade.tape);
    if (trade.trfId != 0) {
        json.integer("trf_id", trade.trfId);
        json.integer("trf_timestamp", toNs(participantTime(trade)));
    }
}

void writeStockRow(JsonWriter &json, const Quote &quote)
{
    json.integer("ask_exchange", quote.askExchange);
    json.price("ask_price", quote.ask);
    json.quantity("ask_size", quote.askSize);
    json.integer("bid_exchange", quote.bidExchange);
    json.price("bid_price", quote.bid);
    json.quantity("bid_size", quote.bidSize);
    if (quote.condition != 0) {
        json.beginArray("conditions");
        json.integer({}, quote.condition);
        json.endArray();
    }
    json.integer("participant_timestamp", toNs(quote.time));
    json.integer("sequence_number", static_cast<qint64>(quote.sequence));
    json.integer("sip_timestamp", toNs(quote.time));
    json.integer("tape", quote.tape);
}

void writeRow(JsonWriter &json, AssetClass assetClass, const Trade &trade)
{
    if (assetClass == AssetClass::Options)
        return writeContractRow(json, trade);
    return assetClass == AssetClass::Crypto ? writeCryptoRow(json, trade)
                                            : writeStockRow(json, trade);
}

void writeRow(JsonWriter &json, AssetClass assetClass, const Quote &quote)
{
    if (assetClass == AssetClass::Options)
        return writeContractRow(json, quote);
    return assetClass == AssetClass::Forex ? writeForexRow(json, quote)
                                           : writeStockRow(json, quote);
}

/// Which classes have such a history (massive-api.md 3.5).
bool hasHistory(AssetClass assetClass, const std::optional<Trade> &)
{
    return assetClass == AssetClass::Stocks || assetClass == AssetClass::Options
        || assetClass == AssetClass::Crypto;
}

bool hasHistory(AssetClass assetClass, const std::optional<Quote> &)
{
    return assetClass == AssetClass::Stocks || assetClass == AssetClass::Options
        || assetClass == AssetClass::Forex;
}

template<typename Tick> HttpReply history(const EndpointCall &call)
{
    tickpages::PageRequest request;
    if (auto refused = readQuery(call, request))
        return *refused;
    tickpages::Page<Tick> page;
    if (request.instrument >= 0 && hasHistory(call.assetClass, std::optional<Tick>()))
        page = tickpages::readPage<Tick>(call.source, request);

    HttpReply reply;
    reply.body.reserve(page.ticks.size() * 260 + 400);
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginArray("results");
    for (const Tick &tick : page.ticks) {
        json.beginObject();
        writeRow(json, call.assetClass, tick);
        json.endObject();
    }
    json.endArray();
    json.text("status", call.status());
    json.text("request_id", call.requestId);
    if (page.more)
        json.text("next_url", tickcursor::nextAddress(call, request, page.ticks));
    json.endObject();
    return reply;
}

/// {"results":{...},"status":"OK","request_id":...} around what write puts into results.
template<typename Write> HttpReply single(const EndpointCall &call, Write write)
{
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginObject("results");
    json.text("T", call.arguments[0]);
    write(json);
    json.endObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.endObject();
    return reply;
}

} // namespace

HttpReply tickendpoints::trades(const EndpointCall &call)
{
    return history<Trade>(call);
}

HttpReply tickendpoints::quotes(const EndpointCall &call)
{
    return history<Quote>(call);
}

HttpReply tickendpoints::lastTrade(const EndpointCall &call)
{
    const bool isServed
        = call.assetClass == AssetClass::Stocks || call.assetClass == AssetClass::Options;
    const int instrument = isServed ? call.instrument(0) : -1;
    const std::optional<Trade> trade
        = instrument < 0 ? std::nullopt : call.source.lastTrade(instrument, call.view.asOf);
    if (!trade)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    return single(call, [&](JsonWriter &json) {
        const bool isContract = call.assetClass == AssetClass::Options;
        writeConditions(json, "c", trade->conditions);
        if (!isContract)
            json.exactText("ds", trade->size);
        if (trade->correction != 0)
            json.integer("e", trade->correction);
        json.text("i", trade->id.view());
        json.price("p", trade->price);
        json.integer("q", static_cast<qint64>(trade->sequence));
        if (trade->trfId != 0) {
            json.integer("f", toNs(participantTime(*trade)));
            json.integer("r", trade->trfId);
        }
        json.wholeShares("s", trade->size);
        json.integer("t", toNs(trade->time));
        json.integer("x", trade->exchange);
        json.integer("y", toNs(participantTime(*trade)));
        if (!isContract)
            json.integer("z", trade->tape);
    });
}

HttpReply tickendpoints::lastQuote(const EndpointCall &call)
{
    const int instrument = call.instrumentOf(AssetClass::Stocks, 0);
    const std::optional<Quote> quote
        = instrument < 0 ? std::nullopt : call.source.lastQuote(instrument, call.view.asOf);
    if (!quote)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    return single(call, [&](JsonWriter &json) {
        json.price("P", quote->ask);
        json.quantity("S", quote->askSize);
        json.integer("X", quote->askExchange);
        if (quote->condition != 0) {
            json.beginArray("c");
            json.integer({}, quote->condition);
            json.endArray();
        }
        json.price("p", quote->bid);
        json.integer("q", static_cast<qint64>(quote->sequence));
        json.quantity("s", quote->bidSize);
        json.integer("t", toNs(quote->time));
        json.integer("x", quote->bidExchange);
        json.integer("y", toNs(quote->time));
        json.integer("z", quote->tape);
    });
}

} // namespace tapeline
