#include "tickcsv.h"

#include <charconv>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

template<typename Integer> bool toInteger(std::string_view text, Integer &value)
{
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end;
}

} // namespace

Result<TradeCsvReader> TradeCsvReader::open(const QString &path, SymbolTable &symbols)
{
    Result<CsvReader> csv = CsvReader::open(path);
    if (!csv)
        return csv.error();
    TradeCsvReader reader(*std::move(csv), symbols);
    reader.findColumns();
    if (reader.m_columns.price < 0 || reader.m_columns.size < 0 || reader.m_columns.time < 0) {
        return Error { Error::Code::Malformed,
                       u"a trade file needs the columns price, size and sip_timestamp"_s };
    }
    return reader;
}

void TradeCsvReader::findColumns()
{
    m_columns.ticker = m_csv.column("ticker");
    m_columns.conditions = m_csv.column("conditions");
    m_columns.correction = m_csv.column("correction");
    m_columns.exchange = m_csv.column("exchange");
    m_columns.id = m_csv.column("id");
    m_columns.participantTime = m_csv.column("participant_timestamp");
    m_columns.price = m_csv.column("price");
    m_columns.sequence = m_csv.column("sequence_number");
    m_columns.time = m_csv.column("sip_timestamp");
    if (m_columns.time < 0)
        m_columns.time = m_csv.column("timestamp");
    m_columns.size = m_csv.column("size");
    m_columns.tape = m_csv.column("tape");
    m_columns.trfId = m_csv.column("trf_id");
}

bool TradeCsvReader::next(Trade &trade)
{
    return m_status && m_csv.next() && read(trade);
}

Result<void> TradeCsvReader::status() const
{
    return m_status ? m_csv.status() : m_status;
}

bool TradeCsvReader::read(Trade &trade)
{
    trade = {};
    trade.instrument = m_symbols->intern(m_csv.field(m_columns.ticker));
    trade.id = TradeId(m_csv.field(m_columns.id));
    return readDecimal(m_columns.price, trade.price) && readDecimal(m_columns.size, trade.size)
        && readTime(m_columns.time, trade.time)
        && readTime(m_columns.participantTime, trade.participantTime)
        && readInteger(m_columns.sequence, trade.sequence)
        && readInteger(m_columns.exchange, trade.exchange)
        && readInteger(m_columns.trfId, trade.trfId) && readInteger(m_columns.tape, trade.tape)
        && readInteger(m_columns.correction, trade.correction) && readConditions(trade.conditions);
}

bool TradeCsvReader::readConditions(TradeConditions &conditions)
{
    std::string_view rest = m_csv.field(m_columns.conditions);
    while (!rest.empty()) {
        const std::string_view text = rest.substr(0, rest.find(','));
        quint16 id = 0;
        if (!toInteger(text, id) || !conditions.add(id))
            return fail(m_columns.conditions);
        rest.remove_prefix(qMin(text.size() + 1, rest.size()));
    }
    return true;
}

/// Empty fields leave the value as it is.
template<typename Integer> bool TradeCsvReader::readInteger(int column, Integer &value)
{
    const std::string_view text = m_csv.field(column);
    return text.empty() || toInteger(text, value) || fail(column);
}

template<typename Decimal> bool TradeCsvReader::readDecimal(int column, Decimal &value)
{
    const Result<Decimal> number = Decimal::parseFeed(m_csv.field(column));
    if (!number)
        return fail(column);
    value = *number;
    return true;
}

bool TradeCsvReader::readTime(int column, Timestamp &time)
{
    qint64 value = 0;
    if (!readInteger(column, value))
        return false;
    time = timestampByMagnitude(value);
    return column != m_columns.time || value > 0 || fail(column);
}

bool TradeCsvReader::fail(int column)
{
    m_status = Error { Error::Code::Malformed,
                       u"line %1: column %2 holds \"%3\""_s.arg(m_csv.lineNumber())
                           .arg(column + 1)
                           .arg(toText(m_csv.field(column))) };
    return false;
}

} // namespace tapeline
