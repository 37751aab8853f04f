#include "indicatorendpoints.h"

#include "barwindows.h"
#include "indicators.h"
#include "listpages.h"
#include "markethours.h"
#include "requesttime.h"
#include "wirebar.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

using namespace endpointcall;

enum class Kind : quint8 { Simple, Exponential, Strength, Convergence };

constexpr int defaultRows = 10;
constexpr int maxRows = 5'000;
constexpr int maxWindow = 1'000;
constexpr int valueDecimals = 10;
const QDate firstDate(2003, 1, 2); // no source of ours is older
/// Averages that remember everything begin this many windows early; what is missing then weighs
/// less than a millionth. Those of RSI forget half as fast: they take the newest with one part of
/// the window, not two.
constexpr int earlyWindows = 8;
constexpr int earlyStrengthWindows = 20;

/// The parameters a cursor carries on; "edge" is its own, where the page ended.
constexpr std::array<std::string_view, 16> carried {
    "timestamp",     "timestamp.gt", "timestamp.gte",     "timestamp.lt",
    "timestamp.lte", "timespan",     "adjusted",          "window",
    "short_window",  "long_window",  "signal_window",     "series_type",
    "order",         "limit",        "expand_underlying", "edge"
};

struct IndicatorQuery
{
    Kind kind = Kind::Simple;
    QueryParameters filters;
    requesttime::Range range;
    Timeframe frame { 1, TimeUnit::Day };
    int window = 50;
    int shortWindow = 12;
    int longWindow = 26;
    int signalWindow = 9;
    std::string_view series = "close";
    bool ascending = false;
    bool isExpanded = false;
    bool adjusted = true;
    std::size_t limit = defaultRows;

    /// Bars before the first value.
    int lookback() const
    {
        return kind == Kind::Convergence ? longWindow + signalWindow : window + 1;
    }
    int warmUp() const
    {
        if (kind == Kind::Simple)
            return window;
        return lookback() * (kind == Kind::Strength ? earlyStrengthWindows : earlyWindows);
    }
};

struct IndicatorRow
{
    Timestamp time;
    double value = 0;
    double signal = 0;
};

/// Base bars of the widest window of a unit.
int basePerWindow(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Hour:
        return 60;
    case TimeUnit::Week:
        return 7;
    case TimeUnit::Month:
        return 31;
    case TimeUnit::Quarter:
        return 92;
    case TimeUnit::Year:
        return 366;
    case TimeUnit::Second:
    case TimeUnit::Minute:
    case TimeUnit::Day:
        return 1;
    }
    return 1;
}

double priceOf(const Candle &bar, std::string_view series)
{
    const Price price = series == "open" ? bar.open
        : series == "high"               ? bar.high
        : series == "low"                ? bar.low
                                         : bar.close;
    return price.toDouble();
}

std::optional<TimeUnit> timespan(std::string_view text)
{
    const QString name = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (int unit = static_cast<int>(TimeUnit::Minute); unit <= static_cast<int>(TimeUnit::Year);
         ++unit)
        if (Timeframe(1, static_cast<TimeUnit>(unit)).unitName() == name)
            return static_cast<TimeUnit>(unit);
    return std::nullopt;
}

std::optional<HttpReply> readWindow(const EndpointCall &call, const QueryParameters &filters,
                                    std::string_view name, int &window)
{
    const std::string_view given = filters.value(name);
    if (given.empty())
        return std::nullopt;
    const std::optional<qint64> number = wholeNumber(given);
    if (!number || *number < 1)
        return httpreply::brokenRule(call.requestId, name, "min");
    if (*number > maxWindow)
        return httpreply::brokenRule(call.requestId, name, "max");
    window = static_cast<int>(*number);
    return std::nullopt;
}

std::optional<HttpReply> readWindows(const EndpointCall &call, IndicatorQuery &query)
{
    query.window = query.kind == Kind::Strength ? 14 : 50;
    for (const auto &[name, window] :
         { std::pair("window", &query.window), std::pair("short_window", &query.shortWindow),
           std::pair("long_window", &query.longWindow),
           std::pair("signal_window", &query.signalWindow) })
        if (auto refused = readWindow(call, query.filters, name, *window))
            return refused;
    if (query.kind == Kind::Convergence && query.shortWindow >= query.longWindow)
        return httpreply::brokenRule(call.requestId, "long_window", "min");
    return std::nullopt;
}

std::optional<HttpReply> readQuery(const EndpointCall &call, IndicatorQuery &query)
{
    const auto position = listpages::read(call, carried);
    if (!position)
        return unknownCursor(call);
    query.filters = position->filters;
    const std::optional<TimeUnit> unit = timespan(query.filters.value("timespan", "day"));
    if (!unit)
        return httpreply::brokenRule(call.requestId, "timespan", "oneof");
    query.frame = Timeframe(1, *unit);
    query.series = query.filters.value("series_type", "close");
    constexpr std::array series { "open", "high", "low", "close" };
    if (std::ranges::find(series, query.series) == series.end())
        return httpreply::brokenRule(call.requestId, "series_type", "oneof");
    const std::optional<bool> order = ascending(query.filters, "order", false);
    if (!order)
        return httpreply::brokenRule(call.requestId, "order", "oneof");
    query.ascending = *order;
    query.adjusted = query.filters.value("adjusted", "true") != "false";
    query.isExpanded = query.filters.value("expand_underlying") == "true";
    std::string_view rule;
    const std::optional<int> rows = limit(query.filters, defaultRows, maxRows, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    query.limit = static_cast<std::size_t>(*rows);
    if (auto refused = readWindows(call, query))
        return refused;
    query.range = { .from = call.view.oldest, .to = call.view.asOf };
    if (auto refused = requesttime::narrow(call, query.filters, "timestamp",
                                           requesttime::Count::Milliseconds, query.range))
        return refused;
    const Timestamp from
        = query.range.isBounded ? query.range.from : std::min(query.range.to, call.view.asOf);
    if (auto refused = refusedRange(call, from, query.range.to))
        return refused;
    // Where the pages before ended
    if (const auto edge = wholeNumber(query.filters.value("edge")))
        query.range = requesttime::behindEdge(query.range, query.ascending, fromMs(*edge));
    return std::nullopt;
}

/// Bars of a stretch, ascending: as many as asked, from its beginning or from its end.
std::vector<Candle> barsOf(const EndpointCall &call, const IndicatorQuery &query, Timestamp from,
                           Timestamp to, std::size_t count, bool fromBeginning)
{
    const auto wanted = static_cast<int>(count) * basePerWindow(query.frame.unit());
    if (from >= to)
        return {};
    const auto window
        = [&](Timestamp time) { return query.frame.windowStart(time, call.assetClass); };
    barwindows::PageRequest request { .instrument = call.instrument(0),
                                      .frame = query.frame,
                                      .assetClass = call.assetClass,
                                      .from = window(from),
                                      .to
                                      = query.frame.nextWindow(window(to - 1ns), call.assetClass),
                                      .asOf = call.view.asOf,
                                      .ascending = fromBeginning,
                                      .limit = wanted };
    if (request.instrument < 0 || call.assetClass == AssetClass::Futures)
        return {};
    if (query.adjusted)
        request.adjustment = ShareAdjustment(call.source, request.instrument, call.view.asOf);
    std::vector<Candle> bars = barwindows::readPage(call.source, request).bars;
    if (!fromBeginning)
        std::reverse(bars.begin(), bars.end());
    return bars;
}

/// The bars whose values are wanted, and enough before them.
std::vector<Candle> neededBars(const EndpointCall &call, const IndicatorQuery &query)
{
    const auto warmUp = static_cast<std::size_t>(query.warmUp());
    const auto oldest
        = std::max(call.view.oldest, markethours::dayStart(call.assetClass, firstDate));
    if (!query.ascending)
        return barsOf(call, query, oldest, query.range.to, query.limit + 1 + warmUp, false);
    const Timestamp from
        = query.frame.windowStart(std::max(query.range.from, oldest), call.assetClass);
    std::vector<Candle> bars = barsOf(call, query, oldest, from, warmUp, false);
    const std::vector<Candle> rest
        = barsOf(call, query, from, query.range.to, query.limit + 1, true);
    bars.insert(bars.end(), rest.begin(), rest.end());
    return bars;
}

std::vector<IndicatorRow> valuesOf(const IndicatorQuery &query, const std::vector<Candle> &bars)
{
    std::vector<double> prices;
    for (const Candle &bar : bars)
        prices.push_back(priceOf(bar, query.series));
    indicators::Convergence lines;
    switch (query.kind) {
    case Kind::Simple:
        lines.value = indicators::simpleAverage(prices, query.window);
        break;
    case Kind::Exponential:
        lines.value = indicators::exponentialAverage(prices, query.window);
        break;
    case Kind::Strength:
        lines.value = indicators::relativeStrength(prices, query.window);
        break;
    case Kind::Convergence:
        lines = indicators::convergence(prices, query.shortWindow, query.longWindow,
                                        query.signalWindow);
        break;
    }
    std::vector<IndicatorRow> rows;
    const std::size_t late = bars.size() - lines.value.size();
    for (std::size_t i = 0; i < lines.value.size(); ++i) {
        const Timestamp time = bars[late + i].start;
        if (time >= query.range.from && time < query.range.to)
            rows.push_back({ time, lines.value[i], i < lines.signal.size() ? lines.signal[i] : 0 });
    }
    if (!query.ascending)
        std::reverse(rows.begin(), rows.end());
    return rows;
}

void writeUnderlying(JsonWriter &json, const EndpointCall &call, const IndicatorQuery &query,
                     const std::vector<Candle> &bars)
{
    const Timestamp from = bars.empty() ? query.range.to : bars.front().start;
    json.beginObject("underlying");
    if (query.isExpanded) {
        json.beginArray("aggregates");
        for (const Candle &bar : bars)
            wirebar::write(json, bar, bar.start, call.assetClass);
        json.endArray();
    }
    json.text("url",
              call.base + "/v2/aggs/ticker/" + call.arguments[0].toStdString() + "/range/1/"
                  + query.frame.unitName().toStdString() + '/' + std::to_string(toMs(from)) + '/'
                  + std::to_string(toMs(query.range.to - 1ns))
                  + "?adjusted=" + (query.adjusted ? "true" : "false")
                  + "&limit=" + std::to_string(bars.size() + 1) + "&sort=asc");
    json.endObject();
}

HttpReply answer(const EndpointCall &call, Kind kind)
{
    IndicatorQuery query;
    query.kind = kind;
    if (auto refused = readQuery(call, query))
        return *refused;
    const std::vector<Candle> bars = neededBars(call, query);
    std::vector<IndicatorRow> rows = valuesOf(query, bars);
    const bool more = rows.size() > query.limit;
    rows.resize(std::min(rows.size(), query.limit));

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginObject("results");
    writeUnderlying(json, call, query, bars);
    json.beginArray("values");
    for (const IndicatorRow &row : rows) {
        json.beginObject();
        json.integer("timestamp", toMs(row.time));
        json.real("value", row.value, valueDecimals);
        if (kind == Kind::Convergence) {
            json.real("signal", row.signal, valueDecimals);
            json.real("histogram", row.value - row.signal, valueDecimals);
        }
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.text("status", call.status());
    json.text("request_id", call.requestId);
    if (more) {
        const Timestamp last = rows.back().time;
        const Timestamp edge
            = query.ascending ? query.frame.nextWindow(last, call.assetClass) : last;
        QueryParameters filters;
        filters.add("edge", std::to_string(toMs(edge)));
        for (const std::string_view key : carried)
            filters.add(key, query.filters.value(key));
        json.text("next_url", listpages::nextAddress(call, filters, carried, 0));
    }
    json.endObject();
    return reply;
}

} // namespace

HttpReply indicatorendpoints::sma(const EndpointCall &call)
{
    return answer(call, Kind::Simple);
}

HttpReply indicatorendpoints::ema(const EndpointCall &call)
{
    return answer(call, Kind::Exponential);
}

HttpReply indicatorendpoints::rsi(const EndpointCall &call)
{
    return answer(call, Kind::Strength);
}

HttpReply indicatorendpoints::macd(const EndpointCall &call)
{
    return answer(call, Kind::Convergence);
}

} // namespace tapeline
