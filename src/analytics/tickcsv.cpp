#include "tickcsv.h"

#include <algorithm>
#include <initializer_list>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool areThere(std::initializer_list<int> columns)
{
    return std::all_of(columns.begin(), columns.end(), [](int column) { return column >= 0; });
}

/// Futures files say "timestamp".
int timeColumn(const CsvFields &fields)
{
    const int sip = fields.column("sip_timestamp");
    return sip >= 0 ? sip : fields.column("timestamp");
}

} // namespace

Result<TradeCsvReader> TradeCsvReader::open(const QString &path, SymbolTable &symbols)
{
    Result<CsvReader> csv = CsvReader::open(path);
    return csv ? over(*std::move(csv), symbols) : Result<TradeCsvReader>(csv.error());
}

Result<TradeCsvReader> TradeCsvReader::over(CsvReader csv, SymbolTable &symbols)
{
    TradeCsvReader reader(std::move(csv), symbols);
    const Columns &columns = reader.m_columns;
    if (!areThere({ columns.price, columns.size, columns.time }))
        return Error { Error::Code::Malformed,
                       u"a trade file needs the columns price, size and sip_timestamp"_s };
    return reader;
}

TradeCsvReader::TradeCsvReader(CsvReader csv, SymbolTable &symbols)
    : m_fields(std::move(csv))
    , m_symbols(&symbols)
    , m_columns { m_fields.column("ticker"),     m_fields.column("conditions"),
                  m_fields.column("correction"), m_fields.column("exchange"),
                  m_fields.column("id"),         m_fields.column("participant_timestamp"),
                  m_fields.column("price"),      m_fields.column("sequence_number"),
                  timeColumn(m_fields),          m_fields.column("size"),
                  m_fields.column("tape"),       m_fields.column("trf_id") }
{
}

bool TradeCsvReader::next(Trade &trade)
{
    return m_fields.next() && read(trade);
}

bool TradeCsvReader::read(Trade &trade)
{
    trade = {};
    trade.instrument = m_symbols->intern(m_fields.text(m_columns.ticker));
    trade.id = TradeId(m_fields.text(m_columns.id));
    return m_fields.readDecimal(m_columns.price, trade.price)
        && m_fields.readDecimal(m_columns.size, trade.size)
        && m_fields.readNeededTime(m_columns.time, trade.time)
        && m_fields.readTime(m_columns.participantTime, trade.participantTime)
        && m_fields.readInteger(m_columns.sequence, trade.sequence)
        && m_fields.readInteger(m_columns.exchange, trade.exchange)
        && m_fields.readInteger(m_columns.trfId, trade.trfId)
        && m_fields.readInteger(m_columns.tape, trade.tape)
        && m_fields.readInteger(m_columns.correction, trade.correction)
        && m_fields.readConditions(m_columns.conditions, trade.conditions);
}

Result<QuoteCsvReader> QuoteCsvReader::open(const QString &path, SymbolTable &symbols)
{
    Result<CsvReader> csv = CsvReader::open(path);
    return csv ? over(*std::move(csv), symbols) : Result<QuoteCsvReader>(csv.error());
}

Result<QuoteCsvReader> QuoteCsvReader::over(CsvReader csv, SymbolTable &symbols)
{
    QuoteCsvReader reader(std::move(csv), symbols);
    const Columns &columns = reader.m_columns;
    if (!areThere({ columns.bid, columns.bidSize, columns.ask, columns.askSize, columns.time }))
        return Error { Error::Code::Malformed,
                       u"a quote file needs the columns bid_price, bid_size, ask_price, ask_size "
                       "and sip_timestamp"_s };
    return reader;
}

QuoteCsvReader::QuoteCsvReader(CsvReader csv, SymbolTable &symbols)
    : m_fields(std::move(csv))
    , m_symbols(&symbols)
    , m_columns { m_fields.column("ticker"),
                  m_fields.column("ask_exchange"),
                  m_fields.column("ask_price"),
                  m_fields.column("ask_size"),
                  m_fields.column("bid_exchange"),
                  m_fields.column("bid_price"),
                  m_fields.column("bid_size"),
                  m_fields.column("conditions"),
                  m_fields.column("sequence_number"),
                  timeColumn(m_fields),
                  m_fields.column("tape") }
{
}

bool QuoteCsvReader::next(Quote &quote)
{
    return m_fields.next() && read(quote);
}

bool QuoteCsvReader::read(Quote &quote)
{
    quote = {};
    quote.instrument = m_symbols->intern(m_fields.text(m_columns.ticker));
    TradeConditions conditions;
    const bool isRead = m_fields.readOptionalDecimal(m_columns.bid, quote.bid)
        && m_fields.readOptionalDecimal(m_columns.bidSize, quote.bidSize)
        && m_fields.readOptionalDecimal(m_columns.ask, quote.ask)
        && m_fields.readOptionalDecimal(m_columns.askSize, quote.askSize)
        && m_fields.readNeededTime(m_columns.time, quote.time)
        && m_fields.readInteger(m_columns.sequence, quote.sequence)
        && m_fields.readInteger(m_columns.bidExchange, quote.bidExchange)
        && m_fields.readInteger(m_columns.askExchange, quote.askExchange)
        && m_fields.readInteger(m_columns.tape, quote.tape)
        && m_fields.readConditions(m_columns.conditions, conditions);
    if (!conditions.isEmpty())
        quote.condition = conditions.ids().front();
    return isRead;
}

} // namespace tapeline
