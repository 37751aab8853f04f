#include "optionencoder.h"

#include "jsonwriter.h"

namespace tapeline {

namespace {

constexpr int averageDecimals = 4;

} // namespace

void optionencoder::append(std::string &out, std::string_view symbol, const Trade &trade)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "T");
    json.text("sym", symbol);
    json.integer("x", trade.exchange);
    json.price("p", trade.price);
    json.wholeShares("s", trade.size);
    if (!trade.conditions.isEmpty()) {
        json.beginArray("c");
        for (const quint16 id : trade.conditions.ids())
            json.integer({}, id);
        json.endArray();
    }
    json.integer("t", toMs(trade.time));
    json.integer("q", static_cast<qint64>(trade.sequence));
    json.endObject();
}

void optionencoder::append(std::string &out, std::string_view symbol, const Quote &quote)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "Q");
    json.text("sym", symbol);
    json.integer("bx", quote.bidExchange);
    json.integer("ax", quote.askExchange);
    json.price("bp", quote.bid);
    json.price("ap", quote.ask);
    json.wholeShares("bs", quote.bidSize);
    json.wholeShares("as", quote.askSize);
    json.integer("t", toMs(quote.time));
    json.integer("q", static_cast<qint64>(quote.sequence));
    json.endObject();
}

void optionencoder::append(std::string &out, std::string_view symbol, std::string_view channel,
                           const StreamBar &bar)
{
    const Candle &candle = bar.candle;
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", channel);
    json.text("sym", symbol);
    json.wholeShares("v", candle.volume);
    json.wholeShares("av", bar.dayVolume);
    if (!bar.officialOpen.isZero())
        json.price("op", bar.officialOpen);
    json.real("vw", candle.vwap, averageDecimals);
    json.price("o", candle.open);
    json.price("c", candle.close);
    json.price("h", candle.high);
    json.price("l", candle.low);
    json.real("a", bar.dayVwap, averageDecimals);
    if (candle.tradeCount > 0)
        json.integer("z", candle.volume.units() / Qty::unitsPerOne / candle.tradeCount);
    json.integer("s", toMs(candle.start));
    json.integer("e", toMs(bar.end));
    json.endObject();
}

} // namespace tapeline
