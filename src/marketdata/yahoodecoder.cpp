#include "yahoodecoder.h"

#include "feednumbers.h"
#include "restbody.h"
#include "resterror.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double highestPrice = 900'000'000; // what Price holds

Error malformed(const QString &reason)
{
    return { Error::Code::Malformed, u"Yahoo Finance's answer cannot be read: %1."_s.arg(reason) };
}

Error failureOf(JsonValue error)
{
    const QString code = jsonread::text(error["code"]);
    const QString description = jsonread::text(error["description"]);
    const QString reason = description.isEmpty() ? code : description;
    if (code == "Not Found"_L1)
        return { Error::Code::NotFound,
                 u"Yahoo Finance does not know this symbol: %1"_s.arg(reason) };
    return { Error::Code::Rejected, u"Yahoo Finance refused the request: %1"_s.arg(reason) };
}

/// Errors come under the name of the part that failed.
JsonValue errorIn(JsonValue root)
{
    const JsonValue own = root["chart"]["error"];
    return own.isObject() ? own : root["finance"]["error"];
}

QString sentenceOf(int httpStatus)
{
    switch (httpStatus) {
    case 0:
        return u"Yahoo Finance did not answer."_s;
    case 401:
    case 403:
        return u"Yahoo Finance does not let this program in (HTTP %1). It is no official service "
               u"and may refuse at any time."_s.arg(httpStatus);
    case 404:
        return u"Yahoo Finance has nothing under this symbol."_s;
    case 429:
        return u"Yahoo Finance says that it was asked too often."_s;
    default:
        break;
    }
    return httpStatus >= 500 ? u"Yahoo Finance has trouble (HTTP %1)."_s.arg(httpStatus)
                             : u"Yahoo Finance refused the request (HTTP %1)."_s.arg(httpStatus);
}

int decimalsOf(double value, AssetClass assetClass)
{
    const bool isPair = assetClass == AssetClass::Crypto || assetClass == AssetClass::Forex;
    const int digitsBefore = static_cast<int>(std::floor(std::log10(value))) + 1;
    return std::clamp(7 - digitsBefore, 2, isPair ? Price::decimals : 4);
}

std::optional<Price> priceFrom(JsonValue value, AssetClass assetClass)
{
    const std::optional<double> number = FeedNumbers::real(value);
    if (!number || *number <= 0 || *number > highestPrice)
        return {};
    const QByteArray text = QByteArray::number(*number, 'f', decimalsOf(*number, assetClass));
    const Result<Price> price = Price::parseFeed({ text.data(), std::size_t(text.size()) });
    return price && !price->isZero() ? std::optional(*price) : std::nullopt;
}

/// One list of the answer, walked in step with the times. Missing lists have no values.
class Column
{
public:
    Column(JsonValue list)
        : m_at(list.begin())
        , m_end(list.isArray() ? list.end() : list.begin())
    {
    }

    JsonValue take()
    {
        if (m_at == m_end)
            return {};
        const JsonValue value = *m_at;
        ++m_at;
        return value;
    }

private:
    JsonValue::Iterator m_at;
    JsonValue::Iterator m_end;
};

struct Row
{
    JsonValue open;
    JsonValue high;
    JsonValue low;
    JsonValue close;
    JsonValue volume;

    bool isEmpty() const
    {
        return !open.isPresent() && !high.isPresent() && !low.isPresent() && !close.isPresent();
    }
};

struct Columns
{
    explicit Columns(JsonValue quote)
        : open(quote["open"])
        , high(quote["high"])
        , low(quote["low"])
        , close(quote["close"])
        , volume(quote["volume"])
    {
    }

    Row take() { return { open.take(), high.take(), low.take(), close.take(), volume.take() }; }

    Column open;
    Column high;
    Column low;
    Column close;
    Column volume;
};

std::optional<Candle> candleFrom(JsonValue time, const Row &row, AssetClass assetClass)
{
    const std::optional<Timestamp> start = FeedNumbers::time(time);
    const std::optional<Price> open = priceFrom(row.open, assetClass);
    const std::optional<Price> high = priceFrom(row.high, assetClass);
    const std::optional<Price> low = priceFrom(row.low, assetClass);
    const std::optional<Price> close = priceFrom(row.close, assetClass);
    if (!start || !open || !high || !low || !close)
        return {};
    Candle bar;
    bar.start = *start;
    bar.open = *open;
    bar.high = *high;
    bar.low = *low;
    bar.close = *close;
    // Of coins it is an amount of money
    if (assetClass != AssetClass::Crypto)
        bar.volume = std::max(FeedNumbers().qty(row.volume).value_or(Qty()), Qty());
    return bar;
}

void readRows(BarsPage &page, JsonValue result, AssetClass assetClass)
{
    const JsonValue times = result["timestamp"];
    if (times.size() == 0)
        return;
    Columns columns(*result["indicators"]["quote"].begin());
    page.bars.reserve(times.size());
    for (const JsonValue time : times) {
        const Row row = columns.take();
        if (const std::optional<Candle> bar = candleFrom(time, row, assetClass))
            page.bars.push_back(*bar);
        else if (!row.isEmpty())
            ++page.invalid;
    }
}

/// A missing volume is none; everything else comes once for each time.
bool areEquallyLong(JsonValue result)
{
    const JsonValue times = result["timestamp"];
    if (times.size() == 0)
        return true;
    const JsonValue quotes = result["indicators"]["quote"];
    if (!times.isArray() || !quotes.isArray() || quotes.size() != 1)
        return false;
    const JsonValue quote = *quotes.begin();
    for (const std::string_view name : { "open", "high", "low", "close" })
        if (!quote[name].isArray() || quote[name].size() != times.size())
            return false;
    return !quote["volume"].isPresent() || quote["volume"].size() == times.size();
}

/// The one result of a body, which stays valid as long as json.
Result<JsonValue> resultIn(JsonTree &json, QByteArrayView body)
{
    if (!json.parse({ body.data(), static_cast<std::size_t>(body.size()) }))
        return malformed(u"it is no JSON"_s);
    if (const JsonValue error = errorIn(json.root()); error.isObject())
        return failureOf(error);
    const JsonValue results = json.root()["chart"]["result"];
    if (!results.isArray() || results.size() != 1 || !(*results.begin())["meta"].isObject())
        return malformed(u"there is no chart in it"_s);
    return *results.begin();
}

} // namespace

Result<BarsPage> decodeYahooRows(QByteArrayView body, AssetClass assetClass)
{
    JsonTree json;
    const Result<JsonValue> result = resultIn(json, body);
    if (!result)
        return result.error();
    if (!areEquallyLong(*result))
        return malformed(u"its lists are not equally long"_s);
    BarsPage page;
    page.symbol = jsonread::text((*result)["meta"]["symbol"]);
    page.adjusted = true;
    readRows(page, *result, assetClass);
    if (page.invalid > 0 && page.bars.empty())
        return malformed(u"no row has the prices it needs"_s);
    return page;
}

Result<YahooLast> decodeYahooLast(QByteArrayView body, AssetClass assetClass)
{
    JsonTree json;
    const Result<JsonValue> result = resultIn(json, body);
    if (!result)
        return result.error();
    const JsonValue meta = (*result)["meta"];
    const std::optional<Price> price = priceFrom(meta["regularMarketPrice"], assetClass);
    const std::optional<Timestamp> time = FeedNumbers::time(meta["regularMarketTime"]);
    if (!price || !time)
        return malformed(u"it has no last price"_s);
    return YahooLast { jsonread::text(meta["symbol"]), jsonread::text(meta["currency"]), *price,
                       *time };
}

Error yahooFailure(int httpStatus, QByteArrayView body)
{
    JsonTree json;
    const bool isJson
        = json.parse({ body.data(), static_cast<std::size_t>(body.size()) }).has_value();
    const bool isRefusal = httpStatus == 401 || httpStatus == 403;
    const JsonValue error = isJson ? errorIn(json.root()) : JsonValue();
    if (error.isObject() && httpStatus != 429 && httpStatus < 500 && !isRefusal)
        return failureOf(error);
    const Error::Code code = decodeError(httpStatus, {}).code;
    return { isRefusal ? Error::Code::Rejected : code, sentenceOf(httpStatus) };
}

} // namespace tapeline
