#include "barsendpoints.h"

#include "barwindows.h"
#include "markethours.h"
#include "pagecursor.h"
#include "requesttime.h"
#include "shareadjustment.h"
#include "wirebar.h"

namespace tapeline {

namespace {

using namespace endpointcall;

/// The parameters of custom bars, read and checked.
struct BarsQuery
{
    barwindows::PageRequest page;
    bool adjusted = true;
    std::string toText; ///< as it was asked, for the next page's address
};

std::optional<TimeUnit> timespan(QStringView text)
{
    for (int unit = 0; unit <= static_cast<int>(TimeUnit::Year); ++unit) {
        const auto candidate = static_cast<TimeUnit>(unit);
        if (Timeframe(1, candidate).unitName() == text)
            return candidate;
    }
    return std::nullopt;
}

/// One hundred years are enough for a window; more would leave the range of Timestamp.
bool isTooWide(qint64 multiplier, TimeUnit unit)
{
    constexpr auto century = std::chrono::hours(24 * 365 * 100);
    return multiplier > century / Timeframe(1, unit).nominalLength();
}

std::optional<requesttime::Moment> momentOf(const EndpointCall &call, std::size_t argument)
{
    return requesttime::read(call.arguments[argument].toStdString(),
                             requesttime::Count::Milliseconds, call.assetClass);
}

bool adjustedFlag(const EndpointCall &call)
{
    return call.query.value("adjusted", "true") != "false";
}

/// To shares of the newest day the plan can see.
ShareAdjustment adjustmentFor(const EndpointCall &call, int instrument, bool wanted)
{
    return wanted ? ShareAdjustment(call.source, instrument, call.view.asOf) : ShareAdjustment();
}

/// The last fields of every bars answer.
void writeBarsTail(JsonWriter &json, const EndpointCall &call, std::size_t rows)
{
    json.text("status", call.status());
    json.text("request_id", call.requestId);
    json.integer("count", static_cast<qint64>(rows));
}

/// The path without its last two segments: what a bars cursor is bound to, since from and to move.
std::string_view cursorScope(const EndpointCall &call)
{
    std::string_view path = call.path;
    for (int i = 0; i < 2; ++i)
        path = path.substr(0, path.rfind('/'));
    return path;
}

/// sort, limit and adjusted from the query, or from the cursor that carries them.
std::optional<HttpReply> readOptions(const EndpointCall &call, BarsQuery &query)
{
    if (const auto cursor = call.query.find("cursor")) {
        const auto fields = pagecursor::open(cursorScope(call), *cursor);
        if (!fields || fields->size() != 5 || (*fields)[3] != call.arguments[3].toStdString()
            || (*fields)[4] != call.arguments[4].toStdString())
            return unknownCursor(call);
        query.adjusted = (*fields)[0] == "true";
        query.page.ascending = (*fields)[1] == "asc";
        query.page.limit = static_cast<int>(wholeNumber((*fields)[2]).value_or(1));
        return std::nullopt;
    }
    query.adjusted = adjustedFlag(call);
    const std::optional<bool> order = ascending(call.query, "sort", true);
    if (!order)
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    query.page.ascending = *order;
    std::string_view rule;
    const std::optional<int> rows = limit(call.query, 5'000, 50'000, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    query.page.limit = *rows;
    return std::nullopt;
}

/// Reads and checks everything; the refusal when something is wrong.
std::optional<HttpReply> readQuery(const EndpointCall &call, BarsQuery &query)
{
    const std::optional<TimeUnit> unit = timespan(call.arguments[2]);
    if (!unit)
        return httpreply::brokenRule(call.requestId, "timespan", "oneof");
    const std::optional<qint64> multiplier = wholeNumber(call.arguments[1].toStdString());
    if (!multiplier || *multiplier < 1)
        return httpreply::brokenRule(call.requestId, "multiplier", "min");
    if (isTooWide(*multiplier, *unit))
        return httpreply::brokenRule(call.requestId, "multiplier", "max");
    const std::optional<requesttime::Moment> from = momentOf(call, 3);
    if (!from)
        return httpreply::badTime(call.requestId, "from");
    const std::optional<requesttime::Moment> to = momentOf(call, 4);
    if (!to)
        return httpreply::badTime(call.requestId, "to");
    if (to->behind <= from->first)
        return httpreply::badRequest(
            call.requestId, "The parameter 'to' cannot be a time that occurs before 'from'");
    if (auto refused = readOptions(call, query))
        return refused;
    if (auto refused = refusedRange(call, from->first, to->behind))
        return refused;

    query.page.instrument = call.instrument(0);
    query.page.frame = Timeframe(static_cast<int>(*multiplier), *unit);
    query.page.assetClass = call.assetClass;
    query.page.from = query.page.frame.windowStart(from->first, call.assetClass);
    query.page.to = query.page.frame.nextWindow(
        query.page.frame.windowStart(to->behind - 1ns, call.assetClass), call.assetClass);
    query.page.asOf = call.view.asOf;
    query.page.adjustment = adjustmentFor(call, query.page.instrument, query.adjusted);
    query.toText = call.arguments[4].toStdString();
    return std::nullopt;
}

/// Ascending pages move from, descending pages move to (both inclusive); the rest stays as it was
/// asked.
std::string nextAddress(const EndpointCall &call, const BarsQuery &query, Timestamp next)
{
    const std::string from = std::to_string(toMs(query.page.ascending ? next : query.page.from));
    const std::string to = query.page.ascending ? query.toText : std::to_string(toMs(next) - 1);
    const std::string cursor = pagecursor::seal(cursorScope(call),
                                                { query.adjusted ? "true" : "false",
                                                  query.page.ascending ? "asc" : "desc",
                                                  std::to_string(query.page.limit), from, to });
    return call.base + std::string(cursorScope(call)) + '/' + from + '/' + to + "?cursor=" + cursor;
}

/// The day a day's answers are about: nothing when it is none of its class, or the instrument has
/// nothing there.
std::optional<ServedDay> dayOf(const EndpointCall &call, int instrument, QDate date)
{
    if (instrument < 0)
        return std::nullopt;
    const std::optional<ServedDay> day = call.source.day(instrument, date, call.view.asOf);
    if (!day || !day->candle.hasPrices)
        return std::nullopt;
    return adjustmentFor(call, instrument, adjustedFlag(call)).adjusted(*day);
}

/// The newest day of the class before today that has something.
std::optional<ServedDay> dayBefore(const EndpointCall &call, int instrument)
{
    constexpr int longestBreak = 10; // days
    const Timestamp now = call.view.delayed ? call.view.asOf : call.source.now();
    QDate date = markethours::tradingDay(call.assetClass, now);
    for (int back = 0; back < longestBreak; ++back) {
        date = date.addDays(-1);
        if (std::optional<ServedDay> day = dayOf(call, instrument, date))
            return day;
    }
    return std::nullopt;
}

std::optional<HttpReply> refusedDay(const EndpointCall &call, QDate date)
{
    return refusedRange(call, markethours::dayStart(call.assetClass, date),
                        markethours::dayStart(call.assetClass, date.addDays(1)));
}

void writeDay(JsonWriter &json, const EndpointCall &call, const ServedDay &day,
              const QString &symbol)
{
    wirebar::write(json, day.candle, wirebar::dayStamp(day.sessionEnd, call.assetClass),
                   call.assetClass, symbol);
}

} // namespace

HttpReply barsendpoints::customBars(const EndpointCall &call)
{
    BarsQuery query;
    if (auto refused = readQuery(call, query))
        return *refused;
    barwindows::Page page;
    // Futures have endpoints of their own
    if (query.page.instrument >= 0 && call.assetClass != AssetClass::Futures)
        page = barwindows::readPage(call.source, query.page);

    HttpReply reply;
    reply.body.reserve(page.bars.size() * 110 + 400);
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("ticker", call.arguments[0]);
    json.integer("queryCount", page.baseBars);
    json.integer("resultsCount", static_cast<qint64>(page.bars.size()));
    json.flag("adjusted", query.adjusted);
    if (!page.bars.empty()) {
        json.beginArray("results");
        for (const Candle &bar : page.bars)
            wirebar::write(json, bar, bar.start, call.assetClass);
        json.endArray();
    }
    writeBarsTail(json, call, page.bars.size());
    if (page.next)
        json.text("next_url", nextAddress(call, query, *page.next));
    json.endObject();
    return reply;
}

HttpReply barsendpoints::previousDay(const EndpointCall &call)
{
    const std::optional<ServedDay> day = dayBefore(call, call.instrument(0));

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("ticker", call.arguments[0]);
    json.integer("queryCount", day ? 1 : 0);
    json.integer("resultsCount", day ? 1 : 0);
    json.flag("adjusted", adjustedFlag(call));
    if (day) {
        json.beginArray("results");
        writeDay(json, call, *day, call.arguments[0]);
        json.endArray();
    }
    writeBarsTail(json, call, day ? 1 : 0);
    json.endObject();
    return reply;
}

HttpReply barsendpoints::groupedDaily(const EndpointCall &call)
{
    const std::optional<QDate> asked = date(call.arguments[0].toStdString());
    if (!asked)
        return httpreply::badTime(call.requestId, "date");
    if (auto refused = refusedDay(call, *asked))
        return *refused;

    std::string rows;
    JsonWriter row(rows);
    std::size_t count = 0;
    for (const int id : call.source.listed(call.assetClass, call.view.asOf)) {
        if (const auto day = dayOf(call, id, *asked)) {
            writeDay(row, call, *day, call.source.instrument(id).symbol);
            ++count;
        }
    }
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.integer("queryCount", static_cast<qint64>(count));
    json.integer("resultsCount", static_cast<qint64>(count));
    json.flag("adjusted", adjustedFlag(call));
    if (count > 0)
        json.raw("results", '[' + rows + ']');
    writeBarsTail(json, call, count);
    json.endObject();
    return reply;
}

HttpReply barsendpoints::openClose(const EndpointCall &call)
{
    const std::optional<QDate> asked = date(call.arguments[1].toStdString());
    if (!asked)
        return httpreply::badTime(call.requestId, "date");
    if (auto refused = refusedDay(call, *asked))
        return *refused;
    const std::optional<ServedDay> day = dayOf(call, call.instrument(0), *asked);
    if (!day)
        return httpreply::notFound(call.requestId, "Data not found.");

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("status", call.status());
    json.text("from", asked->toString(Qt::ISODate));
    json.text("symbol", call.arguments[0]);
    json.price("open", day->candle.open);
    json.price("high", day->candle.high);
    json.price("low", day->candle.low);
    json.price("close", day->candle.close);
    if (call.assetClass != AssetClass::Indices)
        json.quantity("volume", day->candle.volume);
    if (!day->afterHours.isZero())
        json.price("afterHours", day->afterHours);
    if (!day->preMarket.isZero())
        json.price("preMarket", day->preMarket);
    json.endObject();
    return reply;
}

} // namespace tapeline
