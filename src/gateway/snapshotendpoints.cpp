#include "snapshotendpoints.h"

#include "easterntime.h"
#include "shareadjustment.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr std::size_t moverRows = 20;
constexpr Qty moverVolume = Qty::whole(10'000);
constexpr int averageDecimals = 4;
constexpr int percentDecimals = 6;

/// The whole-market answer leaves out lastTrade.c (massive-api.md 10.10).
enum class Detail : quint8 { Full, WholeMarket };

/// Everything a snapshot row says of one instrument.
struct Row
{
    const ServedInstrument *instrument = nullptr;
    std::optional<ServedDay> day;
    std::optional<ServedDay> previous;
    std::optional<Candle> minute;
    std::optional<Trade> trade;
    std::optional<Quote> quote;
    Price change;
    double changePercent = 0;
};

/// The session shown: snapshots are cleared at 03:30 Eastern of a trading day and then wait for its
/// first prints.
QDate shownDate(const EndpointCall &call)
{
    const QDate today = easterntime::date(call.view.asOf);
    const MarketCalendar &calendar = call.source.calendar();
    if (calendar.isTradingDay(today) && easterntime::timeOfDay(call.view.asOf) >= 3h + 30min)
        return today;
    return calendar.previousTradingDay(today);
}

/// The newest minute bar of the day: looked for nearby first, since most symbols trade every
/// minute.
std::optional<Candle> newestMinute(const EndpointCall &call, int instrument, QDate date)
{
    const Timestamp dayStart = easterntime::at(date);
    Timestamp to = std::min(call.view.asOf, easterntime::at(date.addDays(1)));
    for (Duration reach = 5min; to > dayStart; reach *= 4) {
        const Timestamp from = std::max(dayStart, to - reach);
        const std::vector<Candle> bars = call.source.bars(
            instrument, TimeUnit::Minute, Timeframe().windowStart(from), to, call.view.asOf);
        const auto priced = std::find_if(bars.rbegin(), bars.rend(),
                                         [](const Candle &bar) { return bar.hasPrices; });
        if (priced != bars.rend())
            return *priced;
        to = from;
    }
    return std::nullopt;
}

Row readRow(const EndpointCall &call, int index, QDate date)
{
    const Timestamp asOf = call.view.asOf;
    Row row;
    row.instrument = &call.source.instrument(index);
    row.day = call.source.day(index, date, asOf);
    row.previous = call.source.day(index, call.source.calendar().previousTradingDay(date), asOf);
    if (row.previous)
        row.previous = ShareAdjustment(call.source, index, asOf).adjusted(*row.previous);
    row.trade = call.source.lastTrade(index, asOf);
    if (row.trade && row.trade->time < easterntime::at(date))
        row.trade.reset();
    row.quote = call.source.lastQuote(index, asOf);
    if (row.quote && row.quote->time < easterntime::at(date))
        row.quote.reset();
    if (row.trade)
        row.minute = newestMinute(call, index, date);
    if (row.trade && row.previous && row.previous->candle.hasPrices) {
        const Price base = row.previous->candle.close;
        row.change = row.trade->price - base;
        row.changePercent = base.isZero() ? 0 : row.change.toDouble() / base.toDouble() * 100;
    }
    return row;
}

/// Zeros stand for what has not happened yet.
void writeCandle(JsonWriter &json, const std::optional<Candle> &candle)
{
    const Candle shown = candle && candle->hasPrices ? *candle : Candle();
    json.price("o", shown.open);
    json.price("h", shown.high);
    json.price("l", shown.low);
    json.price("c", shown.close);
    json.quantity("v", shown.volume);
    json.real("vw", shown.vwap, averageDecimals);
}

void writeMinute(JsonWriter &json, const Row &row)
{
    const Qty dayVolume = row.day ? row.day->candle.volume : Qty();
    const Candle bar = row.minute.value_or(Candle());
    json.beginObject("min");
    json.wholeShares("av", dayVolume);
    json.exactText("dav", dayVolume);
    json.integer("t", row.minute ? toMs(bar.start) : 0);
    json.integer("n", bar.tradeCount);
    writeCandle(json, row.minute);
    json.exactText("dv", bar.volume);
    json.endObject();
}

void writeTrade(JsonWriter &json, const Trade &trade, Detail detail)
{
    json.beginObject("lastTrade");
    if (detail == Detail::Full && trade.conditions.isEmpty()) {
        json.null("c");
    } else if (detail == Detail::Full) {
        json.beginArray("c");
        for (const quint16 id : trade.conditions.ids())
            json.integer({}, id);
        json.endArray();
    }
    json.exactText("ds", trade.size);
    json.text("i", trade.id.view());
    json.price("p", trade.price);
    json.wholeShares("s", trade.size);
    json.integer("t", toNs(trade.time));
    json.integer("x", trade.exchange);
    json.endObject();
}

void writeQuote(JsonWriter &json, const Quote &quote)
{
    json.beginObject("lastQuote");
    json.price("P", quote.ask);
    json.quantity("S", quote.askSize);
    json.price("p", quote.bid);
    json.quantity("s", quote.bidSize);
    json.integer("t", toNs(quote.time));
    json.endObject();
}

qint64 updated(const Row &row)
{
    qint64 newest = 0;
    if (row.trade)
        newest = toNs(row.trade->time);
    if (row.quote)
        newest = std::max(newest, toNs(row.quote->time));
    return newest;
}

void writeRow(JsonWriter &json, const EndpointCall &call, const Row &row, Detail detail,
              std::string_view key = {})
{
    json.beginObject(key);
    json.text("ticker", row.instrument->symbol);
    json.real("todaysChangePerc", row.changePercent, percentDecimals);
    json.price("todaysChange", row.change);
    json.integer("updated", updated(row));
    json.beginObject("day");
    writeCandle(json, row.day ? std::optional(row.day->candle) : std::nullopt);
    json.exactText("dv", row.day && row.day->candle.hasPrices ? row.day->candle.volume : Qty());
    json.endObject();
    if (row.quote && call.allows(ServedData::Quotes))
        writeQuote(json, *row.quote);
    if (row.trade && call.allows(ServedData::Trades))
        writeTrade(json, *row.trade, detail);
    writeMinute(json, row);
    json.beginObject("prevDay");
    writeCandle(json, row.previous ? std::optional(row.previous->candle) : std::nullopt);
    json.endObject();
    json.endObject();
}

/// The instruments asked for, in the order of the list; unknown symbols are left out silently.
std::vector<int> askedInstruments(const EndpointCall &call)
{
    std::vector<int> found;
    const std::string_view wanted = call.query.value("tickers");
    if (wanted.empty())
        return call.source.listed(AssetClass::Stocks, call.view.asOf);
    const QString list = QString::fromUtf8(wanted.data(), static_cast<qsizetype>(wanted.size()));
    for (const QStringView symbol : QStringView(list).split(u',', Qt::SkipEmptyParts)) {
        const int index = call.source.indexOf(symbol);
        if (index >= 0 && call.source.instrument(index).assetClass == AssetClass::Stocks
            && std::find(found.begin(), found.end(), index) == found.end())
            found.push_back(index);
    }
    return found;
}

HttpReply movers(const EndpointCall &call, bool up)
{
    const QDate date = shownDate(call);
    std::vector<Row> rows;
    for (const int index : call.source.listed(AssetClass::Stocks, call.view.asOf)) {
        Row row = readRow(call, index, date);
        const bool moved = up ? row.change > Price() : row.change < Price();
        if (moved && row.day && row.day->candle.volume >= moverVolume)
            rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [up](const Row &a, const Row &b) {
        return up ? a.changePercent > b.changePercent : a.changePercent < b.changePercent;
    });
    rows.resize(std::min(rows.size(), moverRows));

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.beginArray("tickers");
    for (const Row &row : rows)
        writeRow(json, call, row, Detail::Full);
    json.endArray();
    json.endObject();
    return reply;
}

} // namespace

HttpReply snapshotendpoints::all(const EndpointCall &call)
{
    const QDate date = shownDate(call);
    const std::vector<int> indices = askedInstruments(call);
    const Detail detail = call.query.value("tickers").empty() ? Detail::WholeMarket : Detail::Full;
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.integer("count", static_cast<qint64>(indices.size()));
    json.beginArray("tickers");
    for (const int index : indices)
        writeRow(json, call, readRow(call, index, date), detail);
    json.endArray();
    json.endObject();
    return reply;
}

HttpReply snapshotendpoints::one(const EndpointCall &call)
{
    const int index = call.instrumentOf(AssetClass::Stocks, 0);
    if (index < 0)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    writeRow(json, call, readRow(call, index, shownDate(call)), Detail::Full, "ticker");
    json.endObject();
    return reply;
}

HttpReply snapshotendpoints::gainers(const EndpointCall &call)
{
    return movers(call, true);
}

HttpReply snapshotendpoints::losers(const EndpointCall &call)
{
    return movers(call, false);
}

} // namespace tapeline
