#include "forexencoder.h"

#include "jsonwriter.h"

namespace tapeline {

void forexencoder::append(std::string &out, std::string_view pair, const Quote &quote)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "C");
    json.text("p", pair);
    json.integer("x", quote.bidExchange);
    json.price("a", quote.ask);
    json.price("b", quote.bid);
    json.integer("t", toMs(quote.time));
    json.endObject();
}

void forexencoder::append(std::string &out, std::string_view pair, std::string_view channel,
                          const StreamBar &bar)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", channel);
    json.text("pair", pair);
    json.price("o", bar.candle.open);
    json.price("c", bar.candle.close);
    json.price("h", bar.candle.high);
    json.price("l", bar.candle.low);
    json.wholeShares("v", bar.candle.volume);
    json.integer("s", toMs(bar.candle.start));
    json.integer("e", toMs(bar.end));
    json.endObject();
}

} // namespace tapeline
