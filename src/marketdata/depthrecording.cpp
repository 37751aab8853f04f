#include "depthrecording.h"

#include "bookside.h"
#include "symbology.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

Result<DepthRecording> DepthRecording::open(const QString &path, SymbolTable &symbols)
{
    Result<LineReader> lines = LineReader::open(path);
    if (!lines)
        return lines.error();
    return DepthRecording(*std::move(lines), {}, symbols);
}

DepthRecording::DepthRecording(LineReader lines, std::string_view first, SymbolTable &symbols)
    : m_lines(std::move(lines))
    , m_first(first)
    , m_symbols(&symbols)
    , m_tree(std::make_unique<JsonTree>())
{
}

bool DepthRecording::next(DepthRecord &record)
{
    std::string_view line;
    while (m_status && nextLine(line)) {
        if (line.empty())
            continue;
        if (!m_tree->parse(line) || !m_tree->root().isObject())
            return fail();
        const std::string_view kind = m_tree->root()["k"].text();
        if (kind == "S" || kind == "U" || kind == "T" || kind == "Q")
            return read(m_tree->root(), record) || fail();
    }
    return false;
}

bool DepthRecording::nextLine(std::string_view &line)
{
    if (m_isFirst) {
        m_isFirst = false;
        line = m_first;
        return true;
    }
    return m_lines.next(line);
}

bool DepthRecording::read(JsonValue line, DepthRecord &record)
{
    const char kind = line["k"].text()[0];
    record.kind = kind == 'T' ? DepthRecordKind::Trade
        : kind == 'Q'         ? DepthRecordKind::Quote
                              : DepthRecordKind::Book;
    if (record.kind == DepthRecordKind::Trade)
        return readTrade(line, record.trade);
    if (record.kind == DepthRecordKind::Quote)
        return readQuote(line, record.quote);
    record.book.isSnapshot = kind == 'S';
    return readBook(line, record.book);
}

bool DepthRecording::readBook(JsonValue line, DepthUpdate &book)
{
    book.instrument = instrumentOf(line);
    book.exchange = FeedNumbers::integerOr<quint16>(line["x"]);
    book.lastId = FeedNumbers::integerOr<quint64>(line["u"]);
    book.firstId = FeedNumbers::integerOr<quint64>(line["U"], book.lastId);
    return book.instrument.isValid() && readTime(line, book.instrument, book.time)
        && readBookSide(line["b"], m_numbers, book.bids)
        && readBookSide(line["a"], m_numbers, book.asks);
}

bool DepthRecording::readTrade(JsonValue line, Trade &trade)
{
    const std::optional<Price> price = m_numbers.price(line["p"]);
    const std::optional<Qty> size = m_numbers.qty(line["s"]);
    if (!price || !size)
        return false;
    trade = {};
    trade.instrument = instrumentOf(line);
    trade.price = *price;
    trade.size = *size;
    trade.exchange = FeedNumbers::integerOr<quint16>(line["x"]);
    trade.conditions = FeedNumbers::conditions(line["c"]);
    trade.id = TradeId(line["i"].text());
    return trade.instrument.isValid() && readTime(line, trade.instrument, trade.time);
}

bool DepthRecording::readQuote(JsonValue line, Quote &quote)
{
    const std::optional<Price> bid = m_numbers.price(line["bp"]);
    const std::optional<Price> ask = m_numbers.price(line["ap"]);
    if (!bid || !ask)
        return false;
    quote = {};
    quote.instrument = instrumentOf(line);
    quote.bid = *bid;
    quote.ask = *ask;
    quote.bidSize = m_numbers.qty(line["bs"]).value_or(Qty()); // Coinbase tells no sizes
    quote.askSize = m_numbers.qty(line["as"]).value_or(Qty());
    quote.bidExchange = quote.askExchange = FeedNumbers::integerOr<quint16>(line["x"]);
    quote.sequence = FeedNumbers::integerOr<quint64>(line["u"]);
    return quote.instrument.isValid() && readTime(line, quote.instrument, quote.time);
}

/// Without a time of its own a line has that of the one before it.
bool DepthRecording::readTime(JsonValue line, InstrumentId instrument, Timestamp &time)
{
    Timestamp &last = m_times[instrument];
    if (line["t"].isPresent()) {
        const std::optional<Timestamp> own = FeedNumbers::time(line["t"]);
        if (!own)
            return false;
        last = *own;
    }
    time = last;
    return true;
}

InstrumentId DepthRecording::instrumentOf(JsonValue line)
{
    const std::string_view pair = line["pair"].text();
    const auto known = m_pairs.find(pair);
    if (known != m_pairs.end())
        return known->second;
    const QString name = QString::fromLatin1(pair.data(), qsizetype(pair.size()));
    const InstrumentId instrument = pair.empty()
        ? InstrumentId()
        : m_symbols->intern(symbology::fromStream(name, AssetClass::Crypto));
    m_pairs.emplace(pair, instrument);
    return instrument;
}

bool DepthRecording::fail()
{
    m_status = Error { Error::Code::Malformed,
                       u"line %1: no line of a depth recording"_s.arg(m_lines.lineNumber()) };
    return false;
}

} // namespace tapeline
