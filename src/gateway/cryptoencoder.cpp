#include "cryptoencoder.h"

#include "jsonwriter.h"

namespace tapeline {

namespace {

constexpr int averageDecimals = 4;
constexpr int sizeDecimals = 8;

/// How long the way from a venue to the service takes.
constexpr auto onTheWay = std::chrono::milliseconds(13);

void writeTimes(JsonWriter &json, Timestamp time)
{
    json.integer("t", toMs(time));
    json.integer("r", toMs(time + onTheWay));
}

void writeSide(JsonWriter &json, std::string_view key, const std::vector<BookLevel> &levels)
{
    json.beginArray(key);
    for (const BookLevel &level : levels) {
        json.beginArray();
        json.price({}, level.price);
        json.quantity({}, level.size);
        json.endArray();
    }
    json.endArray();
}

} // namespace

void cryptoencoder::append(std::string &out, std::string_view pair, const Trade &trade)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "XT");
    json.text("pair", pair);
    json.price("p", trade.price);
    json.quantity("s", trade.size);
    if (!trade.conditions.isEmpty()) {
        json.beginArray("c");
        for (const quint16 id : trade.conditions.ids())
            json.integer({}, id);
        json.endArray();
    }
    json.text("i", trade.id.view());
    json.integer("x", trade.exchange);
    writeTimes(json, trade.time);
    json.endObject();
}

void cryptoencoder::append(std::string &out, std::string_view pair, const Quote &quote)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "XQ");
    json.text("pair", pair);
    json.price("bp", quote.bid);
    json.quantity("bs", quote.bidSize);
    json.price("ap", quote.ask);
    json.quantity("as", quote.askSize);
    json.integer("x", quote.bidExchange);
    writeTimes(json, quote.time);
    json.endObject();
}

void cryptoencoder::append(std::string &out, std::string_view pair, const DepthUpdate &book)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "XL2");
    json.text("pair", pair);
    writeSide(json, "b", book.bids);
    writeSide(json, "a", book.asks);
    json.integer("x", book.exchange);
    writeTimes(json, book.time);
    json.endObject();
}

void cryptoencoder::append(std::string &out, std::string_view pair, std::string_view channel,
                           const StreamBar &bar)
{
    const Candle &candle = bar.candle;
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", channel);
    json.text("pair", pair);
    json.quantity("v", candle.volume);
    json.real("vw", candle.vwap, averageDecimals);
    if (candle.tradeCount > 0)
        json.real("z", candle.volume.toDouble() / static_cast<double>(candle.tradeCount),
                  sizeDecimals);
    json.price("o", candle.open);
    json.price("c", candle.close);
    json.price("h", candle.high);
    json.price("l", candle.low);
    json.integer("s", toMs(candle.start));
    json.integer("e", toMs(bar.end));
    json.endObject();
}

} // namespace tapeline
