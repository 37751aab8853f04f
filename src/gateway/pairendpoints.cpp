#include "pairendpoints.h"

#include "markethours.h"

#include <QLatin1String>

#include <cmath>

namespace tapeline {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace endpointcall;

constexpr std::size_t shownTrades = 5; // at each end of a day
constexpr int mostDecimals = 4; // of a conversion

/// The id of a pair by the path's first two segments, or -1.
int pairOf(const EndpointCall &call, QLatin1String prefix, bool isReverse = false)
{
    const QString from = call.arguments[isReverse ? 1 : 0].toUpper();
    const QString to = call.arguments[isReverse ? 0 : 1].toUpper();
    return call.source.indexOf(QString(prefix + from + to));
}

QString nameOf(const EndpointCall &call, QChar separator, bool isReverse = false)
{
    const QString from = call.arguments[isReverse ? 1 : 0].toUpper();
    const QString to = call.arguments[isReverse ? 0 : 1].toUpper();
    return from + separator + to;
}

void writeConditions(JsonWriter &json, std::string_view key, const TradeConditions &conditions)
{
    json.beginArray(key);
    for (const quint16 id : conditions.ids())
        json.integer({}, id);
    json.endArray();
}

void writeTick(JsonWriter &json, const Trade &trade)
{
    json.beginObject();
    json.quantity("s", trade.size);
    json.price("p", trade.price);
    json.integer("x", trade.exchange);
    json.integer("t", toMs(trade.time));
    writeConditions(json, "c", trade.conditions);
    json.text("i", trade.id.view());
    json.endObject();
}

/// Trades of a stretch in order.
std::vector<Trade> tradesOf(const EndpointCall &call, int pair, Timestamp from, Timestamp to)
{
    std::vector<MarketEvent> events;
    call.source.events(pair, from, to, events);
    std::vector<Trade> trades;
    for (const MarketEvent &event : events)
        if (const Trade *trade = std::get_if<Trade>(&event))
            trades.push_back(*trade);
    return trades;
}

void writeLastQuote(JsonWriter &json, const Quote &quote)
{
    json.beginObject("last");
    json.price("ask", quote.ask);
    json.price("bid", quote.bid);
    json.integer("exchange", quote.bidExchange);
    json.integer("timestamp", toMs(quote.time));
    json.endObject();
}

void writeSuccess(JsonWriter &json, const EndpointCall &call, const QString &symbol)
{
    json.text("request_id", call.requestId);
    json.text("status", "success");
    json.text("symbol", symbol);
}

/// A decimal amount of money; nothing when it is none.
std::optional<double> amountOf(std::string_view text)
{
    bool isNumber = false;
    const double amount
        = QByteArray(text.data(), static_cast<qsizetype>(text.size())).toDouble(&isNumber);
    return isNumber && std::isfinite(amount) && std::abs(amount) < 1e15 ? std::optional(amount)
                                                                        : std::nullopt;
}

} // namespace

HttpReply pairendpoints::cryptoOpenClose(const EndpointCall &call)
{
    const std::optional<QDate> asked = date(call.arguments[2].toStdString());
    if (!asked)
        return httpreply::badTime(call.requestId, "date");
    const Timestamp from = markethours::dayStart(AssetClass::Crypto, *asked);
    const Timestamp to = markethours::dayStart(AssetClass::Crypto, asked->addDays(1));
    if (auto refused = refusedRange(call, from, to))
        return *refused;
    const int pair = pairOf(call, "X:"_L1);
    const std::optional<ServedDay> day
        = pair < 0 ? std::nullopt : call.source.day(pair, *asked, call.view.asOf);
    if (!day)
        return httpreply::notFound(call.requestId, "Data not found.");
    const Timestamp end = std::min(to, call.view.asOf);
    constexpr auto stretch = std::chrono::minutes(2); // holds more than enough
    std::vector<Trade> opening = tradesOf(call, pair, from, std::min(from + stretch, end));
    std::vector<Trade> closing = tradesOf(call, pair, std::max(from, end - stretch), end);
    opening.resize(std::min(opening.size(), shownTrades));

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("symbol", nameOf(call, u'-'));
    json.flag("isUTC", true);
    json.text("day", asked->toString(Qt::ISODate));
    json.price("open", day->candle.open);
    json.price("close", day->candle.close);
    json.beginArray("openTrades");
    for (const Trade &trade : opening)
        writeTick(json, trade);
    json.endArray();
    json.beginArray("closingTrades"); // the newest first
    for (std::size_t i = 0; i < std::min(closing.size(), shownTrades); ++i)
        writeTick(json, closing[closing.size() - 1 - i]);
    json.endArray();
    json.endObject();
    return reply;
}

HttpReply pairendpoints::lastCrypto(const EndpointCall &call)
{
    const int pair = pairOf(call, "X:"_L1);
    const std::optional<Trade> trade
        = pair < 0 ? std::nullopt : call.source.lastTrade(pair, call.view.asOf);
    if (!trade)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginObject("last");
    writeConditions(json, "conditions", trade->conditions);
    json.integer("exchange", trade->exchange);
    json.price("price", trade->price);
    json.quantity("size", trade->size);
    json.integer("timestamp", toMs(trade->time));
    json.endObject();
    writeSuccess(json, call, nameOf(call, u'-'));
    json.endObject();
    return reply;
}

HttpReply pairendpoints::lastCurrency(const EndpointCall &call)
{
    const int pair = pairOf(call, "C:"_L1);
    const std::optional<Quote> quote
        = pair < 0 ? std::nullopt : call.source.lastQuote(pair, call.view.asOf);
    if (!quote)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    writeLastQuote(json, *quote);
    writeSuccess(json, call, nameOf(call, u'/'));
    json.endObject();
    return reply;
}

HttpReply pairendpoints::conversion(const EndpointCall &call)
{
    const std::optional<double> amount = amountOf(call.query.value("amount", "1"));
    if (!amount)
        return httpreply::brokenRule(call.requestId, "amount", "number");
    const std::optional<qint64> precision = wholeNumber(call.query.value("precision", "2"));
    if (!precision || *precision < 0 || *precision > mostDecimals)
        return httpreply::brokenRule(call.requestId, "precision",
                                     precision && *precision > 0 ? "max" : "min");
    const bool isReverse = pairOf(call, "C:"_L1) < 0;
    const int pair = pairOf(call, "C:"_L1, isReverse);
    const std::optional<Quote> quote
        = pair < 0 ? std::nullopt : call.source.lastQuote(pair, call.view.asOf);
    if (!quote)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    // Sold at the bid; with the reverse pair what is wanted is bought at the ask
    const double converted
        = isReverse ? *amount / quote->ask.toDouble() : *amount * quote->bid.toDouble();
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.real("converted", converted, static_cast<int>(*precision));
    json.text("from", call.arguments[0].toUpper());
    json.real("initialAmount", *amount, 8);
    writeLastQuote(json, *quote);
    writeSuccess(json, call, nameOf(call, u'/', isReverse));
    json.text("to", call.arguments[1].toUpper());
    json.endObject();
    return reply;
}

} // namespace tapeline
