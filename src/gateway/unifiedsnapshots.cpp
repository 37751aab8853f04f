#include "unifiedsnapshots.h"

#include "easterntime.h"
#include "instrumentfacts.h"
#include "listpages.h"
#include "markethours.h"
#include "optionsnapshots.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

using namespace endpointcall;

constexpr int defaultRows = 10;
constexpr int maxRows = 250;
constexpr int averageDecimals = 4;
constexpr int percentDecimals = 6;

struct TypeName
{
    AssetClass assetClass;
    std::string_view name;
};

/// As `type` names the classes that have snapshots.
constexpr std::array typeNames {
    TypeName { AssetClass::Stocks, "stocks" },   TypeName { AssetClass::Options, "options" },
    TypeName { AssetClass::Crypto, "crypto" },   TypeName { AssetClass::Forex, "fx" },
    TypeName { AssetClass::Indices, "indices" },
};

const TypeName *typeOf(AssetClass assetClass)
{
    const auto found = std::ranges::find(typeNames, assetClass, &TypeName::assetClass);
    return found == typeNames.end() ? nullptr : &*found;
}

constexpr std::array<std::string_view, 10> carried { "ticker",     "ticker.any_of", "ticker.gt",
                                                     "ticker.gte", "ticker.lt",     "ticker.lte",
                                                     "type",       "sort",          "order",
                                                     "limit" };

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// The word for a market's part of the day (massive-api.md 3.9).
std::string_view statusOf(const EndpointCall &call, AssetClass assetClass, Timestamp time)
{
    switch (markethours::spanAt(call.source.calendar(), assetClass, time).part) {
    case SessionPart::Closed:
        return "closed";
    case SessionPart::PreMarket:
        return assetClass == AssetClass::Stocks ? "early_trading" : "closed";
    case SessionPart::AfterHours:
        return assetClass == AssetClass::Stocks ? "late_trading" : "closed";
    case SessionPart::Regular:
        return assetClass == AssetClass::Indices ? "regular_trading" : "open";
    }
    return "closed";
}

void writeSession(JsonWriter &json, const InstrumentFacts &facts)
{
    const AssetClass assetClass = facts.instrument->assetClass;
    const Candle day = facts.day ? facts.day->candle : Candle();
    json.beginObject("session");
    json.price("change", facts.change());
    json.real("change_percent", facts.changePercent(), percentDecimals);
    json.price("close", day.close);
    json.price("high", day.high);
    json.price("low", day.low);
    json.price("open", day.open);
    json.price("previous_close", facts.previous ? facts.previous->candle.close : Price());
    if (assetClass != AssetClass::Indices) {
        json.price("price", facts.price());
        json.quantity("volume", day.volume);
    }
    if (assetClass == AssetClass::Stocks)
        json.exactText("decimal_volume", day.volume);
    json.endObject();
}

void writeMinute(JsonWriter &json, const InstrumentFacts &facts)
{
    if (!facts.minute || facts.instrument->assetClass == AssetClass::Indices)
        return;
    const Candle &bar = *facts.minute;
    json.beginObject("last_minute");
    json.price("close", bar.close);
    json.price("high", bar.high);
    json.price("low", bar.low);
    json.price("open", bar.open);
    json.integer("transactions", bar.tradeCount);
    json.quantity("volume", bar.volume);
    json.real("vwap", bar.vwap, averageDecimals);
    if (facts.instrument->assetClass == AssetClass::Stocks)
        json.exactText("decimal_volume", bar.volume);
    json.endObject();
}

void writeTrade(JsonWriter &json, const Trade &trade, AssetClass assetClass,
                std::string_view timeframe)
{
    json.beginObject("last_trade");
    if (!trade.conditions.isEmpty()) {
        json.beginArray("conditions");
        for (const quint16 id : trade.conditions.ids())
            json.integer({}, id);
        json.endArray();
    }
    json.integer("exchange", trade.exchange);
    json.text("id", trade.id.view());
    json.integer("last_updated", toNs(trade.time));
    json.integer("participant_timestamp",
                 toNs(trade.participantTime == Timestamp() ? trade.time : trade.participantTime));
    json.price("price", trade.price);
    json.integer("sip_timestamp", toNs(trade.time));
    if (assetClass == AssetClass::Stocks) {
        json.wholeShares("size", trade.size);
        json.exactText("decimal_size", trade.size);
    } else {
        json.quantity("size", trade.size);
    }
    json.text("timeframe", timeframe);
    json.endObject();
}

void writeQuote(JsonWriter &json, const Quote &quote, AssetClass assetClass,
                std::string_view timeframe)
{
    json.beginObject("last_quote");
    json.price("ask", quote.ask);
    json.integer("ask_exchange", quote.askExchange);
    json.price("bid", quote.bid);
    json.integer("bid_exchange", quote.bidExchange);
    if (assetClass != AssetClass::Forex) {
        json.quantity("ask_size", quote.askSize);
        json.quantity("bid_size", quote.bidSize);
    }
    json.integer("last_updated", toNs(quote.time));
    json.price("midpoint", Price::fromUnits((quote.bid.units() + quote.ask.units()) / 2));
    json.text("timeframe", timeframe);
    json.endObject();
}

void writeError(JsonWriter &json, const QString &symbol, std::string_view error,
                std::string_view message)
{
    json.beginObject();
    json.text("ticker", symbol);
    json.text("error", error);
    json.text("message", message);
    json.endObject();
}

void writeFacts(JsonWriter &json, const EndpointCall &call, int id)
{
    const AssetClass assetClass = call.source.instrument(id).assetClass;
    const ServedPlan plan = entitlements::planFor(call.grant, assetClass);
    const DataView view
        = entitlements::viewOf(plan, assetClass, call.source.now(), call.source.calendar());
    const std::string_view timeframe = view.delayed ? "DELAYED" : "REAL-TIME";
    const auto allows
        = [&](ServedData data) { return entitlements::allows(call.grant, assetClass, data); };
    const InstrumentFacts facts = readFacts(call.source, id, view.asOf);
    json.beginObject();
    json.text("ticker", facts.instrument->symbol);
    json.text("name", facts.instrument->name);
    json.text("type", typeOf(assetClass)->name);
    json.text("market_status", statusOf(call, assetClass, view.asOf));
    json.integer("last_updated", toNs(facts.updated()));
    if (assetClass == AssetClass::Indices) {
        json.text("timeframe", timeframe);
        json.price("value", facts.price());
    }
    writeSession(json, facts);
    writeMinute(json, facts);
    if (facts.trade && allows(ServedData::Trades))
        writeTrade(json, *facts.trade, assetClass, timeframe);
    const bool hasQuotes = assetClass != AssetClass::Crypto; // venues' quotes are no market's
    if (facts.quote && hasQuotes && allows(ServedData::Quotes))
        writeQuote(json, *facts.quote, assetClass, timeframe);
    json.endObject();
}

/// The row of a contract, or that there is none: unknown, expired or not yet listed.
void writeContract(JsonWriter &json, const EndpointCall &call, int id)
{
    EndpointCall own = call;
    own.assetClass = AssetClass::Options;
    own.view = entitlements::viewOf(call.grant.options, AssetClass::Options, call.source.now(),
                                    call.source.calendar());
    const auto contract = call.source.options()->contract(id);
    if (!contract || !optionsnapshots::isListed(call.source.instrument(id), own.view.asOf))
        return writeError(json, call.source.instrument(id).symbol, "NOT_FOUND",
                          "Ticker not found.");
    json.beginObject();
    json.text("ticker", call.source.instrument(id).symbol);
    json.text("name", call.source.instrument(id).name);
    json.text("type", typeOf(AssetClass::Options)->name);
    json.text("market_status", statusOf(call, AssetClass::Options, own.view.asOf));
    optionsnapshots::writeUniversal(json, own, *contract);
    json.endObject();
}

/// The rows asked for by name, of one class or all.
void writeRow(JsonWriter &json, const EndpointCall &call, const QString &symbol,
              std::optional<AssetClass> only)
{
    const int id = call.source.indexOf(symbol);
    const AssetClass assetClass
        = id < 0 ? entitlements::classOf(symbol) : call.source.instrument(id).assetClass;
    if (id < 0 || !typeOf(assetClass) || (only && *only != assetClass))
        writeError(json, symbol, "NOT_FOUND", "Ticker not found.");
    else if (!entitlements::allows(call.grant, assetClass, ServedData::Snapshots))
        writeError(json, symbol, "NOT_ENTITLED", "Not entitled to this ticker.");
    else if (assetClass != AssetClass::Options)
        writeFacts(json, call, id);
    else
        writeContract(json, call, id);
}

bool isWithin(const QueryParameters &filters, const QString &symbol)
{
    const auto holds = [&](std::string_view key, auto compare) {
        const std::string_view bound = filters.value(key);
        return bound.empty() || compare(symbol, text(bound));
    };
    return holds("ticker.gt", std::greater<>()) && holds("ticker.gte", std::greater_equal<>())
        && holds("ticker.lt", std::less<>()) && holds("ticker.lte", std::less_equal<>());
}

/// The contracts that are listed today and not expired, within the filters.
void addContracts(const EndpointCall &call, const QueryParameters &filters,
                  std::vector<QString> &symbols)
{
    if (!call.source.options())
        return;
    const QDate today = easterntime::date(call.source.now());
    const ContractSpan span {
        .chain = -1, .from = today, .to = today.addYears(5), .listedBy = today
    };
    call.source.options()->forEach(span, [&](const ServedContract &contract) {
        const QString symbol = call.source.instrument(contract.id).symbol;
        if (isWithin(filters, symbol))
            symbols.push_back(symbol);
        return true;
    });
}

/// Symbols by name, or all of the classes that the key may see.
std::vector<QString> askedSymbols(const EndpointCall &call, const QueryParameters &filters,
                                  std::optional<AssetClass> only)
{
    std::vector<QString> symbols;
    if (const std::string_view one = filters.value("ticker"); !one.empty())
        return { text(one) };
    if (const std::string_view list = filters.value("ticker.any_of"); !list.empty()) {
        for (const QString &symbol : text(list).split(u',', Qt::SkipEmptyParts))
            symbols.push_back(symbol.trimmed());
        return symbols;
    }
    for (const TypeName &type : typeNames) {
        if ((only && *only != type.assetClass)
            || !entitlements::allows(call.grant, type.assetClass, ServedData::Snapshots))
            continue;
        if (type.assetClass == AssetClass::Options && only == AssetClass::Options)
            addContracts(call, filters, symbols);
        if (type.assetClass == AssetClass::Options)
            continue; // thousands, which have to be asked for by their type
        for (const int id : call.source.listed(type.assetClass, call.source.now()))
            symbols.push_back(call.source.instrument(id).symbol);
    }
    std::erase_if(symbols, [&](const QString &symbol) { return !isWithin(filters, symbol); });
    return symbols;
}

HttpReply list(const EndpointCall &call, std::optional<AssetClass> only)
{
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    const QueryParameters &filters = position->filters;
    if (const std::string_view type = filters.value("type"); !type.empty()) {
        const auto named = std::ranges::find(typeNames, type, &TypeName::name);
        if (named == typeNames.end())
            return httpreply::brokenRule(call.requestId, "type", "oneof");
        only = only.value_or(named->assetClass);
    }
    if (filters.value("sort", "ticker") != "ticker")
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    const std::optional<bool> order = ascending(filters, "order", true);
    if (!order)
        return httpreply::brokenRule(call.requestId, "order", "oneof");
    std::string_view rule;
    const std::optional<int> rows = limit(filters, defaultRows, maxRows, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    std::vector<QString> symbols = askedSymbols(call, filters, only);
    if (symbols.size() > maxRows && !filters.value("ticker.any_of").empty())
        return httpreply::brokenRule(call.requestId, "ticker.any_of", "max");
    std::sort(symbols.begin(), symbols.end());
    symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
    if (!*order)
        std::reverse(symbols.begin(), symbols.end());
    const std::size_t first = std::min(position->offset, symbols.size());
    const std::size_t last = std::min(first + static_cast<std::size_t>(*rows), symbols.size());

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginArray("results");
    for (std::size_t i = first; i < last; ++i)
        writeRow(json, call, symbols[i], only);
    json.endArray();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    if (last < symbols.size())
        json.text("next_url", listpages::nextAddress(call, filters, carried, last));
    json.endObject();
    return reply;
}

} // namespace

HttpReply unifiedsnapshots::universal(const EndpointCall &call)
{
    const bool hasAny = std::ranges::any_of(typeNames, [&](const TypeName &type) {
        return entitlements::allows(call.grant, type.assetClass, ServedData::Snapshots);
    });
    return hasAny ? list(call, std::nullopt) : httpreply::notEntitled(call.requestId);
}

HttpReply unifiedsnapshots::indices(const EndpointCall &call)
{
    return list(call, AssetClass::Indices);
}

} // namespace tapeline
