#include "ticksdecoder.h"

#include "restbody.h"
#include "tickfields.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error lacks(const QString &what)
{
    return { Error::Code::Malformed, u"the answer has no readable "_s + what };
}

/// The object of an answer about one tick, and the symbol it is for.
struct LastTick
{
    RestBody answer;
    JsonValue tick;

    Result<void> read(QByteArrayView body, std::string_view name)
    {
        if (const Result<void> read = answer.read(body); !read)
            return read;
        const Result<JsonValue> object = answer.object(name);
        if (!object)
            return object.error();
        tick = *object;
        return {};
    }
};

Result<LastTrade> lastTradeFrom(QByteArrayView body, std::string_view name)
{
    LastTick last;
    if (const Result<void> read = last.read(body, name); !read)
        return read.error();
    const std::optional<Trade> trade = tickfields::trade(last.tick, last.answer.numbers());
    if (!trade)
        return lacks(u"trade"_s);
    const QString symbol = jsonread::text(last.answer.root()["symbol"]);
    return LastTrade { symbol.isEmpty() ? jsonread::text(last.tick["T"]) : symbol, *trade };
}

Result<LastQuote> lastQuoteFrom(QByteArrayView body, std::string_view name)
{
    LastTick last;
    if (const Result<void> read = last.read(body, name); !read)
        return read.error();
    const std::optional<Quote> quote = tickfields::quote(last.tick, last.answer.numbers());
    if (!quote)
        return lacks(u"quote"_s);
    const QString symbol = jsonread::text(last.answer.root()["symbol"]);
    return LastQuote { symbol.isEmpty() ? jsonread::text(last.tick["T"]) : symbol, *quote };
}

} // namespace

Result<TradesPage> decodeTrades(QByteArrayView body, InstrumentId instrument)
{
    RestBody answer;
    return readPage(answer, body, &TradesPage::trades,
                    [instrument](JsonValue row, FeedNumbers &numbers) {
                        std::optional<Trade> trade = tickfields::trade(row, numbers);
                        if (trade)
                            trade->instrument = instrument;
                        return trade;
                    });
}

Result<QuotesPage> decodeQuotes(QByteArrayView body, InstrumentId instrument)
{
    RestBody answer;
    return readPage(answer, body, &QuotesPage::quotes,
                    [instrument](JsonValue row, FeedNumbers &numbers) {
                        std::optional<Quote> quote = tickfields::quote(row, numbers);
                        if (quote)
                            quote->instrument = instrument;
                        return quote;
                    });
}

Result<LastTrade> decodeLastTrade(QByteArrayView body)
{
    return lastTradeFrom(body, "results");
}

Result<LastQuote> decodeLastNbbo(QByteArrayView body)
{
    return lastQuoteFrom(body, "results");
}

Result<LastTrade> decodeLastCryptoTrade(QByteArrayView body)
{
    return lastTradeFrom(body, "last");
}

Result<LastQuote> decodeLastForexQuote(QByteArrayView body)
{
    return lastQuoteFrom(body, "last");
}

Result<CurrencyConversion> decodeConversion(QByteArrayView body)
{
    LastTick last;
    if (const Result<void> read = last.read(body, "last"); !read)
        return read.error();
    const JsonValue root = last.answer.root();
    const std::optional<Quote> quote = tickfields::quote(last.tick, last.answer.numbers());
    const std::optional<double> converted = FeedNumbers::real(root["converted"]);
    if (!quote || !converted)
        return lacks(u"conversion"_s);

    CurrencyConversion conversion;
    conversion.from = jsonread::text(root["from"]);
    conversion.to = jsonread::text(root["to"]);
    conversion.quotedPair = jsonread::text(root["symbol"]);
    conversion.quote = *quote;
    conversion.amount = FeedNumbers::realOr(root["initialAmount"], 0);
    conversion.converted = *converted;
    return conversion;
}

} // namespace tapeline
