#include "barfields.h"

namespace tapeline::barfields {

namespace {

/// Where a bar's values stand.
struct Source
{
    JsonValue open;
    JsonValue high;
    JsonValue low;
    JsonValue close;
    JsonValue volume;
    JsonValue exactVolume;
    JsonValue vwap;
    JsonValue start;
    JsonValue tradeCount;
};

std::optional<Candle> candleFrom(const Source &source, FeedNumbers &numbers, Times times)
{
    const std::optional<Price> open = numbers.price(source.open);
    const std::optional<Price> high = numbers.price(source.high);
    const std::optional<Price> low = numbers.price(source.low);
    const std::optional<Price> close = numbers.price(source.close);
    const std::optional<Timestamp> start = FeedNumbers::time(source.start);
    if (!open || !high || !low || !close || (times == Times::Required && !start))
        return {};

    Candle candle;
    candle.start = start.value_or(Timestamp());
    candle.open = *open;
    candle.high = *high;
    candle.low = *low;
    candle.close = *close;
    candle.volume = numbers.qty(source.exactVolume, source.volume).value_or(Qty());
    candle.vwap = FeedNumbers::realOr(source.vwap, 0);
    candle.tradeCount = FeedNumbers::integerOr<qint64>(source.tradeCount);
    // Snapshots write zeros before the first trade
    candle.hasPrices = !(open->isZero() && high->isZero() && low->isZero() && close->isZero());
    return candle;
}

} // namespace

std::optional<Candle> fromShortNames(JsonValue row, FeedNumbers &numbers, Times times)
{
    // One walk over the row instead of nine searches: pages of bars are long
    Source source;
    for (const JsonValue field : row) {
        const std::string_view name = field.key();
        JsonValue *slot = nullptr;
        if (name == "o")
            slot = &source.open;
        else if (name == "h")
            slot = &source.high;
        else if (name == "l")
            slot = &source.low;
        else if (name == "c")
            slot = &source.close;
        else if (name == "v")
            slot = &source.volume;
        else if (name == "dv")
            slot = &source.exactVolume;
        else if (name == "vw")
            slot = &source.vwap;
        else if (name == "t")
            slot = &source.start;
        else if (name == "n")
            slot = &source.tradeCount;
        if (slot && slot->kind() == JsonKind::Missing)
            *slot = field;
    }
    return candleFrom(source, numbers, times);
}

std::optional<Candle> fromLongNames(JsonValue row, FeedNumbers &numbers, Times times)
{
    Source source;
    source.open = row["open"];
    source.high = row["high"];
    source.low = row["low"];
    source.close = row["close"];
    source.volume = row["volume"];
    source.exactVolume = row["decimal_volume"];
    source.vwap = row["vwap"];
    source.start = row["window_start"];
    source.tradeCount = row["transactions"];
    return candleFrom(source, numbers, times);
}

} // namespace tapeline::barfields
