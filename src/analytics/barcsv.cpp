#include "barcsv.h"

#include "csvfields.h"

#include <charconv>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename Number> bool parse(std::string_view text, Number &value)
{
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end;
}

/// "12", and "12.0" as some write counts.
bool parseCount(std::string_view text, qint64 &value)
{
    return text.empty() || parse(text.substr(0, text.find('.')), value);
}

} // namespace

Result<BarCsvReader> BarCsvReader::open(const QString &path, SymbolTable &symbols)
{
    Result<CsvReader> csv = CsvReader::open(path);
    return csv ? over(*std::move(csv), symbols) : Result<BarCsvReader>(csv.error());
}

Result<BarCsvReader> BarCsvReader::over(CsvReader csv, SymbolTable &symbols)
{
    BarCsvReader reader(std::move(csv), symbols);
    const Columns &columns = reader.m_columns;
    for (const int needed :
         { columns.open, columns.high, columns.low, columns.close, columns.volume, columns.time })
        if (needed < 0)
            return Error { Error::Code::Malformed,
                           u"a file of bars needs the columns open, high, low, close, volume and "
                           "window_start"_s };
    return reader;
}

BarCsvReader::BarCsvReader(CsvReader csv, SymbolTable &symbols)
    : m_csv(std::move(csv))
    , m_symbols(&symbols)
    , m_columns { m_csv.column("ticker"),
                  m_csv.column("volume"),
                  m_csv.column("open"),
                  m_csv.column("close"),
                  m_csv.column("high"),
                  m_csv.column("low"),
                  -1,
                  m_csv.column("transactions"),
                  m_csv.column("vwap") }
{
    const int start = m_csv.column("window_start");
    m_columns.time = start >= 0 ? start : m_csv.column("timestamp");
}

bool BarCsvReader::next(Row &row)
{
    if (!m_csv.next())
        return false;
    row = {};
    BarRecord &record = row.record;
    row.instrument = m_symbols->intern(m_csv.field(m_columns.ticker));
    readTime(row);
    read(m_columns.open, record.bar.open, record);
    read(m_columns.high, record.bar.high, record);
    read(m_columns.low, record.bar.low, record);
    read(m_columns.close, record.bar.close, record);
    read(m_columns.volume, record.bar.volume, record);
    record.isUnreadable |= !parseCount(m_csv.field(m_columns.transactions), record.bar.tradeCount);
    readAverage(record);
    return true;
}

template<typename Decimal> void BarCsvReader::read(int column, Decimal &value, BarRecord &record)
{
    const Result<Decimal> number = Decimal::parseFeed(m_csv.field(column), &record.isRounded);
    record.isUnreadable |= !number;
    value = number.value_or(Decimal());
}

void BarCsvReader::readAverage(BarRecord &record)
{
    const std::string_view text = m_csv.field(m_columns.vwap);
    if (text.empty())
        return;
    const Result<Price> average = Price::parseFeed(text);
    record.isUnreadable |= !average;
    record.bar.vwap = average.value_or(Price()).toDouble();
}

void BarCsvReader::readTime(Row &row)
{
    const bool isRead
        = parse(m_csv.field(m_columns.time), row.record.writtenTime) && row.record.writtenTime > 0;
    row.record.bar.start = isRead ? timestampByMagnitude(row.record.writtenTime) : Timestamp {};
    row.record.isUnreadable |= !isRead || row.record.bar.start > latestRecordTime;
    if (!isRead)
        row.record.writtenTime = 0;
}

} // namespace tapeline
