#include "flowfiles.h"

#include "wideinteger.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error inFile(const QString &path, const Error &error)
{
    return { error.code, u"%1: %2"_s.arg(path, error.detail) };
}

Error atLine(const QString &path, qint64 line, const QString &what)
{
    return { Error::Code::Malformed, u"%1: line %2: %3"_s.arg(path).arg(line).arg(what) };
}

/// The ticks of one symbol in a file, each held until it is passed.
template<typename Reader, typename Tick> class SymbolTicks
{
public:
    Result<void> open(const QString &path, SymbolTable &symbols)
    {
        m_path = path;
        Result<Reader> reader = Reader::open(path, symbols);
        if (!reader)
            return inFile(path, reader.error());
        m_reader.emplace(*std::move(reader));
        return {};
    }
    const QString &path() const { return m_path; }
    qint64 line() const { return m_reader ? m_reader->lineNumber() : 0; }
    /// The next tick, of whatever symbol; nothing at the end and when status() is an error.
    bool next() { return m_reader && m_reader->next(m_tick); }
    const Tick &tick() const { return m_tick; }
    Result<void> status() const
    {
        if (!m_reader || m_reader->status())
            return {};
        return inFile(m_path, m_reader->status().error());
    }

private:
    QString m_path;
    std::optional<Reader> m_reader;
    Tick m_tick;
};

class FlowMerge
{
public:
    FlowMerge(const FlowRequest &request, FlowSink &sink)
        : m_request(request)
        , m_sink(sink)
    {
    }

    Result<void> run();

private:
    Result<void> open();
    Result<void> takeTrade();
    Result<void> begin(const Trade &trade);
    Result<void> takeQuotesBefore(const Trade &trade);
    Result<bool> nextQuote();
    bool isWanted(const Trade &trade);
    bool comesBefore(const Quote &quote, const Trade &trade) const
    {
        return quote.time < trade.time || (m_request.quotesFirst && quote.time == trade.time);
    }

    const FlowRequest &m_request;
    FlowSink &m_sink;
    SymbolTable m_symbols;
    SessionCursor m_sessions;
    SymbolTicks<TradeCsvReader, Trade> m_trades;
    SymbolTicks<QuoteCsvReader, Quote> m_quotes;
    InstrumentId m_instrument;
    std::optional<AssetClass> m_assetClass; // known with the first trade
    bool m_hasQuote = false; // one that was read and not passed on yet
    Timestamp m_tradeTime = Timestamp::min();
    Timestamp m_quoteTime = Timestamp::min();
};

Result<void> FlowMerge::run()
{
    if (const Result<void> opened = open(); !opened)
        return opened;
    while (m_trades.next())
        if (const Result<void> taken = takeTrade(); !taken)
            return taken;
    if (const Result<void> read = m_trades.status(); !read)
        return read;
    if (!m_assetClass && !m_request.symbol.isEmpty())
        return Error { Error::Code::NotFound,
                       u"%1 holds no trades of %2"_s.arg(m_request.trades, m_request.symbol) };
    while (true) { // what is wrong in the rest of the quotes is wrong, too
        const Result<bool> more = nextQuote();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        m_hasQuote = false;
    }
}

Result<void> FlowMerge::open()
{
    if (!m_request.symbol.isEmpty()) {
        m_instrument = m_symbols.intern(m_request.symbol);
        if (!m_instrument.isValid())
            return Error { Error::Code::InvalidArgument,
                           u"\"%1\" is no symbol"_s.arg(m_request.symbol) };
    }
    if (const Result<void> opened = m_trades.open(m_request.trades, m_symbols); !opened)
        return opened;
    return m_request.quotes.isEmpty() ? Result<void>() : m_quotes.open(m_request.quotes, m_symbols);
}

Result<void> FlowMerge::takeTrade()
{
    const Trade &trade = m_trades.tick();
    const bool isChosen = m_assetClass || !m_request.symbol.isEmpty();
    if (isChosen && trade.instrument != m_instrument) {
        if (!m_request.symbol.isEmpty())
            return {};
        return Error { Error::Code::InvalidArgument,
                       u"%1 holds trades of %2 and %3; choose one with --symbol"_s.arg(
                           m_request.trades, m_symbols.symbol(m_instrument),
                           m_symbols.symbol(trade.instrument)) };
    }
    if (!m_assetClass)
        if (const Result<void> begun = begin(trade); !begun)
            return begun;
    if (!m_request.quotes.isEmpty()) {
        if (trade.time < m_tradeTime)
            return atLine(m_trades.path(), m_trades.line(),
                          u"its time lies before that of the trade above"_s);
        if (const Result<void> taken = takeQuotesBefore(trade); !taken)
            return taken;
    }
    m_tradeTime = trade.time;
    if (isWanted(trade) && !m_sink.addTrade(trade))
        return atLine(m_trades.path(), m_trades.line(),
                      u"the volume up to here is more than can be added up"_s);
    return {};
}

Result<void> FlowMerge::begin(const Trade &trade)
{
    m_instrument = trade.instrument;
    const QString symbol = m_symbols.symbol(m_instrument);
    Instrument instrument = instrumentFromSymbol(symbol).value_or(Instrument {});
    instrument.symbol = symbol;
    m_assetClass = instrument.assetClass;
    m_sink.begin(instrument, trade.price);
    return {};
}

bool FlowMerge::isWanted(const Trade &trade)
{
    if (m_request.regularOnly && !m_sessions.isRegular(trade.time))
        return false;
    if (m_assetClass == AssetClass::Stocks)
        return isEligible(trade, m_request.eligibility);
    return m_request.eligibility == Eligibility::All
        || !trade.isVoid(); // their ids mean other things
}

Result<void> FlowMerge::takeQuotesBefore(const Trade &trade)
{
    while (true) {
        const Result<bool> more = nextQuote();
        if (!more)
            return more.error();
        if (!*more || !comesBefore(m_quotes.tick(), trade))
            return {};
        m_sink.addQuote(m_quotes.tick());
        m_hasQuote = false;
    }
}

/// Reads up to the next quote of the symbol, unless one is held.
Result<bool> FlowMerge::nextQuote()
{
    while (!m_hasQuote) {
        if (!m_quotes.next()) {
            const Result<void> read = m_quotes.status();
            return read ? Result<bool>(false) : read.error();
        }
        const Quote &quote = m_quotes.tick();
        if (quote.instrument != m_instrument && !m_request.symbol.isEmpty())
            continue;
        const bool isForeign = m_instrument.isValid() && quote.instrument.isValid()
            && quote.instrument != m_instrument;
        if (isForeign)
            return Error { Error::Code::InvalidArgument,
                           u"%1 holds quotes of %2, and %3 trades of %4; choose one with --symbol"_s
                               .arg(m_request.quotes, m_symbols.symbol(quote.instrument),
                                    m_request.trades, m_symbols.symbol(m_instrument)) };
        if (quote.time < m_quoteTime)
            return atLine(m_quotes.path(), m_quotes.line(),
                          u"its time lies before that of the quote above"_s);
        m_quoteTime = quote.time;
        m_hasQuote = true;
    }
    return true;
}

} // namespace

Result<void> readFlow(const FlowRequest &request, FlowSink &sink)
{
    return FlowMerge(request, sink).run();
}

Price rowHeight(const Instrument &instrument, Price firstPrice, int ticks)
{
    const qint64 tick = instrument.tickAt(firstPrice).units();
    const auto height = multiplyDivide(tick, ticks, 1);
    return Price::fromUnits(height.value_or(std::numeric_limits<qint64>::max()));
}

} // namespace tapeline
