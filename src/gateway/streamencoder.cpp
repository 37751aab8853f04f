#include "streamencoder.h"

#include "jsonwriter.h"

namespace tapeline {

namespace {

constexpr int averageDecimals = 4;
constexpr int bandUpdate = 15;
constexpr int haltIndicator = 17;
constexpr int resumeIndicator = 18;

} // namespace

void streamencoder::append(std::string &out, std::string_view symbol, const Trade &trade)
{
    const Timestamp atVenue
        = trade.participantTime == Timestamp() ? trade.time : trade.participantTime;
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "T");
    json.text("sym", symbol);
    json.integer("x", trade.exchange);
    json.text("i", trade.id.view());
    json.integer("z", trade.tape);
    json.price("p", trade.price);
    json.wholeShares("s", trade.size);
    json.exactText("ds", trade.size);
    if (!trade.conditions.isEmpty()) {
        json.beginArray("c");
        for (const quint16 id : trade.conditions.ids())
            json.integer({}, id);
        json.endArray();
    }
    json.integer("t", toMs(trade.time));
    json.integer("pt", toMs(atVenue));
    json.integer("q", static_cast<qint64>(trade.sequence));
    if (trade.trfId != 0) {
        json.integer("trfi", trade.trfId);
        json.integer("trft", toMs(atVenue));
    }
    json.endObject();
}

void streamencoder::append(std::string &out, std::string_view symbol, const Quote &quote)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "Q");
    json.text("sym", symbol);
    json.integer("bx", quote.bidExchange);
    json.price("bp", quote.bid);
    json.quantity("bs", quote.bidSize);
    json.integer("ax", quote.askExchange);
    json.price("ap", quote.ask);
    json.quantity("as", quote.askSize);
    if (quote.condition != 0)
        json.integer("c", quote.condition);
    json.integer("t", toMs(quote.time));
    json.integer("pt", toMs(quote.time));
    json.integer("q", static_cast<qint64>(quote.sequence));
    json.integer("z", quote.tape);
    json.endObject();
}

void streamencoder::append(std::string &out, std::string_view symbol, const LuldBands &bands)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "LULD");
    json.text("T", symbol);
    json.price("h", bands.upper);
    json.price("l", bands.lower);
    json.beginArray("i");
    json.integer({}, bands.halted ? haltIndicator : (bands.resumed ? resumeIndicator : bandUpdate));
    json.endArray();
    json.integer("z", bands.tape);
    json.integer("t", toNs(bands.time)); // nanoseconds, as seen live (massive-api.md section 9, 13)
    json.integer("q", static_cast<qint64>(bands.sequence));
    json.endObject();
}

void streamencoder::append(std::string &out, std::string_view symbol, std::string_view channel,
                           const StreamBar &bar)
{
    const Candle &candle = bar.candle;
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", channel);
    json.text("sym", symbol);
    json.wholeShares("v", candle.volume);
    json.exactText("dv", candle.volume);
    json.wholeShares("av", bar.dayVolume);
    json.exactText("dav", bar.dayVolume);
    if (!bar.officialOpen.isZero())
        json.price("op", bar.officialOpen);
    json.real("vw", candle.vwap, averageDecimals);
    json.price("o", candle.open);
    json.price("c", candle.close);
    json.price("h", candle.high);
    json.price("l", candle.low);
    json.real("a", bar.dayVwap, averageDecimals);
    if (candle.tradeCount > 0) {
        const qint64 average = candle.volume.units() / Qty::unitsPerOne / candle.tradeCount;
        json.raw("z", std::to_string(average) + (bar.oddNumber ? ".0" : ""));
    }
    json.integer("s", toMs(candle.start));
    json.integer("e", toMs(bar.end));
    json.endObject();
}

void streamencoder::appendStatus(std::string &out, std::string_view status,
                                 std::string_view message)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "status");
    json.text("status", status);
    json.text("message", message);
    json.endObject();
}

} // namespace tapeline
