#include "indicatordecoder.h"

#include "barfields.h"
#include "restbody.h"

namespace tapeline {

namespace {

std::optional<IndicatorValue> valueFrom(JsonValue row)
{
    const std::optional<Timestamp> time = FeedNumbers::time(row["timestamp"]);
    const std::optional<double> value = FeedNumbers::real(row["value"]);
    if (!time || !value)
        return {};
    return IndicatorValue { *time, *value, FeedNumbers::real(row["signal"]),
                            FeedNumbers::real(row["histogram"]) };
}

} // namespace

Result<IndicatorPage> decodeIndicator(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    const Result<JsonValue> results = answer.object();
    if (!results)
        return results.error();

    IndicatorPage page;
    for (const JsonValue row : (*results)["values"]) {
        if (const std::optional<IndicatorValue> value = valueFrom(row))
            page.values.push_back(*value);
        else
            ++page.invalid;
    }
    for (const JsonValue row : (*results)["underlying"]["aggregates"]) {
        if (const std::optional<Candle> bar = barfields::fromShortNames(row, answer.numbers()))
            page.underlying.push_back(*bar);
    }
    if (const Result<void> finished = answer.finish(page, page.values.size()); !finished)
        return finished.error();
    return page;
}

} // namespace tapeline
