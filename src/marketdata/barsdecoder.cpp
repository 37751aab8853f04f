#include "barsdecoder.h"

#include "barfields.h"
#include "restbody.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<SymbolBar> symbolBarFrom(JsonValue row, FeedNumbers &numbers)
{
    const std::optional<Candle> bar = barfields::fromShortNames(row, numbers);
    if (!bar || !row["T"].isString())
        return {};
    return SymbolBar { jsonread::text(row["T"]), *bar };
}

std::optional<FuturesBar> futuresBarFrom(JsonValue row, FeedNumbers &numbers)
{
    const std::optional<Candle> candle
        = barfields::fromLongNames(row, numbers, barfields::Times::Required);
    if (!candle)
        return {};
    FuturesBar bar;
    bar.symbol = jsonread::text(row["ticker"]);
    bar.candle = *candle;
    bar.sessionEnd = jsonread::date(row["session_end_date"]);
    bar.dollarVolume = FeedNumbers::realOr(row["dollar_volume"], 0);
    bar.settlement = numbers.price(row["settlement_price"]).value_or(Price());
    return bar;
}

} // namespace

Result<BarsPage> decodeBars(QByteArrayView body)
{
    RestBody answer;
    Result<BarsPage> page
        = readPage(answer, body, &BarsPage::bars, [](JsonValue row, FeedNumbers &numbers) {
              return barfields::fromShortNames(row, numbers);
          });
    if (page) {
        page->symbol = jsonread::text(answer.root()["ticker"]);
        page->adjusted = answer.root()["adjusted"].isTrue();
    }
    return page;
}

Result<SymbolBarsPage> decodeGroupedDaily(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &SymbolBarsPage::bars, symbolBarFrom);
}

Result<FuturesBarsPage> decodeFuturesBars(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &FuturesBarsPage::bars, futuresBarFrom);
}

Result<DailyOpenClose> decodeOpenClose(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    const JsonValue root = answer.root();
    FeedNumbers &numbers = answer.numbers();
    const std::optional<Price> open = numbers.price(root["open"]);
    const std::optional<Price> close = numbers.price(root["close"]);
    if (!root["symbol"].isString() || !open || !close)
        return Error { Error::Code::Malformed, u"the answer is no day's open and close"_s };

    DailyOpenClose day;
    day.symbol = jsonread::text(root["symbol"]);
    // The crypto form writes the day without leading zeros
    day.date = root["from"].isPresent()
        ? jsonread::date(root["from"])
        : QDate::fromString(jsonread::text(root["day"]), u"yyyy-M-d"_s);
    day.open = *open;
    day.close = *close;
    day.high = numbers.price(root["high"]).value_or(Price());
    day.low = numbers.price(root["low"]).value_or(Price());
    day.volume = numbers.qty(root["volume"]).value_or(Qty());
    day.preMarket = numbers.price(root["preMarket"]).value_or(Price());
    day.afterHours = numbers.price(root["afterHours"]).value_or(Price());
    return day;
}

} // namespace tapeline
