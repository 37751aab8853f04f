#include "barwindows.h"
#include "futuresendpoints.h"
#include "listfilters.h"
#include "listpages.h"
#include "markethours.h"
#include "requesttime.h"
#include "utcdate.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

using namespace endpointcall;

constexpr int defaultRows = 1'000;
constexpr int maxRows = 50'000;
constexpr int dollarDecimals = 2;

/// A unit of `resolution`, the largest count of it, and what base bars its widest window has.
struct ResolutionUnit
{
    std::string_view name;
    TimeUnit unit;
    int largest;
    int baseBars;
};

constexpr std::array resolutionUnits {
    ResolutionUnit { "sec", TimeUnit::Second, 59, 1 },
    ResolutionUnit { "min", TimeUnit::Minute, 59, 1 },
    ResolutionUnit { "hour", TimeUnit::Hour, 23, 60 },
    ResolutionUnit { "session", TimeUnit::Day, 1, 1 },
    ResolutionUnit { "week", TimeUnit::Week, 4, 7 },
    ResolutionUnit { "month", TimeUnit::Month, 11, 31 },
    ResolutionUnit { "quarter", TimeUnit::Quarter, 3, 92 },
    ResolutionUnit { "year", TimeUnit::Year, 9, 366 },
};

struct FuturesQuery
{
    QueryParameters filters;
    Timeframe frame;
    int baseBars = 1; ///< of the widest window
    requesttime::Range range;
    bool ascending = false;
    std::size_t limit = defaultRows;
};

/// The parameters a cursor carries on; "edge" is its own, where the page ended.
constexpr std::array<std::string_view, 9> carried { "resolution",
                                                    "window_start",
                                                    "window_start.gt",
                                                    "window_start.gte",
                                                    "window_start.lt",
                                                    "window_start.lte",
                                                    "sort",
                                                    "limit",
                                                    "edge" };

/// "15min": a unit and its count; nothing when the service has no such bars.
std::optional<std::pair<const ResolutionUnit *, int>> resolutionOf(std::string_view text)
{
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::optional<qint64> count
        = digits == 0 ? std::optional<qint64>(1) : wholeNumber(text.substr(0, digits));
    const auto unit
        = std::ranges::find(resolutionUnits, text.substr(digits), &ResolutionUnit::name);
    if (unit == resolutionUnits.end() || !count || *count < 1 || *count > unit->largest)
        return std::nullopt;
    return std::pair(&*unit, static_cast<int>(*count));
}

/// A session's `window_start` is no instant of it but midnight UTC of the day before its end; times
/// that were taken from there mean the session.
void meanSessions(QueryParameters &filters)
{
    QueryParameters meant;
    for (const std::string_view key : carried) {
        const std::string_view text = filters.value(key);
        const std::optional<qint64> ns
            = key.starts_with("window_start") ? wholeNumber(text) : std::nullopt;
        if (ns)
            meant.add(key, utcDate(fromNs(*ns)).addDays(1).toString(Qt::ISODate).toStdString());
        else if (!text.empty())
            meant.add(key, text);
    }
    filters = std::move(meant);
}

/// The start of the first window that begins behind what a time stands for.
Timestamp firstWindowBehind(const Timeframe &frame, std::string_view time)
{
    const std::optional<requesttime::Moment> bound
        = requesttime::read(time, requesttime::Count::Nanoseconds, AssetClass::Futures);
    return bound ? frame.nextWindow(frame.windowStart(bound->behind - 1ns, AssetClass::Futures),
                                    AssetClass::Futures)
                 : Timestamp::min();
}

std::optional<HttpReply> readQuery(const EndpointCall &call, FuturesQuery &query)
{
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    query.filters = position->filters;
    const auto resolution = resolutionOf(query.filters.value("resolution", "1session"));
    if (!resolution)
        return httpreply::brokenRule(call.requestId, "resolution", "oneof");
    query.frame = Timeframe(resolution->second, resolution->first->unit);
    // Asked here again: the router does not see what a cursor holds
    if (query.frame.unit() == TimeUnit::Second && !call.allows(ServedData::SecondBars))
        return httpreply::notEntitled(call.requestId, true);
    query.baseBars = resolution->first->baseBars * resolution->second;
    constexpr std::array<std::string_view, 1> sortable { "window_start" };
    const auto order = listfilters::sortKeys(query.filters, "window_start.desc", sortable);
    if (!order)
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    query.ascending = order->front().ascending;
    std::string_view rule;
    const std::optional<int> rows = limit(query.filters, defaultRows, maxRows, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    query.limit = static_cast<std::size_t>(*rows);

    QueryParameters meant = query.filters;
    if (!query.frame.isIntraday())
        meanSessions(meant);
    query.range = { .from = call.view.oldest, .to = call.view.asOf };
    if (auto refused = requesttime::narrow(call, meant, "window_start",
                                           requesttime::Count::Nanoseconds, query.range))
        return refused;
    const Timestamp from
        = query.range.isBounded ? query.range.from : std::min(query.range.to, call.view.asOf);
    if (auto refused = refusedRange(call, from, query.range.to))
        return refused;
    if (const std::string_view text = meant.value("window_start.gt"); !text.empty())
        query.range.from = std::max(query.range.from, firstWindowBehind(query.frame, text));
    if (const auto edge = wholeNumber(query.filters.value("edge")))
        query.range = requesttime::behindEdge(query.range, query.ascending, fromNs(*edge));
    return std::nullopt;
}

/// Up to one bar more than a page, in the order asked.
std::vector<Candle> readBars(const EndpointCall &call, const FuturesQuery &query)
{
    const int instrument = call.instrumentOf(AssetClass::Futures, 0);
    if (instrument < 0)
        return {};
    const ServedInstrument &about = call.source.instrument(instrument);
    const auto window
        = [&](Timestamp time) { return query.frame.windowStart(time, AssetClass::Futures); };
    const Timestamp from
        = std::max(query.range.from, markethours::dayStart(AssetClass::Futures, about.listed));
    const Timestamp to
        = std::min(query.range.to, markethours::dayEnd(AssetClass::Futures, about.lastTrade));
    if (from >= to)
        return {};
    const barwindows::PageRequest request {
        .instrument = instrument,
        .frame = query.frame,
        .assetClass = AssetClass::Futures,
        .from = window(from),
        .to = query.frame.nextWindow(window(to - 1ns), AssetClass::Futures),
        .asOf = call.view.asOf,
        .ascending = query.ascending,
        .limit = static_cast<int>(query.limit + 1) * query.baseBars
    };
    return barwindows::readPage(call.source, request).bars;
}

/// The date of the last session of a bar.
QDate sessionEndDate(const EndpointCall &call, const FuturesQuery &query, const Candle &bar)
{
    if (query.frame.isIntraday() || query.frame.unit() == TimeUnit::Day)
        return markethours::tradingDay(AssetClass::Futures, bar.start);
    const Timestamp end = query.frame.nextWindow(bar.start, AssetClass::Futures);
    QDate date = markethours::tradingDay(AssetClass::Futures, std::min(end, call.view.asOf) - 1ns);
    while (!call.source.calendar().isTradingDay(date))
        date = date.addDays(-1);
    return date;
}

void writeBar(JsonWriter &json, const EndpointCall &call, const FuturesQuery &query,
              const Candle &bar)
{
    const int instrument = call.instrument(0);
    const bool isSession = query.frame == Timeframe(1, TimeUnit::Day);
    const QDate first = markethours::tradingDay(AssetClass::Futures, bar.start);
    const Timestamp midnight(std::chrono::days(first.addDays(-1).toJulianDay() - julianDayOf1970));
    json.beginObject();
    json.price("close", bar.close);
    json.real("dollar_volume", call.source.dollarVolume(instrument, bar), dollarDecimals);
    json.price("high", bar.high);
    json.price("low", bar.low);
    json.price("open", bar.open);
    json.text("session_end_date", sessionEndDate(call, query, bar).toString(Qt::ISODate));
    if (isSession) {
        const auto day = call.source.day(instrument, first, call.view.asOf);
        if (day && !day->settlement.isZero())
            json.price("settlement_price", day->settlement);
    }
    json.text("ticker", call.source.instrument(instrument).symbol);
    json.integer("transactions", bar.tradeCount);
    json.wholeShares("volume", bar.volume);
    json.integer("window_start", toNs(query.frame.isIntraday() ? bar.start : midnight));
    json.endObject();
}

} // namespace

bool futuresendpoints::isSeconds(const QueryParameters &query)
{
    return query.value("resolution").ends_with("sec");
}

HttpReply futuresendpoints::aggs(const EndpointCall &call)
{
    FuturesQuery query;
    if (auto refused = readQuery(call, query))
        return *refused;
    std::vector<Candle> bars = readBars(call, query);
    const bool more = bars.size() > query.limit;
    bars.resize(std::min(bars.size(), query.limit));

    HttpReply reply;
    reply.body.reserve(bars.size() * 230 + 400);
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("request_id", call.requestId);
    json.beginArray("results");
    for (const Candle &bar : bars)
        writeBar(json, call, query, bar);
    json.endArray();
    json.text("status", "OK");
    if (more) {
        const Timestamp last = bars.back().start;
        const Timestamp edge
            = query.ascending ? query.frame.nextWindow(last, AssetClass::Futures) : last;
        QueryParameters filters;
        filters.add("edge", std::to_string(toNs(edge)));
        for (const std::string_view key : carried)
            filters.add(key, query.filters.value(key));
        json.text("next_url", listpages::nextAddress(call, filters, carried, 0));
    }
    json.endObject();
    return reply;
}

} // namespace tapeline
