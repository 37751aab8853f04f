#include "contractendpoints.h"

#include "contractfilter.h"
#include "easterntime.h"
#include "listpages.h"

#include <algorithm>

namespace tapeline {

namespace {

using namespace endpointcall;

constexpr int defaultRows = 10;
constexpr int maxRows = 1'000;

/// The parameters a cursor carries on: the shared filters and these.
constexpr std::array<std::string_view, 11> ownKeys {
    "underlying_ticker",
    "underlying_ticker.gt",
    "underlying_ticker.gte",
    "underlying_ticker.lt",
    "underlying_ticker.lte",
    "ticker",
    "as_of",
    "expired",
    "sort",
    "order",
    "limit",
};

constexpr auto carried = [] {
    std::array<std::string_view, ownKeys.size() + ContractFilter::keys.size()> keys {};
    std::copy(ownKeys.begin(), ownKeys.end(), keys.begin());
    std::copy(ContractFilter::keys.begin(), ContractFilter::keys.end(),
              keys.begin() + ownKeys.size());
    return keys;
}();

struct ListQuery
{
    QueryParameters parameters;
    ContractFilter filter;
    QDate asOf;
    bool expired = false;
    contractfilter::Order order = contractfilter::Order::Ticker;
    bool ascending = true;
    std::size_t limit = defaultRows;
    std::size_t offset = 0;
};

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// The date a list is as of; the market's today without `as_of`, and never later.
std::optional<QDate> asOfDate(const EndpointCall &call, const QueryParameters &query)
{
    const QDate today = easterntime::date(call.source.now());
    const std::string_view asked = query.value("as_of");
    if (asked.empty())
        return today;
    const std::optional<QDate> asOf = date(asked);
    return asOf ? std::min(*asOf, today) : asOf;
}

std::optional<HttpReply> readQuery(const EndpointCall &call, ListQuery &query)
{
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    query.parameters = position->filters;
    query.offset = position->offset;
    if (auto refused = contractfilter::read(call, query.parameters, query.filter))
        return refused;
    const std::optional<QDate> asOf = asOfDate(call, query.parameters);
    if (!asOf)
        return httpreply::badTime(call.requestId, "as_of");
    query.asOf = *asOf;
    const std::string_view expired = query.parameters.value("expired", "false");
    if (expired != "true" && expired != "false")
        return httpreply::brokenRule(call.requestId, "expired", "boolean");
    query.expired = expired == "true";
    const auto order = contractfilter::orderOf(query.parameters.value("sort", "ticker"));
    if (!order)
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    query.order = *order;
    const std::optional<bool> isAscending = ascending(query.parameters, "order", true);
    if (!isAscending)
        return httpreply::brokenRule(call.requestId, "order", "oneof");
    query.ascending = *isAscending;
    std::string_view rule;
    const std::optional<int> rows = limit(query.parameters, defaultRows, maxRows, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    query.limit = static_cast<std::size_t>(*rows);
    return std::nullopt;
}

/// Underlyings go by their bare names here: "I:SPX" finds nothing.
bool admits(const QueryParameters &query, const ServedChain &chain)
{
    const auto holds = [&](std::string_view key, auto compare) {
        const std::string_view bound = query.value(key);
        return bound.empty() || compare(chain.reference, text(bound));
    };
    return holds("underlying_ticker", std::equal_to<>())
        && holds("underlying_ticker.gt", std::greater<>())
        && holds("underlying_ticker.gte", std::greater_equal<>())
        && holds("underlying_ticker.lt", std::less<>())
        && holds("underlying_ticker.lte", std::less_equal<>());
}

/// One row more than the page holds tells that there is another page. Only in the order of symbols
/// can the search stop there.
std::vector<ServedContract> matching(const EndpointCall &call, const OptionsSource &options,
                                     const ListQuery &query)
{
    const bool isInOrder = query.order == contractfilter::Order::Ticker && query.ascending;
    const std::size_t enough = query.offset + query.limit + 1;
    const std::string_view symbol = query.parameters.value("ticker");
    const int only = symbol.empty() ? -1 : call.source.indexOf(text(symbol));
    std::vector<ServedContract> rows;
    for (std::size_t chain = 0; chain < options.chains().size(); ++chain) {
        if (!admits(query.parameters, options.chains()[chain]))
            continue;
        ContractSpan span;
        span.chain = static_cast<int>(chain);
        span.listedBy = query.asOf;
        span.from = query.expired ? QDate(1900, 1, 1) : query.asOf;
        span.to = query.expired ? query.asOf.addDays(-1) : QDate(2200, 1, 1);
        options.forEach(query.filter.narrowed(span), [&](const ServedContract &contract) {
            if (query.filter.admits(contract) && (symbol.empty() || contract.id == only))
                rows.push_back(contract);
            return !isInOrder || rows.size() < enough;
        });
    }
    contractfilter::sort(rows, query.order, query.ascending);
    return rows;
}

/// ISO 10962: an option on a stock, delivered, or on an index, settled in cash; standardised.
std::string cfiOf(const ServedChain &chain, OptionRight right)
{
    std::string cfi = "O";
    cfi += right == OptionRight::Call ? 'C' : 'P';
    cfi += chain.isEuropean ? 'E' : 'A';
    cfi += chain.isIndex ? "IC" : "SP";
    return cfi + 'S';
}

void writeContract(JsonWriter &json, const EndpointCall &call, const OptionsSource &options,
                   const ServedContract &contract)
{
    const ServedChain &chain = options.chains()[static_cast<std::size_t>(contract.chain)];
    json.text("cfi", cfiOf(chain, contract.right));
    json.text("contract_type", contract.right == OptionRight::Call ? "call" : "put");
    json.text("exercise_style", chain.isEuropean ? "european" : "american");
    json.text("expiration_date", contract.expiration.toString(Qt::ISODate));
    json.text("primary_exchange", chain.primaryExchange);
    json.integer("shares_per_contract", chain.sharesPerContract);
    json.price("strike_price", contract.strike);
    json.text("ticker", call.source.instrument(contract.id).symbol);
    json.text("underlying_ticker", chain.reference);
}

} // namespace

HttpReply contractendpoints::list(const EndpointCall &call)
{
    ListQuery query;
    if (auto refused = readQuery(call, query))
        return *refused;
    std::vector<ServedContract> rows;
    const OptionsSource *options = call.source.options();
    if (options)
        rows = matching(call, *options, query);
    const std::size_t first = std::min(query.offset, rows.size());
    const std::size_t last = std::min(first + query.limit, rows.size());

    HttpReply reply;
    reply.body.reserve((last - first) * 260 + 400);
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginArray("results");
    for (std::size_t i = first; i < last; ++i) {
        json.beginObject();
        writeContract(json, call, *options, rows[i]);
        json.endObject();
    }
    json.endArray();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    if (last < rows.size())
        json.text("next_url", listpages::nextAddress(call, query.parameters, carried, last));
    json.endObject();
    return reply;
}

HttpReply contractendpoints::one(const EndpointCall &call)
{
    const std::optional<QDate> asOf = asOfDate(call, call.query);
    if (!asOf)
        return httpreply::badTime(call.requestId, "as_of");
    const OptionsSource *options = call.source.options();
    const std::optional<ServedContract> contract
        = options ? options->contract(call.instrument(0)) : std::nullopt;
    if (!contract || call.source.instrument(contract->id).listed > *asOf)
        return httpreply::notFound(call.requestId, "Option Ticker not found.");

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginObject("results");
    writeContract(json, call, *options, *contract);
    json.endObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.endObject();
    return reply;
}

} // namespace tapeline
