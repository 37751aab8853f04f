#include "futuresendpoints.h"

#include "exchanges.h"
#include "listfilters.h"
#include "listpages.h"
#include "markethours.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace endpointcall;

/// One row of a list that is not written yet.
struct ContractRow
{
    const ServedInstrument *contract = nullptr;
    const ServedProduct *product = nullptr;
};

const ServedProduct &productOf(const EndpointCall &call, const ServedInstrument &contract)
{
    return call.source.products()[static_cast<std::size_t>(contract.product)];
}

QString isoDate(QDate date)
{
    return date.toString(Qt::ISODate);
}

QString utcText(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC).toString(Qt::ISODate);
}

/// The trading date that a list is as of: `date`, or today. The live service answers without `date`
/// with a row for every day; here it is today's row alone.
std::optional<QDate> asOfDate(const EndpointCall &call, const QueryParameters &filters)
{
    const std::string_view asked = filters.value("date");
    return asked.empty() ? markethours::tradingDay(AssetClass::Futures, call.source.now())
                         : date(asked);
}

/// {"results":[...]} of one page of rows, and its next_url.
template<typename Row, typename Write>
HttpReply page(const EndpointCall &call, const listpages::Position &position,
               std::span<const std::string_view> carried, const std::vector<Row> &rows,
               std::size_t limitRows, Write write)
{
    const std::size_t first = std::min(position.offset, rows.size());
    const std::size_t last = std::min(first + limitRows, rows.size());
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("request_id", call.requestId);
    json.beginArray("results");
    for (std::size_t i = first; i < last; ++i)
        write(json, rows[i]);
    json.endArray();
    json.text("status", "OK");
    if (last < rows.size())
        json.text("next_url", listpages::nextAddress(call, position.filters, carried, last));
    json.endObject();
    return reply;
}

bool isActive(const ServedInstrument &contract, QDate asOf)
{
    return contract.listed <= asOf && asOf <= contract.lastTrade;
}

bool passes(const QueryParameters &filters, const ContractRow &row, QDate asOf)
{
    const std::string_view active = filters.value("active");
    const std::string_view type = filters.value("type");
    const bool isWanted = active.empty() || isActive(*row.contract, asOf) == (active == "true");
    return isWanted && (type.empty() || type == "single")
        && row.contract->listed <= asOf // what is listed later is not known yet
        && listfilters::passes(filters, "product_code", row.product->code)
        && listfilters::passes(filters, "ticker", row.contract->symbol)
        && listfilters::passes(filters, "first_trade_date", isoDate(row.contract->listed))
        && listfilters::passes(filters, "last_trade_date", isoDate(row.contract->lastTrade));
}

void writeContract(JsonWriter &json, const ContractRow &row, QDate asOf)
{
    const ServedInstrument &contract = *row.contract;
    const double tick = row.product->tick.toDouble();
    json.beginObject();
    json.flag("active", isActive(contract, asOf));
    json.text("date", isoDate(asOf));
    json.integer("days_to_maturity", asOf.daysTo(contract.lastTrade));
    json.text("first_trade_date", isoDate(contract.listed));
    json.text("group_code", row.product->code);
    json.text("last_trade_date", isoDate(contract.lastTrade));
    json.integer("max_order_quantity", 3'000);
    json.integer("min_order_quantity", 1);
    json.text("name", contract.name);
    json.text("product_code", row.product->code);
    json.text("settlement_date", isoDate(contract.lastTrade));
    json.real("settlement_tick_size", tick, 10);
    json.real("spread_tick_size", tick, 10);
    json.text("ticker", contract.symbol);
    json.real("trade_tick_size", tick, 10);
    json.text("trading_venue", row.product->venue);
    json.text("type", "single");
    json.endObject();
}

/// An event of one session.
struct ScheduleRow
{
    const ServedProduct *product = nullptr;
    QDate date;
    std::string_view event;
    Timestamp time;
};

/// The session dates that a schedule is about: those asked for, or today's; a year at most.
std::vector<QDate> scheduleDates(const EndpointCall &call, const QueryParameters &filters)
{
    const QDate today = markethours::tradingDay(AssetClass::Futures, call.source.now());
    const auto bound = [&](std::string_view name, QDate fallback) {
        const std::string_view text = filters.value(name);
        return text.empty() ? fallback : date(text).value_or(fallback);
    };
    constexpr std::array<std::string_view, 5> names { "session_end_date", "session_end_date.gt",
                                                      "session_end_date.gte", "session_end_date.lt",
                                                      "session_end_date.lte" };
    const bool isAsked = std::ranges::any_of(
        names, [&](std::string_view name) { return !filters.value(name).empty(); });
    const QDate exact = bound("session_end_date", today);
    const bool isRange = isAsked && filters.value("session_end_date").empty();
    QDate from = isRange ? std::max(bound("session_end_date.gte", QDate(1990, 1, 1)),
                                    bound("session_end_date.gt", QDate(1990, 1, 1)))
                         : exact;
    const QDate to = isRange ? std::min(bound("session_end_date.lte", QDate(2200, 1, 1)),
                                        bound("session_end_date.lt", QDate(2200, 1, 1)))
                             : exact;
    if (from == QDate(1990, 1, 1))
        from = std::min(today, to.addDays(-366));
    std::vector<QDate> dates;
    for (QDate day = from; day <= std::min(to, from.addDays(366)); day = day.addDays(1))
        if (call.source.calendar().isTradingDay(day)
            && listfilters::passes(filters, "session_end_date", isoDate(day)))
            dates.push_back(day);
    return dates;
}

std::vector<const ServedProduct *> askedProducts(const EndpointCall &call,
                                                 const QueryParameters &filters)
{
    std::vector<const ServedProduct *> found;
    for (const ServedProduct &product : call.source.products())
        if (listfilters::passes(filters, "product_code", product.code)
            && listfilters::passes(filters, "trading_venue", product.venue))
            found.push_back(&product);
    return found;
}

} // namespace

HttpReply futureslists::contracts(const EndpointCall &call)
{
    constexpr std::array<std::string_view, 27> carried { "product_code",
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
                                                         "date",
                                                         "active",
                                                         "type",
                                                         "first_trade_date",
                                                         "first_trade_date.gt",
                                                         "first_trade_date.gte",
                                                         "first_trade_date.lt",
                                                         "first_trade_date.lte",
                                                         "last_trade_date",
                                                         "last_trade_date.gt",
                                                         "last_trade_date.gte",
                                                         "last_trade_date.lt",
                                                         "last_trade_date.lte",
                                                         "sort",
                                                         "limit" };
    constexpr std::array<std::string_view, 3> sortable { "date", "product_code", "ticker" };
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    const QueryParameters &filters = position->filters;
    const std::optional<QDate> asOf = asOfDate(call, filters);
    if (!asOf)
        return httpreply::badTime(call.requestId, "date");
    const auto sort = listfilters::sortKeys(filters, "product_code.asc", sortable);
    if (!sort)
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    std::string_view rule;
    const std::optional<int> rows = limit(filters, 100, 1'000, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    std::vector<ContractRow> found;
    for (const ServedInstrument &contract : call.source.instruments()) {
        if (contract.assetClass != AssetClass::Futures)
            continue;
        const ContractRow row { &contract, &productOf(call, contract) };
        if (passes(filters, row, *asOf))
            found.push_back(row);
    }
    std::ranges::stable_sort(found, [&](const ContractRow &a, const ContractRow &b) {
        for (const listfilters::SortKey &key : *sort) {
            const int order = key.field == "ticker" ? a.contract->symbol.compare(b.contract->symbol)
                : key.field == "product_code"       ? a.product->code.compare(b.product->code)
                                                    : 0;
            if (order != 0)
                return key.ascending ? order < 0 : order > 0;
        }
        return false;
    });
    return page(call, *position, carried, found, static_cast<std::size_t>(*rows),
                [&](JsonWriter &json, const ContractRow &row) { writeContract(json, row, *asOf); });
}

HttpReply futureslists::products(const EndpointCall &call)
{
    constexpr std::array<std::string_view, 14> carried { "product_code",
                                                         "product_code.any_of",
                                                         "product_code.gt",
                                                         "product_code.gte",
                                                         "product_code.lt",
                                                         "product_code.lte",
                                                         "name",
                                                         "date",
                                                         "trading_venue",
                                                         "sector",
                                                         "asset_class",
                                                         "asset_sub_class",
                                                         "sort",
                                                         "limit" };
    constexpr std::array<std::string_view, 4> sortable { "date", "product_code", "name",
                                                         "trading_venue" };
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    const QueryParameters &filters = position->filters;
    const std::optional<QDate> asOf = asOfDate(call, filters);
    if (!asOf)
        return httpreply::badTime(call.requestId, "date");
    if (!listfilters::sortKeys(filters, "date.asc", sortable))
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    std::string_view rule;
    const std::optional<int> rows = limit(filters, 100, 50'000, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    std::vector<const ServedProduct *> found;
    for (const ServedProduct *product : askedProducts(call, filters))
        if (listfilters::passes(filters, "name", product->name)
            && listfilters::passes(filters, "sector", product->sector)
            && listfilters::passes(filters, "asset_class", product->assetClass)
            && listfilters::passes(filters, "asset_sub_class", product->assetSubClass))
            found.push_back(product);
    return page(call, *position, carried, found, static_cast<std::size_t>(*rows),
                [&](JsonWriter &json, const ServedProduct *product) {
                    json.beginObject();
                    json.text("asset_class", product->assetClass);
                    json.text("asset_sub_class", product->assetSubClass);
                    json.text("date", isoDate(*asOf));
                    json.text("last_updated", isoDate(*asOf) + "T00:00:00Z"_L1);
                    json.text("name", product->name);
                    json.text("price_quotation", product->priceQuotation);
                    json.text("product_code", product->code);
                    json.text("sector", product->sector);
                    json.text("settlement_currency_code", "USD");
                    json.text("settlement_method", product->settlementMethod);
                    json.text("settlement_type", "settlement_at_expiration");
                    json.text("sub_sector", product->subSector);
                    json.text("trade_currency_code", "USD");
                    json.text("trading_venue", product->venue);
                    json.text("type", "single");
                    json.text("unit_of_measure", product->unitOfMeasure);
                    json.real("unit_of_measure_qty", product->multiplier, 4);
                    json.endObject();
                });
}

HttpReply futureslists::schedules(const EndpointCall &call)
{
    constexpr std::array<std::string_view, 13> carried { "product_code",
                                                         "product_code.any_of",
                                                         "product_code.gt",
                                                         "product_code.gte",
                                                         "product_code.lt",
                                                         "product_code.lte",
                                                         "trading_venue",
                                                         "session_end_date",
                                                         "session_end_date.gt",
                                                         "session_end_date.gte",
                                                         "session_end_date.lt",
                                                         "session_end_date.lte",
                                                         "limit" };
    constexpr Duration preOpen = 15min;
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    std::string_view rule;
    const std::optional<int> rows = limit(position->filters, 10, 1'000, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    std::vector<ScheduleRow> found;
    for (const QDate day : scheduleDates(call, position->filters)) {
        const Timestamp open = markethours::dayStart(AssetClass::Futures, day);
        const Timestamp close = markethours::dayEnd(AssetClass::Futures, day);
        for (const ServedProduct *product : askedProducts(call, position->filters)) {
            found.push_back({ product, day, "pre_open", open - preOpen });
            found.push_back({ product, day, "open", open });
            found.push_back({ product, day, "close", close });
        }
    }
    return page(call, *position, carried, found, static_cast<std::size_t>(*rows),
                [](JsonWriter &json, const ScheduleRow &row) {
                    json.beginObject();
                    json.text("event", row.event);
                    json.text("product_code", row.product->code);
                    json.text("product_name", row.product->name);
                    json.text("session_end_date", isoDate(row.date));
                    json.text("timestamp", utcText(row.time));
                    json.text("trading_venue", row.product->venue);
                    json.endObject();
                });
}

HttpReply futureslists::marketStatus(const EndpointCall &call)
{
    constexpr std::array<std::string_view, 7> carried { "product_code",
                                                        "product_code.any_of",
                                                        "product_code.gt",
                                                        "product_code.gte",
                                                        "product_code.lt",
                                                        "product_code.lte",
                                                        "limit" };
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    std::string_view rule;
    const std::optional<int> rows = limit(position->filters, 10, 99, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    // Open in a session; its hour's break is a pause when the next session follows
    const Timestamp now = call.serverTime;
    const MarketCalendar &calendar = call.source.calendar();
    QDate day = markethours::tradingDay(AssetClass::Futures, now);
    const bool isSession
        = calendar.isTradingDay(day) && now < markethours::dayEnd(AssetClass::Futures, day);
    if (!isSession)
        day = calendar.nextTradingDay(day);
    const bool isPause = !isSession && markethours::dayStart(AssetClass::Futures, day) - now <= 1h;
    const std::string_view event = isSession ? "open" : isPause ? "pause" : "close";
    return page(call, *position, carried, askedProducts(call, position->filters),
                static_cast<std::size_t>(*rows),
                [&](JsonWriter &json, const ServedProduct *product) {
                    json.beginObject();
                    json.text("market_event", event);
                    json.text("name", product->name);
                    json.text("product_code", product->code);
                    json.text("session_end_date", isoDate(day));
                    json.text("timestamp", utcText(now));
                    json.text("trading_venue", product->venue);
                    json.endObject();
                });
}

HttpReply futureslists::exchanges(const EndpointCall &call)
{
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("request_id", call.requestId);
    json.beginArray("results");
    for (const Exchange &exchange : tapeline::exchanges(AssetClass::Futures)) {
        json.beginObject();
        json.text("acronym", exchange.shortName);
        json.text("id", std::to_string(exchange.id));
        json.text("locale", "US");
        json.text("mic", exchange.mic);
        json.text("name", exchange.name);
        json.text("operating_mic", "XCME");
        json.text("type", "exchange");
        json.text("url", "https://www.cmegroup.com");
        json.endObject();
    }
    json.endArray();
    json.text("status", "OK");
    json.endObject();
    return reply;
}

} // namespace tapeline
