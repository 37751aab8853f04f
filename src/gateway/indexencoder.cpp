#include "indexencoder.h"

#include "jsonwriter.h"

namespace tapeline {

void indexencoder::append(std::string &out, std::string_view symbol, const IndexValue &value)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", "V");
    json.price("val", value.value);
    json.text("T", symbol);
    json.integer("t", toMs(value.time));
    json.endObject();
}

void indexencoder::append(std::string &out, std::string_view symbol, std::string_view channel,
                          const StreamBar &bar)
{
    JsonWriter json(out);
    json.beginObject();
    json.text("ev", channel);
    json.text("sym", symbol);
    if (!bar.officialOpen.isZero())
        json.price("op", bar.officialOpen);
    json.price("o", bar.candle.open);
    json.price("c", bar.candle.close);
    json.price("h", bar.candle.high);
    json.price("l", bar.candle.low);
    json.integer("s", toMs(bar.candle.start));
    json.integer("e", toMs(bar.end));
    json.endObject();
}

} // namespace tapeline
