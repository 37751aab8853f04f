#include "snapshotdecoder.h"

#include "barfields.h"
#include "optionfields.h"
#include "restbody.h"
#include "tickfields.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using jsonread::firstOf;

namespace {

/// A bar of a v2 snapshot; one without prices when it is not there.
Candle barOf(JsonValue object, FeedNumbers &numbers)
{
    Candle none;
    none.hasPrices = false;
    return barfields::fromShortNames(object, numbers, barfields::Times::Optional).value_or(none);
}

std::optional<StockSnapshot> stockSnapshotFrom(JsonValue row, FeedNumbers &numbers)
{
    if (!row["ticker"].isString())
        return {};
    const JsonValue minute = row["min"];
    StockSnapshot snapshot;
    snapshot.symbol = jsonread::text(row["ticker"]);
    snapshot.change = numbers.price(row["todaysChange"]).value_or(Price());
    snapshot.changePercent = FeedNumbers::realOr(row["todaysChangePerc"], 0);
    snapshot.updated = FeedNumbers::timeOrEpoch(row["updated"]);
    snapshot.day = barOf(row["day"], numbers);
    snapshot.previousDay = barOf(row["prevDay"], numbers);
    snapshot.minute = barOf(minute, numbers);
    snapshot.minuteDayVolume = numbers.qty(minute["dav"], minute["av"]).value_or(Qty());
    snapshot.lastTrade = tickfields::trade(row["lastTrade"], numbers);
    snapshot.lastQuote = tickfields::quote(row["lastQuote"], numbers);
    return snapshot;
}

SessionFigures sessionFrom(JsonValue object, FeedNumbers &numbers)
{
    const auto price
        = [&](std::string_view name) { return numbers.price(object[name]).value_or(Price()); };
    const auto percent
        = [&](std::string_view name) { return FeedNumbers::realOr(object[name], 0); };
    SessionFigures session;
    session.open = price("open");
    session.high = price("high");
    session.low = price("low");
    session.close = price("close");
    session.previousClose = price("previous_close");
    session.last = price("price");
    session.change = price("change");
    session.changePercent = percent("change_percent");
    session.earlyChange = price("early_trading_change");
    session.earlyChangePercent = percent("early_trading_change_percent");
    session.lateChange = price("late_trading_change");
    session.lateChangePercent = percent("late_trading_change_percent");
    session.volume = numbers.qty(object["decimal_volume"], object["volume"]).value_or(Qty());
    session.vwap = percent("vwap");
    session.updated = FeedNumbers::timeOrEpoch(object["last_updated"]);
    return session;
}

bool isDelayed(JsonValue row)
{
    for (const JsonValue holder :
         { row, row["last_trade"], row["last_quote"], row["underlying_asset"] }) {
        const JsonValue timeframe = holder["timeframe"];
        if (timeframe.isString())
            return timeframe.text() == "DELAYED";
    }
    return false;
}

std::optional<UniversalSnapshot> universalFrom(JsonValue row, FeedNumbers &numbers)
{
    UniversalSnapshot snapshot;
    snapshot.option = optionfields::figures(row, numbers);
    snapshot.symbol = jsonread::text(row["ticker"]);
    if (snapshot.symbol.isEmpty() && snapshot.option)
        snapshot.symbol = snapshot.option->details.symbol;
    if (snapshot.symbol.isEmpty())
        return {};
    snapshot.error = jsonread::text(row["error"]);
    snapshot.message = jsonread::text(row["message"]);
    snapshot.type = jsonread::text(row["type"]);
    snapshot.name = jsonread::text(row["name"]);
    snapshot.marketStatus = jsonread::text(row["market_status"]);
    snapshot.delayed = isDelayed(row);
    snapshot.updated = FeedNumbers::timeOrEpoch(row["last_updated"]);
    snapshot.value = numbers.price(row["value"]).value_or(Price());
    snapshot.session = sessionFrom(firstOf(row, { "session", "day" }), numbers);
    if (snapshot.session.last == Price()) // summaries give it beside the session
        snapshot.session.last = numbers.price(row["price"]).value_or(Price());
    snapshot.lastMinute
        = barfields::fromLongNames(row["last_minute"], numbers, barfields::Times::Optional);
    snapshot.lastTrade = tickfields::trade(row["last_trade"], numbers);
    snapshot.lastQuote = tickfields::quote(row["last_quote"], numbers);
    return snapshot;
}

std::optional<UniversalSnapshot> chainRowFrom(JsonValue row, FeedNumbers &numbers)
{
    std::optional<UniversalSnapshot> snapshot = universalFrom(row, numbers);
    return snapshot && snapshot->option ? snapshot : std::nullopt;
}

/// The symbol is in the details, or beside them (massive-api.md 5.3).
std::optional<UniversalSnapshot> futuresRowFrom(JsonValue row, FeedNumbers &numbers)
{
    UniversalSnapshot snapshot;
    snapshot.symbol = jsonread::text(firstOf(row["details"], { "ticker" }));
    if (snapshot.symbol.isEmpty())
        snapshot.symbol = jsonread::text(row["ticker"]);
    if (snapshot.symbol.isEmpty())
        return {};
    snapshot.type = u"futures"_s;
    snapshot.delayed = isDelayed(row);
    snapshot.session = sessionFrom(row["session"], numbers);
    snapshot.session.previousClose
        = numbers.price(row["session"]["previous_settlement"]).value_or(Price());
    snapshot.lastMinute
        = barfields::fromLongNames(row["last_minute"], numbers, barfields::Times::Optional);
    snapshot.lastTrade = tickfields::trade(row["last_trade"], numbers);
    snapshot.lastQuote = tickfields::quote(row["last_quote"], numbers);
    for (const char *part : { "last_trade", "last_quote", "last_minute" })
        snapshot.updated
            = std::max(snapshot.updated, FeedNumbers::timeOrEpoch(row[part]["last_updated"]));
    return snapshot;
}

/// A price level: sizes by venue, which are added up.
std::optional<BookLevel> levelFrom(JsonValue row, FeedNumbers &numbers)
{
    const std::optional<Price> price = numbers.price(row["p"]);
    if (!price || !row["x"].isObject())
        return {};
    BookLevel level { *price, Qty() };
    for (const JsonValue venue : row["x"])
        level.size += std::max(numbers.qty(venue).value_or(Qty()), Qty());
    return level;
}

std::vector<BookLevel> levelsFrom(JsonValue side, FeedNumbers &numbers)
{
    std::vector<BookLevel> levels;
    levels.reserve(side.size());
    for (const JsonValue row : side) {
        if (const std::optional<BookLevel> level = levelFrom(row, numbers))
            levels.push_back(*level);
    }
    return levels;
}

} // namespace

Result<StockSnapshotsPage> decodeStockSnapshots(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    if (const JsonValue one = answer.root()["ticker"]; one.isObject())
        return readSingle(answer, &StockSnapshotsPage::snapshots, one, stockSnapshotFrom);
    return readRows(answer, &StockSnapshotsPage::snapshots, stockSnapshotFrom, "tickers");
}

Result<UniversalSnapshotsPage> decodeUniversalSnapshots(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &UniversalSnapshotsPage::snapshots, universalFrom);
}

Result<UniversalSnapshotsPage> decodeOptionsChain(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    if (const JsonValue one = answer.root()["results"]; one.isObject())
        return readSingle(answer, &UniversalSnapshotsPage::snapshots, one, chainRowFrom);
    return readRows(answer, &UniversalSnapshotsPage::snapshots, chainRowFrom);
}

Result<UniversalSnapshotsPage> decodeFuturesSnapshots(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &UniversalSnapshotsPage::snapshots, futuresRowFrom);
}

Result<CryptoBookSnapshot> decodeCryptoBook(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    const Result<JsonValue> data = answer.object("data");
    if (!data)
        return data.error();
    CryptoBookSnapshot book;
    book.symbol = jsonread::text((*data)["ticker"]);
    book.updated = FeedNumbers::timeOrEpoch((*data)["updated"]);
    book.bids = levelsFrom((*data)["bids"], answer.numbers());
    book.asks = levelsFrom((*data)["asks"], answer.numbers());
    return book;
}

} // namespace tapeline
