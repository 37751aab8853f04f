#include "referencelists.h"

#include "exchanges.h"
#include "listpages.h"
#include "optionconditions.h"
#include "tradeconditions.h"

#include <algorithm>
#include <array>
#include <span>

namespace tapeline {

namespace {

using namespace endpointcall;

struct TickerType
{
    std::string_view code;
    std::string_view description;
};

constexpr std::array tickerTypeList {
    TickerType { "CS", "Common Stock" },
    TickerType { "ADRC", "American Depository Receipt Common" },
    TickerType { "ADRP", "American Depository Receipt Preferred" },
    TickerType { "ADRR", "American Depository Receipt Rights" },
    TickerType { "ADRW", "American Depository Receipt Warrants" },
    TickerType { "UNIT", "Unit" },
    TickerType { "RIGHT", "Rights" },
    TickerType { "PFD", "Preferred Stock" },
    TickerType { "FUND", "Fund" },
    TickerType { "SP", "Structured Product" },
    TickerType { "WARRANT", "Warrant" },
    TickerType { "INDEX", "Index" },
    TickerType { "ETF", "Exchange Traded Fund" },
    TickerType { "ETN", "Exchange Traded Note" },
    TickerType { "ETV", "Exchange Traded Vehicle" },
    TickerType { "ETS", "Single-security ETF" },
    TickerType { "OS", "Ordinary Shares" },
    TickerType { "GDR", "Global Depository Receipts" },
    TickerType { "OTHER", "Other Security Type" },
    TickerType { "NYRS", "New York Registry Shares" },
    TickerType { "AGEN", "Agency Bond" },
    TickerType { "EQLK", "Equity Linked Bond" },
    TickerType { "BOND", "Corporate Bond" },
    TickerType { "BASKET", "Basket" },
    TickerType { "LT", "Liquidating Trust" },
};

struct ListedClass
{
    AssetClass assetClass;
    std::string_view name;
    std::string_view locale;
};

constexpr std::array listedClasses { ListedClass { AssetClass::Stocks, "stocks", "us" },
                                     ListedClass { AssetClass::Options, "options", "us" },
                                     ListedClass { AssetClass::Crypto, "crypto", "global" },
                                     ListedClass { AssetClass::Forex, "fx", "global" },
                                     ListedClass { AssetClass::Futures, "futures", "us" } };

/// Letters by which the two tapes mark a sale condition, massive-api.md 8.3; a space when unknown.
/// The names and update rules of the same ids are core's.
struct SaleCondition
{
    quint16 id;
    char cta;
    char utp;
};

constexpr std::array saleConditions {
    SaleCondition { 0, '@', '@' },  SaleCondition { 1, ' ', 'A' },  SaleCondition { 2, 'B', 'W' },
    SaleCondition { 3, 'E', ' ' },  SaleCondition { 4, ' ', 'B' },  SaleCondition { 5, ' ', 'G' },
    SaleCondition { 6, 'I', ' ' },  SaleCondition { 7, 'C', 'C' },  SaleCondition { 8, ' ', '6' },
    SaleCondition { 9, 'X', 'X' },  SaleCondition { 10, '4', '4' }, SaleCondition { 11, ' ', 'D' },
    SaleCondition { 12, 'T', 'T' }, SaleCondition { 13, 'U', 'U' }, SaleCondition { 14, 'F', 'F' },
    SaleCondition { 15, 'M', 'M' }, SaleCondition { 16, 'Q', 'Q' }, SaleCondition { 17, 'O', ' ' },
    SaleCondition { 18, '5', ' ' }, SaleCondition { 19, '6', ' ' }, SaleCondition { 20, 'N', 'N' },
    SaleCondition { 21, 'H', 'H' }, SaleCondition { 22, 'P', 'P' }, SaleCondition { 23, 'K', ' ' },
    SaleCondition { 24, ' ', ' ' }, SaleCondition { 25, ' ', 'O' }, SaleCondition { 27, ' ', '1' },
    SaleCondition { 28, ' ', '5' }, SaleCondition { 29, 'R', 'R' }, SaleCondition { 30, 'L', 'L' },
    SaleCondition { 31, ' ', ' ' }, SaleCondition { 32, 'Z', 'Z' }, SaleCondition { 33, ' ', ' ' },
    SaleCondition { 34, ' ', 'S' }, SaleCondition { 35, ' ', ' ' }, SaleCondition { 36, ' ', 'Y' },
    SaleCondition { 37, 'I', 'I' }, SaleCondition { 38, '9', '9' }, SaleCondition { 41, ' ', ' ' },
    SaleCondition { 52, 'V', 'V' }, SaleCondition { 53, '7', '7' }, SaleCondition { 55, ' ', ' ' },
};

bool isOneOf(std::string_view value, std::span<const std::string_view> allowed)
{
    return value.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

/// {"results":[...],"status":"OK","request_id":...,"count":N} around rows that are JSON already.
HttpReply list(const EndpointCall &call, const std::string &rows, std::size_t count,
               const std::string &next = {})
{
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.raw("results", '[' + rows + ']');
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.integer("count", static_cast<qint64>(count));
    if (!next.empty())
        json.text("next_url", next);
    json.endObject();
    return reply;
}

void writeExchange(JsonWriter &json, const Exchange &exchange, const ListedClass &listed)
{
    json.beginObject();
    json.integer("id", exchange.id);
    json.text("type", exchange.type);
    json.text("asset_class", listed.name);
    json.text("locale", listed.locale);
    json.text("name", exchange.name);
    json.text("acronym", exchange.shortName);
    if (!exchange.mic.empty()) {
        json.text("mic", exchange.mic);
        json.text("operating_mic", exchange.mic);
    }
    if (exchange.sip != '-')
        json.text("participant_id", std::string_view(&exchange.sip, 1));
    json.endObject();
}

void writeRules(JsonWriter &json, std::string_view scope, TradeUpdate rule)
{
    json.beginObject(scope);
    json.flag("updates_high_low", rule.highLow);
    json.flag("updates_open_close", rule.last);
    json.flag("updates_volume", rule.volume);
    json.endObject();
}

void writeCondition(JsonWriter &json, const SaleCondition &condition)
{
    const TradeUpdate rule = conditionRule(condition.id);
    json.beginObject();
    json.integer("id", condition.id);
    json.text("type",
              condition.id == condition::tradeThroughExempt ? "trade_thru_exempt"
                                                            : "sale_condition");
    json.text("name", conditionName(condition.id));
    json.text("asset_class", "stocks");
    json.beginObject("sip_mapping");
    if (condition.cta != ' ')
        json.text("CTA", std::string_view(&condition.cta, 1));
    if (condition.utp != ' ')
        json.text("UTP", std::string_view(&condition.utp, 1));
    json.endObject();
    json.beginObject("update_rules");
    writeRules(json, "consolidated", rule);
    writeRules(json, "market_center", rule);
    json.endObject();
    json.beginArray("data_types");
    json.text({}, "trade");
    json.endArray();
    json.endObject();
}

void writeCondition(JsonWriter &json, const ListedCondition &condition)
{
    const TradeUpdate rule = optionTradeUpdate({ condition.id });
    json.beginObject();
    json.integer("id", condition.id);
    json.text("type", "sale_condition");
    json.text("name", condition.name);
    json.text("asset_class", "options");
    json.beginObject("sip_mapping");
    json.endObject();
    json.beginObject("update_rules");
    writeRules(json, "consolidated", rule);
    writeRules(json, "market_center", rule);
    json.endObject();
    json.beginArray("data_types");
    json.text({}, "trade");
    json.endArray();
    json.endObject();
}

/// What /v3/reference/conditions is asked for: as asked, or as the cursor carries it.
struct ConditionQuery
{
    QueryParameters filters;
    bool ascending = true;
    std::size_t limit = 10;
    std::size_t offset = 0;
};

/// The parameters a cursor carries on.
constexpr std::array<std::string_view, 6> conditionFilters { "asset_class", "data_type", "sip",
                                                             "id",          "order",     "limit" };

bool matches(const QueryParameters &filters, const SaleCondition &condition)
{
    const std::string_view sip = filters.value("sip");
    if (filters.value("asset_class", "stocks") != "stocks"
        || filters.value("data_type", "trade") != "trade" || sip == "OPRA")
        return false;
    if ((sip == "CTA" && condition.cta == ' ') || (sip == "UTP" && condition.utp == ' '))
        return false;
    const std::string_view id = filters.value("id");
    return id.empty() || id == std::to_string(condition.id);
}

bool matches(const QueryParameters &filters, const ListedCondition &condition)
{
    const std::string_view sip = filters.value("sip");
    const std::string_view id = filters.value("id");
    return filters.value("data_type", "trade") == "trade" && (sip.empty() || sip == "OPRA")
        && (id.empty() || id == std::to_string(condition.id));
}

/// One page of the conditions of a table that match.
template<typename Table>
HttpReply listOf(const EndpointCall &call, const ConditionQuery &query, const Table &table)
{
    using Condition = std::remove_cvref_t<decltype(*table.begin())>;
    std::vector<const Condition *> found;
    for (const Condition &condition : table)
        if (matches(query.filters, condition))
            found.push_back(&condition);
    if (!query.ascending)
        std::reverse(found.begin(), found.end());
    const std::size_t first = std::min(query.offset, found.size());
    const std::size_t last = std::min(first + query.limit, found.size());

    std::string rows;
    JsonWriter json(rows);
    for (std::size_t i = first; i < last; ++i)
        writeCondition(json, *found[i]);
    return list(call, rows, last - first,
                last < found.size()
                    ? listpages::nextAddress(call, query.filters, conditionFilters, last)
                    : std::string());
}

std::optional<HttpReply> readQuery(const EndpointCall &call, ConditionQuery &query)
{
    constexpr std::array<std::string_view, 5> classes { "stocks", "options", "crypto", "fx",
                                                        "futures" };
    constexpr std::array<std::string_view, 3> dataTypes { "trade", "bbo", "nbbo" };
    constexpr std::array<std::string_view, 3> sips { "CTA", "UTP", "OPRA" };
    const auto position = listpages::read(call, conditionFilters);
    if (!position)
        return unknownCursor(call);
    query.filters = position->filters;
    query.offset = position->offset;
    if (!isOneOf(query.filters.value("asset_class"), classes))
        return httpreply::brokenRule(call.requestId, "asset_class", "oneof");
    if (!isOneOf(query.filters.value("data_type"), dataTypes))
        return httpreply::brokenRule(call.requestId, "data_type", "oneof");
    if (!isOneOf(query.filters.value("sip"), sips))
        return httpreply::brokenRule(call.requestId, "sip", "oneof");
    const std::optional<bool> order = ascending(query.filters, "order", true);
    if (!order)
        return httpreply::brokenRule(call.requestId, "order", "oneof");
    query.ascending = *order;
    std::string_view rule;
    const std::optional<int> rows = limit(query.filters, 10, 1'000, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    query.limit = static_cast<std::size_t>(*rows);
    return std::nullopt;
}

} // namespace

HttpReply referencelists::tickerTypes(const EndpointCall &call)
{
    constexpr std::array<std::string_view, 5> classes { "stocks", "options", "crypto", "fx",
                                                        "indices" };
    constexpr std::array<std::string_view, 2> locales { "us", "global" };
    const std::string_view assetClass = call.query.value("asset_class");
    if (!isOneOf(assetClass, classes))
        return httpreply::brokenRule(call.requestId, "asset_class", "oneof");
    if (!isOneOf(call.query.value("locale"), locales))
        return httpreply::brokenRule(call.requestId, "locale", "oneof");

    std::string rows;
    JsonWriter json(rows);
    std::size_t count = 0;
    for (const TickerType &type : tickerTypeList) {
        const std::string_view own = type.code == "INDEX" ? "indices" : "stocks";
        if ((!assetClass.empty() && assetClass != own) || call.query.value("locale") == "global")
            continue;
        json.beginObject();
        json.text("code", type.code);
        json.text("description", type.description);
        json.text("asset_class", own);
        json.text("locale", "us");
        json.endObject();
        ++count;
    }
    return list(call, rows, count);
}

HttpReply referencelists::exchanges(const EndpointCall &call)
{
    const std::string_view wanted = call.query.value("asset_class");
    const std::string_view locale = call.query.value("locale");
    const bool known = std::any_of(listedClasses.begin(), listedClasses.end(),
                                   [&](const ListedClass &row) { return row.name == wanted; });
    if (!wanted.empty() && !known)
        return httpreply::brokenRule(call.requestId, "asset_class", "oneof");
    if (!locale.empty() && locale != "us" && locale != "global")
        return httpreply::brokenRule(call.requestId, "locale", "oneof");

    std::string rows;
    JsonWriter json(rows);
    std::size_t count = 0;
    for (const ListedClass &listed : listedClasses) {
        if ((!wanted.empty() && listed.name != wanted)
            || (!locale.empty() && listed.locale != locale))
            continue;
        for (const Exchange &exchange : tapeline::exchanges(listed.assetClass)) {
            writeExchange(json, exchange, listed);
            ++count;
        }
    }
    return list(call, rows, count);
}

HttpReply referencelists::conditions(const EndpointCall &call)
{
    ConditionQuery query;
    if (auto refused = readQuery(call, query))
        return *refused;
    if (query.filters.value("asset_class") == "options")
        return listOf(call, query, optionConditions());
    return listOf(call, query, saleConditions);
}

} // namespace tapeline
