#include "globalsnapshots.h"

#include "easterntime.h"
#include "instrumentfacts.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr std::size_t moverRows = 20;
constexpr int averageDecimals = 4;
constexpr int percentDecimals = 6;

/// vw is in the bars of coins only.
void writeCandle(JsonWriter &json, const std::optional<Candle> &candle, AssetClass assetClass)
{
    const Candle shown = candle.value_or(Candle());
    json.price("o", shown.open);
    json.price("h", shown.high);
    json.price("l", shown.low);
    json.price("c", shown.close);
    json.quantity("v", shown.volume);
    if (assetClass == AssetClass::Crypto)
        json.real("vw", shown.vwap, averageDecimals);
}

void writeTrade(JsonWriter &json, const Trade &trade)
{
    json.beginObject("lastTrade");
    json.beginArray("c");
    for (const quint16 id : trade.conditions.ids())
        json.integer({}, id);
    json.endArray();
    json.text("i", trade.id.view());
    json.price("p", trade.price);
    json.quantity("s", trade.size);
    json.integer("t", toMs(trade.time));
    json.integer("x", trade.exchange);
    json.endObject();
}

void writeQuote(JsonWriter &json, const Quote &quote)
{
    json.beginObject("lastQuote");
    json.price("a", quote.ask);
    json.price("b", quote.bid);
    json.integer("t", toMs(quote.time));
    json.integer("x", quote.bidExchange);
    json.endObject();
}

void writeRow(JsonWriter &json, const EndpointCall &call, const InstrumentFacts &facts,
              std::string_view key = {})
{
    const auto day = facts.day ? std::optional(facts.day->candle) : std::nullopt;
    const auto previous = facts.previous ? std::optional(facts.previous->candle) : std::nullopt;
    json.beginObject(key);
    json.beginObject("day");
    writeCandle(json, day, call.assetClass);
    json.endObject();
    if (call.assetClass == AssetClass::Crypto && facts.trade)
        writeTrade(json, *facts.trade);
    if (call.assetClass == AssetClass::Forex && facts.quote)
        writeQuote(json, *facts.quote);
    json.beginObject("min");
    writeCandle(json, facts.minute, call.assetClass);
    json.integer("n", facts.minute ? facts.minute->tradeCount : 0);
    json.integer("t", facts.minute ? toMs(facts.minute->start) : 0);
    json.endObject();
    json.beginObject("prevDay");
    writeCandle(json, previous, AssetClass::Crypto); // vw in either class
    json.endObject();
    json.text("ticker", facts.instrument->symbol);
    json.price("todaysChange", facts.change());
    json.real("todaysChangePerc", facts.changePercent(), percentDecimals);
    json.integer("updated", toNs(facts.updated()));
    json.endObject();
}

/// The instruments asked for; unknown symbols are left out silently.
std::vector<int> askedInstruments(const EndpointCall &call)
{
    const std::string_view wanted = call.query.value("tickers");
    if (wanted.empty())
        return call.source.listed(call.assetClass, call.view.asOf);
    std::vector<int> found;
    const QString list = QString::fromUtf8(wanted.data(), static_cast<qsizetype>(wanted.size()));
    for (const QStringView symbol : QStringView(list).split(u',', Qt::SkipEmptyParts)) {
        const int id = call.source.indexOf(symbol);
        if (id >= 0 && call.source.instrument(id).assetClass == call.assetClass
            && std::find(found.begin(), found.end(), id) == found.end())
            found.push_back(id);
    }
    return found;
}

HttpReply list(const EndpointCall &call, const std::vector<InstrumentFacts> &rows, bool isCounted)
{
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    if (isCounted)
        json.integer("count", static_cast<qint64>(rows.size()));
    json.beginArray("tickers");
    for (const InstrumentFacts &facts : rows)
        writeRow(json, call, facts);
    json.endArray();
    json.endObject();
    return reply;
}

HttpReply movers(const EndpointCall &call, bool up)
{
    std::vector<InstrumentFacts> rows;
    for (const int id : call.source.listed(call.assetClass, call.view.asOf)) {
        InstrumentFacts facts = readFacts(call.source, id, call.view.asOf);
        if (up ? facts.change() > Price() : facts.change() < Price())
            rows.push_back(std::move(facts));
    }
    std::stable_sort(rows.begin(), rows.end(), [up](const auto &a, const auto &b) {
        return up ? a.changePercent() > b.changePercent() : a.changePercent() < b.changePercent();
    });
    rows.resize(std::min(rows.size(), moverRows));
    return list(call, rows, false);
}

} // namespace

HttpReply globalsnapshots::all(const EndpointCall &call)
{
    std::vector<InstrumentFacts> rows;
    for (const int id : askedInstruments(call))
        rows.push_back(readFacts(call.source, id, call.view.asOf));
    return list(call, rows, true);
}

HttpReply globalsnapshots::one(const EndpointCall &call)
{
    const int id = call.instrumentOf(call.assetClass, 0);
    if (id < 0)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    writeRow(json, call, readFacts(call.source, id, call.view.asOf), "ticker");
    json.endObject();
    return reply;
}

HttpReply globalsnapshots::gainers(const EndpointCall &call)
{
    return movers(call, true);
}

HttpReply globalsnapshots::losers(const EndpointCall &call)
{
    return movers(call, false);
}

} // namespace tapeline
