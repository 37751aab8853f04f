#include "futuresendpoints.h"
#include "instrumentfacts.h"
#include "listfilters.h"
#include "listpages.h"
#include "markethours.h"
#include "requesttime.h"
#include "tickcursor.h"

#include <array>

namespace tapeline {

namespace {

using namespace endpointcall;

constexpr int maxRows = 49'999;
constexpr int defaultTrades = 10;
constexpr int defaultQuotes = 100;
constexpr int defaultSnapshots = 100;
constexpr int maxSnapshots = 50'000;
constexpr int percentDecimals = 6;
constexpr int firstChannel = 310; // of a product's feed

/// The part of time that `timestamp` and `session_end_date` leave.
std::optional<HttpReply> readRange(const EndpointCall &call, tickpages::PageRequest &page)
{
    requesttime::Range range { .from = call.view.oldest, .to = call.view.asOf };
    for (const auto &[name, count] : { std::pair<std::string_view, requesttime::Count>(
                                           "timestamp", requesttime::Count::Nanoseconds),
                                       std::pair<std::string_view, requesttime::Count>(
                                           "session_end_date", requesttime::Count::Nanoseconds) })
        if (auto refused = requesttime::narrow(call, call.query, name, count, range))
            return refused;
    const Timestamp from = range.isBounded ? range.from : std::min(range.to, call.view.asOf);
    if (auto refused = refusedRange(call, from, range.to))
        return refused;
    page.from = range.from;
    page.to = range.to;
    return std::nullopt;
}

std::optional<HttpReply> readQuery(const EndpointCall &call, int defaultRows,
                                   tickpages::PageRequest &page)
{
    page.instrument = call.instrumentOf(AssetClass::Futures, 0);
    if (const auto cursor = call.query.find("cursor"))
        return tickcursor::read(call, *cursor, page);
    constexpr std::array<std::string_view, 1> sortable { "timestamp" };
    const auto order = listfilters::sortKeys(call.query, "timestamp.desc", sortable);
    if (!order)
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    page.ascending = order->front().ascending;
    std::string_view rule;
    const std::optional<int> rows = limit(call.query, defaultRows, maxRows, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    page.limit = static_cast<std::size_t>(*rows);
    if (auto refused = readRange(call, page))
        return refused;
    if (page.instrument >= 0)
        tickcursor::cutToLife(call.source, page);
    return std::nullopt;
}

template<typename Tick>
void writeIdentity(JsonWriter &json, const ServedInstrument &about, const Tick &tick)
{
    const QDate date = markethours::tradingDay(AssetClass::Futures, tick.time);
    json.integer("channel", firstChannel + about.product);
    json.integer("report_sequence", static_cast<qint64>(tick.sequence));
    json.integer("sequence_number", static_cast<qint64>(tick.sequence));
    json.text("session_end_date", date.toString(Qt::ISODate));
    json.text("ticker", about.symbol);
    json.integer("timestamp", toNs(tick.time));
}

void writeTick(JsonWriter &json, const Trade &trade)
{
    json.price("price", trade.price);
    json.wholeShares("size", trade.size);
}

void writeTick(JsonWriter &json, const Quote &quote)
{
    json.price("ask_price", quote.ask);
    json.wholeShares("ask_size", quote.askSize);
    json.integer("ask_timestamp", toNs(quote.time));
    json.price("bid_price", quote.bid);
    json.wholeShares("bid_size", quote.bidSize);
    json.integer("bid_timestamp", toNs(quote.time));
}

template<typename Tick> HttpReply history(const EndpointCall &call, int defaultRows)
{
    tickpages::PageRequest request;
    if (auto refused = readQuery(call, defaultRows, request))
        return *refused;
    tickpages::Page<Tick> page;
    if (request.instrument >= 0)
        page = tickpages::readPage<Tick>(call.source, request);

    HttpReply reply;
    reply.body.reserve(page.ticks.size() * 230 + 400);
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("request_id", call.requestId);
    json.beginArray("results");
    for (const Tick &tick : page.ticks) {
        json.beginObject();
        writeTick(json, tick);
        writeIdentity(json, call.source.instrument(request.instrument), tick);
        json.endObject();
    }
    json.endArray();
    json.text("status", "OK");
    if (page.more)
        json.text("next_url", tickcursor::nextAddress(call, request, page.ticks));
    json.endObject();
    return reply;
}

void writeBestQuote(JsonWriter &json, const Quote &quote)
{
    json.price("ask", quote.ask);
    json.wholeShares("ask_size", quote.askSize);
    json.integer("ask_timestamp", toNs(quote.time));
    json.price("bid", quote.bid);
    json.wholeShares("bid_size", quote.bidSize);
    json.integer("bid_timestamp", toNs(quote.time));
}

void writeTail(JsonWriter &json, Timestamp updated, std::string_view timeframe)
{
    json.integer("last_updated", toNs(updated));
    json.text("timeframe", timeframe);
    json.endObject();
}

void writeSession(JsonWriter &json, const InstrumentFacts &facts)
{
    const Candle day = facts.day ? facts.day->candle : Candle();
    const Price settled = facts.day ? facts.day->settlement : Price();
    const Price before = facts.previous ? facts.previous->settlement : Price();
    const Price change = facts.day && !before.isZero() ? facts.price() - before : Price();
    json.beginObject("session");
    json.price("change", change);
    json.real("change_percent", before.isZero() ? 0 : change.toDouble() / before.toDouble() * 100,
              percentDecimals);
    json.price("close", day.close);
    json.price("high", day.high);
    json.price("low", day.low);
    json.price("open", day.open);
    json.price("previous_settlement", before);
    if (!settled.isZero())
        json.price("settlement_price", settled);
    json.wholeShares("volume", day.volume);
    json.endObject();
}

/// The futures snapshot carries trade and quote on Starter, too (massive-api.md 1.3).
void writeSnapshot(JsonWriter &json, const EndpointCall &call, const InstrumentFacts &facts)
{
    const std::string_view timeframe = call.view.delayed ? "DELAYED" : "REAL-TIME";
    const ServedInstrument &about = *facts.instrument;
    json.beginObject();
    json.beginObject("details");
    json.text("product_code", call.source.products()[static_cast<std::size_t>(about.product)].code);
    json.text("settlement_date", about.lastTrade.toString(Qt::ISODate));
    json.text("ticker", about.symbol);
    json.endObject();
    if (facts.minute) {
        json.beginObject("last_minute");
        json.price("close", facts.minute->close);
        json.price("high", facts.minute->high);
        json.price("low", facts.minute->low);
        json.price("open", facts.minute->open);
        json.wholeShares("volume", facts.minute->volume);
        writeTail(json, facts.minute->start, timeframe);
    }
    if (facts.quote) {
        json.beginObject("last_quote");
        writeBestQuote(json, *facts.quote);
        writeTail(json, facts.quote->time, timeframe);
    }
    if (facts.trade) {
        json.beginObject("last_trade");
        writeTick(json, *facts.trade);
        writeTail(json, facts.trade->time, timeframe);
    }
    writeSession(json, facts);
    json.endObject();
}

} // namespace

HttpReply futuresendpoints::trades(const EndpointCall &call)
{
    return history<Trade>(call, defaultTrades);
}

HttpReply futuresendpoints::quotes(const EndpointCall &call)
{
    return history<Quote>(call, defaultQuotes);
}

HttpReply futuresendpoints::snapshot(const EndpointCall &call)
{
    constexpr std::array<std::string_view, 14> carried { "product_code",
                                                         "product_code.any_of",
                                                         "product_code.gt",
                                                         "product_code.gte",
                                                         "product_code.lt",
                                                         "product_code.lte",
                                                         "ticker",
                                                         "ticker.any_of",
                                                         "ticker.gt",
                                                         "ticker.gte",
                                                         "ticker.lt",
                                                         "ticker.lte",
                                                         "sort",
                                                         "limit" };
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    std::string_view rule;
    const std::optional<int> rows = limit(position->filters, defaultSnapshots, maxSnapshots, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    std::vector<int> found;
    for (const int id : call.source.listed(AssetClass::Futures, call.view.asOf)) {
        const ServedInstrument &about = call.source.instrument(id);
        const QString &product
            = call.source.products()[static_cast<std::size_t>(about.product)].code;
        const bool isListed
            = about.listed <= markethours::tradingDay(AssetClass::Futures, call.view.asOf);
        if (isListed && listfilters::passes(position->filters, "ticker", about.symbol)
            && listfilters::passes(position->filters, "product_code", product))
            found.push_back(id);
    }
    const std::size_t first = std::min(position->offset, found.size());
    const std::size_t last = std::min(first + static_cast<std::size_t>(*rows), found.size());
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("request_id", call.requestId);
    json.beginArray("results");
    for (std::size_t i = first; i < last; ++i)
        writeSnapshot(json, call, readFacts(call.source, found[i], call.view.asOf));
    json.endArray();
    json.text("status", "OK");
    if (last < found.size())
        json.text("next_url", listpages::nextAddress(call, position->filters, carried, last));
    json.endObject();
    return reply;
}

} // namespace tapeline
