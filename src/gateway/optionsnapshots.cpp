#include "optionsnapshots.h"

#include "contractfilter.h"
#include "easterntime.h"
#include "listpages.h"

#include <algorithm>

namespace tapeline {

namespace {

using namespace endpointcall;

constexpr int defaultRows = 10;
constexpr int maxRows = 250;
constexpr int averageDecimals = 4;
constexpr int greekDecimals = 10;
constexpr int percentDecimals = 6;

constexpr auto carried = [] {
    std::array<std::string_view, ContractFilter::keys.size() + 3> keys { "sort", "order", "limit" };
    std::copy(ContractFilter::keys.begin(), ContractFilter::keys.end(), keys.begin() + 3);
    return keys;
}();

/// The price of the underlying as the key may see it.
struct UnderlyingPrice
{
    Price price;
    Timestamp time;
    bool delayed = false;
};

/// Everything a snapshot says of one contract.
struct Row
{
    ServedContract contract;
    std::optional<ServedDay> day;
    std::optional<Trade> trade;
    std::optional<Quote> quote;
    std::optional<ServedGreeks> greeks;
    std::optional<Price> previousClose; ///< of the last day with trades before
    qint64 openInterest = 0;
    Price breakEven;
};

/// The session shown: the newest that the plan has seen begin; before 03:30 Eastern the one before.
QDate shownDate(const EndpointCall &call)
{
    const QDate today = easterntime::date(call.view.asOf);
    const MarketCalendar &calendar = call.source.calendar();
    if (calendar.isTradingDay(today) && easterntime::timeOfDay(call.view.asOf) >= 3h + 30min)
        return today;
    return calendar.previousTradingDay(today);
}

Price midpointOf(const Quote &quote)
{
    return Price::fromUnits((quote.bid.units() + quote.ask.units()) / 2);
}

Row readRow(const EndpointCall &call, const ServedContract &contract, QDate date)
{
    const OptionsSource &options = *call.source.options();
    const Timestamp asOf = call.view.asOf;
    Row row;
    row.contract = contract;
    row.day = call.source.day(contract.id, date, asOf);
    row.trade = call.source.lastTrade(contract.id, asOf);
    row.quote = call.source.lastQuote(contract.id, asOf);
    row.greeks = options.greeks(contract.id, asOf);
    row.openInterest = options.openInterest(contract.id, date);
    if (const auto before = call.source.lastTrade(contract.id, easterntime::at(date)))
        row.previousClose = before->price;
    const Price premium = row.quote ? midpointOf(*row.quote)
        : row.trade                 ? row.trade->price
                                    : Price();
    row.breakEven = contract.right == OptionRight::Call ? contract.strike + premium
                                                        : contract.strike - premium;
    return row;
}

std::optional<UnderlyingPrice> underlyingPrice(const EndpointCall &call, const ServedChain &chain)
{
    const AssetClass assetClass = chain.isIndex ? AssetClass::Indices : AssetClass::Stocks;
    const int id = call.source.indexOf(chain.symbol);
    if (id < 0 || !entitlements::allows(call.grant, assetClass, ServedData::Snapshots))
        return std::nullopt;
    const DataView view
        = entitlements::viewOf(entitlements::planFor(call.grant, assetClass), assetClass,
                               call.source.now(), call.source.calendar());
    if (chain.isIndex) {
        const std::optional<IndexValue> value = call.source.lastValue(id, view.asOf);
        if (value)
            return UnderlyingPrice { value->value, value->time, view.delayed };
    } else if (const std::optional<Trade> trade = call.source.lastTrade(id, view.asOf)) {
        return UnderlyingPrice { trade->price, trade->time, view.delayed };
    }
    return std::nullopt;
}

std::string_view timeframe(bool delayed)
{
    return delayed ? "DELAYED" : "REAL-TIME";
}

void writeChange(JsonWriter &json, const Row &row)
{
    if (!row.previousClose)
        return;
    json.price("previous_close", *row.previousClose);
    const Price change = row.day->candle.close - *row.previousClose;
    json.price("change", change);
    json.real("change_percent", change.toDouble() / row.previousClose->toDouble() * 100,
              percentDecimals);
}

/// Empty when the contract has not been traded today.
void writeDay(JsonWriter &json, const Row &row)
{
    json.beginObject("day");
    if (row.day) {
        const Candle &candle = row.day->candle;
        writeChange(json, row);
        json.price("close", candle.close);
        json.price("high", candle.high);
        json.integer("last_updated", toNs(candle.start));
        json.price("low", candle.low);
        json.price("open", candle.open);
        json.wholeShares("volume", candle.volume);
        json.real("vwap", candle.vwap, averageDecimals);
    }
    json.endObject();
}

void writeDetails(JsonWriter &json, const EndpointCall &call, const ServedChain &chain,
                  const ServedContract &contract, bool withTicker)
{
    json.beginObject("details");
    json.text("contract_type", contract.right == OptionRight::Call ? "call" : "put");
    json.text("exercise_style", chain.isEuropean ? "european" : "american");
    json.text("expiration_date", contract.expiration.toString(Qt::ISODate));
    json.integer("shares_per_contract", chain.sharesPerContract);
    json.price("strike_price", contract.strike);
    if (withTicker)
        json.text("ticker", call.source.instrument(contract.id).symbol);
    json.endObject();
}

void writeGreeks(JsonWriter &json, const Row &row)
{
    if (!row.greeks)
        return;
    json.beginObject("greeks");
    json.real("delta", row.greeks->delta, greekDecimals);
    json.real("gamma", row.greeks->gamma, greekDecimals);
    json.real("theta", row.greeks->theta, greekDecimals);
    json.real("vega", row.greeks->vega, greekDecimals);
    json.endObject();
    json.real("implied_volatility", row.greeks->impliedVolatility, greekDecimals);
}

void writeQuote(JsonWriter &json, const Quote &quote, bool delayed)
{
    json.beginObject("last_quote");
    json.price("ask", quote.ask);
    json.integer("ask_exchange", quote.askExchange);
    json.wholeShares("ask_size", quote.askSize);
    json.price("bid", quote.bid);
    json.integer("bid_exchange", quote.bidExchange);
    json.wholeShares("bid_size", quote.bidSize);
    json.integer("last_updated", toNs(quote.time));
    json.price("midpoint", midpointOf(quote));
    json.text("timeframe", timeframe(delayed));
    json.endObject();
}

void writeTrade(JsonWriter &json, const Trade &trade, bool delayed)
{
    json.beginObject("last_trade");
    json.beginArray("conditions");
    for (const quint16 id : trade.conditions.ids())
        json.integer({}, id);
    json.endArray();
    json.integer("exchange", trade.exchange);
    json.price("price", trade.price);
    json.integer("sip_timestamp", toNs(trade.time));
    json.wholeShares("size", trade.size);
    json.text("timeframe", timeframe(delayed));
    json.endObject();
}

void writeUnderlying(JsonWriter &json, const ServedChain &chain, const Row &row,
                     const std::optional<UnderlyingPrice> &underlying)
{
    json.beginObject("underlying_asset");
    if (underlying) {
        json.price("change_to_break_even", row.breakEven - underlying->price);
        json.integer("last_updated", toNs(underlying->time));
        json.price(chain.isIndex ? "value" : "price", underlying->price);
    }
    json.text("ticker", chain.symbol);
    if (underlying)
        json.text("timeframe", timeframe(underlying->delayed));
    json.endObject();
}

/// What rows of both kinds have, but for their day.
void writeFigures(JsonWriter &json, const EndpointCall &call, const Row &row,
                  const std::optional<UnderlyingPrice> &underlying, bool withTicker)
{
    const ServedChain &chain
        = call.source.options()->chains()[static_cast<std::size_t>(row.contract.chain)];
    json.price("break_even_price", row.breakEven);
    writeDetails(json, call, chain, row.contract, withTicker);
    writeGreeks(json, row);
    if (row.quote && call.allows(ServedData::Quotes))
        writeQuote(json, *row.quote, call.view.delayed);
    if (row.trade && call.allows(ServedData::Trades))
        writeTrade(json, *row.trade, call.view.delayed);
    json.integer("open_interest", row.openInterest);
    writeUnderlying(json, chain, row, underlying);
}

/// One chain request: its parameters, as asked or as the cursor carries them.
struct ChainQuery
{
    QueryParameters parameters;
    ContractFilter filter;
    contractfilter::Order order = contractfilter::Order::Ticker;
    bool ascending = true;
    std::size_t limit = defaultRows;
    std::size_t offset = 0;
};

std::optional<HttpReply> readQuery(const EndpointCall &call, ChainQuery &query)
{
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    query.parameters = position->filters;
    query.offset = position->offset;
    if (auto refused = contractfilter::read(call, query.parameters, query.filter))
        return refused;
    const auto order = contractfilter::orderOf(query.parameters.value("sort", "ticker"));
    if (!order || *order == contractfilter::Order::Underlying)
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

/// The chain that an underlying has, or -1: a stock by its symbol, an index with its prefix.
int chainOf(const OptionsSource *options, const QString &underlying)
{
    if (!options)
        return -1;
    const std::vector<ServedChain> &chains = options->chains();
    const auto found = std::find_if(chains.begin(), chains.end(), [&](const ServedChain &chain) {
        return chain.symbol == underlying;
    });
    return found == chains.end() ? -1 : static_cast<int>(found - chains.begin());
}

std::vector<ServedContract> matching(const EndpointCall &call, const ChainQuery &query, int chain)
{
    std::vector<ServedContract> rows;
    const QDate today = easterntime::date(call.view.asOf);
    const ContractSpan span { chain, today, QDate(2200, 1, 1), today };
    call.source.options()->forEach(query.filter.narrowed(span),
                                   [&](const ServedContract &contract) {
                                       if (query.filter.admits(contract))
                                           rows.push_back(contract);
                                       return true;
                                   });
    contractfilter::sort(rows, query.order, query.ascending);
    return rows;
}

} // namespace

HttpReply optionsnapshots::chain(const EndpointCall &call)
{
    ChainQuery query;
    if (auto refused = readQuery(call, query))
        return *refused;
    const int chain = chainOf(call.source.options(), call.arguments[0]);
    std::vector<ServedContract> rows;
    std::optional<UnderlyingPrice> underlying;
    if (chain >= 0) {
        rows = matching(call, query, chain);
        underlying = underlyingPrice(
            call, call.source.options()->chains()[static_cast<std::size_t>(chain)]);
    }
    const std::size_t first = std::min(query.offset, rows.size());
    const std::size_t last = std::min(first + query.limit, rows.size());
    const QDate date = shownDate(call);

    HttpReply reply;
    reply.body.reserve((last - first) * 1'100 + 400);
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("request_id", call.requestId);
    json.beginArray("results");
    for (std::size_t i = first; i < last; ++i) {
        const Row row = readRow(call, rows[i], date);
        json.beginObject();
        writeDay(json, row);
        writeFigures(json, call, row, underlying, true);
        json.endObject();
    }
    json.endArray();
    json.text("status", "OK");
    if (last < rows.size())
        json.text("next_url", listpages::nextAddress(call, query.parameters, carried, last));
    json.endObject();
    return reply;
}

HttpReply optionsnapshots::one(const EndpointCall &call)
{
    const OptionsSource *options = call.source.options();
    const int chain = chainOf(options, call.arguments[0]);
    const std::optional<ServedContract> contract
        = options ? options->contract(call.instrument(1)) : std::nullopt;
    if (!contract || contract->chain != chain
        || !isListed(call.source.instrument(contract->id), call.view.asOf))
        return httpreply::notFound(call.requestId, "Option Ticker not found.");

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("request_id", call.requestId);
    json.beginObject("results");
    const Row row = readRow(call, *contract, shownDate(call));
    writeDay(json, row);
    writeFigures(json, call, row,
                 underlyingPrice(call, options->chains()[static_cast<std::size_t>(chain)]), true);
    json.endObject();
    json.text("status", "OK");
    json.endObject();
    return reply;
}

bool optionsnapshots::isListed(const ServedInstrument &contract, Timestamp asOf)
{
    const QDate date = easterntime::date(asOf);
    return contract.listed <= date && date <= contract.lastTrade;
}

void optionsnapshots::writeUniversal(JsonWriter &json, const EndpointCall &call,
                                     const ServedContract &contract)
{
    const ServedChain &chain
        = call.source.options()->chains()[static_cast<std::size_t>(contract.chain)];
    const Row row = readRow(call, contract, shownDate(call));
    writeFigures(json, call, row, underlyingPrice(call, chain), false);
    json.beginObject("session");
    if (row.day) {
        const Candle &candle = row.day->candle;
        writeChange(json, row);
        json.price("close", candle.close);
        json.price("high", candle.high);
        json.price("low", candle.low);
        json.price("open", candle.open);
        json.wholeShares("volume", candle.volume);
    }
    json.endObject();
}

} // namespace tapeline
