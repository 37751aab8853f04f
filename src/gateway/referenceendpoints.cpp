#include "referenceendpoints.h"

#include "easterntime.h"
#include "listpages.h"

#include <algorithm>

namespace tapeline {

namespace {

using namespace endpointcall;

constexpr int defaultRows = 100;
constexpr int maxRows = 1'000;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// What a list can be sorted by. Fields no source of ours has sort like equal values: by symbol.
QString sortKey(const ServedInstrument &row, QStringView field)
{
    if (field == QLatin1String("name"))
        return row.name;
    if (field == QLatin1String("market"))
        return row.market;
    if (field == QLatin1String("primary_exchange"))
        return row.primaryExchange;
    if (field == QLatin1String("type"))
        return row.type;
    if (field == QLatin1String("currency_symbol"))
        return row.currency.symbol;
    if (field == QLatin1String("currency_name"))
        return row.currency.name;
    if (field == QLatin1String("base_currency_symbol"))
        return row.baseCurrency.symbol;
    if (field == QLatin1String("base_currency_name"))
        return row.baseCurrency.name;
    return {};
}

bool isSortField(std::string_view field)
{
    constexpr std::array fields { "ticker",
                                  "name",
                                  "market",
                                  "locale",
                                  "primary_exchange",
                                  "type",
                                  "currency_symbol",
                                  "currency_name",
                                  "base_currency_symbol",
                                  "base_currency_name",
                                  "cik",
                                  "composite_figi",
                                  "share_class_figi",
                                  "last_updated_utc",
                                  "delisted_utc" };
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// One list request: its parameters, as asked or as the cursor carries them.
struct TickerQuery
{
    QueryParameters filters;
    QString sort;
    bool ascending = true;
    std::size_t limit = defaultRows;
    std::size_t offset = 0;
};

/// Every word of the search must stand in the symbol or the name.
bool matchesSearch(const ServedInstrument &row, const QString &words)
{
    const auto parts = QStringView(words).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&](QStringView word) {
        return row.symbol.contains(word, Qt::CaseInsensitive)
            || row.name.contains(word, Qt::CaseInsensitive);
    });
}

bool matchesSymbol(const QueryParameters &query, const ServedInstrument &row)
{
    const auto holds = [&](std::string_view key, auto compare) {
        const std::string_view bound = query.value(key);
        return bound.empty() || compare(row.symbol, text(bound));
    };
    return holds("ticker", std::equal_to<>()) && holds("ticker.gt", std::greater<>())
        && holds("ticker.gte", std::greater_equal<>()) && holds("ticker.lt", std::less<>())
        && holds("ticker.lte", std::less_equal<>());
}

bool matches(const QueryParameters &query, const ServedInstrument &row, QDate asOf)
{
    const auto equals = [&](std::string_view key, const QString &value) {
        const std::string_view wanted = query.value(key);
        return wanted.empty() || text(wanted) == value;
    };
    // No source of ours knows CIK or CUSIP, or lists what is no longer traded
    if (!query.value("cik").empty() || !query.value("cusip").empty()
        || query.value("active", "true") == "false")
        return false;
    // Futures have a list of their own
    if (row.assetClass == AssetClass::Futures)
        return false;
    return equals("type", row.type) && equals("market", row.market)
        && equals("exchange", row.primaryExchange) && matchesSymbol(query, row)
        && matchesSearch(row, text(query.value("search")))
        && (!row.listed.isValid() || row.listed <= asOf);
}

/// The parameters a cursor carries on. The key is not among them.
constexpr std::array<std::string_view, 16> carried {
    "ticker",   "ticker.gt", "ticker.gte", "ticker.lt", "ticker.lte", "search", "type",  "market",
    "exchange", "cusip",     "cik",        "date",      "active",     "sort",   "order", "limit"
};

std::optional<HttpReply> readQuery(const EndpointCall &call, TickerQuery &query)
{
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    query.filters = position->filters;
    query.offset = position->offset;
    constexpr std::array markets { "", "stocks", "crypto", "fx", "otc", "indices" };
    if (std::find(markets.begin(), markets.end(), query.filters.value("market")) == markets.end())
        return httpreply::brokenRule(call.requestId, "market", "oneof");
    if (!isSortField(query.filters.value("sort", "ticker")))
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    query.sort = text(query.filters.value("sort", "ticker"));
    const std::optional<bool> order = ascending(query.filters, "order", true);
    if (!order)
        return httpreply::brokenRule(call.requestId, "order", "oneof");
    query.ascending = *order;
    std::string_view rule;
    const std::optional<int> rows = limit(query.filters, defaultRows, maxRows, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    query.limit = static_cast<std::size_t>(*rows);
    return std::nullopt;
}

/// The date a list is as of; the market's today without `date`.
std::optional<QDate> asOfDate(const EndpointCall &call, const QueryParameters &query)
{
    const std::string_view asked = query.value("date");
    return asked.empty() ? easterntime::date(call.source.now()) : date(asked);
}

std::vector<const ServedInstrument *> matching(const EndpointCall &call, const TickerQuery &query,
                                               QDate asOf)
{
    std::vector<const ServedInstrument *> rows;
    for (const ServedInstrument &row : call.source.instruments())
        if (matches(query.filters, row, asOf))
            rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [&](const auto *a, const auto *b) {
        const int byField = sortKey(*a, query.sort).compare(sortKey(*b, query.sort));
        const int order = byField != 0 ? byField : a->symbol.compare(b->symbol);
        return query.ascending ? order < 0 : order > 0;
    });
    return rows;
}

/// The fields a row has by its class: pairs have a base currency, and no exchange or type.
void writeCommon(JsonWriter &json, const ServedInstrument &row)
{
    const bool isPair = row.assetClass == AssetClass::Crypto || row.assetClass == AssetClass::Forex;
    json.text("ticker", row.symbol);
    json.text("name", row.name);
    json.text("market", row.market);
    json.text("locale", isPair ? "global" : "us");
    if (!row.primaryExchange.isEmpty())
        json.text("primary_exchange", row.primaryExchange);
    if (!row.type.isEmpty())
        json.text("type", row.type);
    json.flag("active", true);
    if (isPair) {
        json.text("currency_symbol", row.currency.symbol);
        json.text("currency_name", row.currency.name);
        json.text("base_currency_symbol", row.baseCurrency.symbol);
        json.text("base_currency_name", row.baseCurrency.name);
    } else if (row.assetClass != AssetClass::Indices) {
        json.text("currency_name", "usd");
    }
}

} // namespace

HttpReply referenceendpoints::tickers(const EndpointCall &call)
{
    TickerQuery query;
    if (auto refused = readQuery(call, query))
        return *refused;
    const std::optional<QDate> asOf = asOfDate(call, query.filters);
    if (!asOf)
        return httpreply::badTime(call.requestId, "date");
    const auto rows = matching(call, query, *asOf);
    const std::size_t first = std::min(query.offset, rows.size());
    const std::size_t last = std::min(first + query.limit, rows.size());

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginArray("results");
    for (std::size_t i = first; i < last; ++i) {
        json.beginObject();
        writeCommon(json, *rows[i]);
        json.text("last_updated_utc", asOf->toString(Qt::ISODate) + QLatin1String("T00:00:00Z"));
        json.endObject();
    }
    json.endArray();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.integer("count", static_cast<qint64>(last - first));
    if (last < rows.size())
        json.text("next_url", listpages::nextAddress(call, query.filters, carried, last));
    json.endObject();
    return reply;
}

HttpReply referenceendpoints::details(const EndpointCall &call)
{
    const std::optional<QDate> asOf = asOfDate(call, call.query);
    if (!asOf)
        return httpreply::badTime(call.requestId, "date");
    const int index = call.instrument(0);
    const bool isListed = index >= 0 && call.assetClass != AssetClass::Futures
        && call.assetClass != AssetClass::Options;
    if (!isListed)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    const ServedInstrument &row = call.source.instrument(index);
    if (row.listed.isValid() && row.listed > *asOf)
        return httpreply::notFound(call.requestId, "Ticker not found.");

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginObject("results");
    writeCommon(json, row);
    if (row.assetClass == AssetClass::Stocks)
        json.text("ticker_root", row.symbol.section(u'.', 0, 0));
    if (row.assetClass == AssetClass::Stocks && row.symbol.contains(u'.'))
        json.text("ticker_suffix", row.symbol.section(u'.', 1));
    if (!row.description.isEmpty())
        json.text("description", row.description);
    if (!row.sector.isEmpty())
        json.text("sic_description", row.sector.toUpper());
    if (row.listed.isValid())
        json.text("list_date", row.listed.toString(Qt::ISODate));
    if (row.assetClass == AssetClass::Stocks)
        json.integer("round_lot", 100);
    if (row.sharesOutstanding > 0) {
        json.real("share_class_shares_outstanding", row.sharesOutstanding, 0);
        json.real("weighted_shares_outstanding", row.sharesOutstanding, 0);
        const auto trade = call.source.lastTrade(
            index, std::min(call.view.asOf, easterntime::at(asOf->addDays(1))));
        if (trade)
            json.real("market_cap", row.sharesOutstanding * trade->price.toDouble(), 0);
    }
    json.endObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.endObject();
    return reply;
}

} // namespace tapeline
