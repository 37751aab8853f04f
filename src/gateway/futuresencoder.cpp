#include "futuresencoder.h"

#include "jsonwriter.h"

namespace tapeline {

namespace {

void writeText(JsonWriter &json, std::string_view key, Price price)
{
    std::string digits;
    price.appendTo(digits);
    json.text(key, digits);
}

} // namespace

void futuresencoder::append(std::string &out, std::string_view symbol, const Trade &trade)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "T");
    json.text("sym", symbol);
    json.price("p", trade.price);
    json.wholeShares("s", trade.size);
    json.integer("t", toMs(trade.time));
    json.integer("q", static_cast<qint64>(trade.sequence));
    json.endObject();
}

/// No source of ours changes one side alone: each quote is the time of both.
void futuresencoder::append(std::string &out, std::string_view symbol, const Quote &quote)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "Q");
    json.text("sym", symbol);
    json.price("bp", quote.bid);
    json.wholeShares("bs", quote.bidSize);
    json.integer("bt", toMs(quote.time));
    json.price("ap", quote.ask);
    json.wholeShares("as", quote.askSize);
    json.integer("at", toMs(quote.time));
    json.integer("t", toMs(quote.time));
    json.endObject();
}

void futuresencoder::append(std::string &out, std::string_view symbol, std::string_view channel,
                            const StreamBar &bar)
{
    std::string dollars;
    JsonWriter(dollars).real({}, bar.dollarVolume, 2);
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", channel);
    json.text("sym", symbol);
    json.wholeShares("v", bar.candle.volume);
    json.text("dv", dollars);
    writeText(json, "o", bar.candle.open);
    writeText(json, "c", bar.candle.close);
    writeText(json, "h", bar.candle.high);
    writeText(json, "l", bar.candle.low);
    json.integer("n", bar.candle.tradeCount);
    json.integer("s", toMs(bar.candle.start));
    json.integer("e", toMs(bar.end));
    json.endObject();
}

} // namespace tapeline
