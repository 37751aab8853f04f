#pragma once

#include "barchecks.h"
#include "csvreader.h"
#include "symboltable.h"

namespace tapeline {

/// Bars of a file with the vendor's flat-file columns, whatever their numbers are: one that cannot
/// be read is for validation to tell. Needs open, high, low, close, volume and window_start (or
/// timestamp); ticker, transactions and vwap are read where they are.
class BarCsvReader
{
public:
    /// One row.
    struct Row
    {
        InstrumentId instrument;
        BarRecord record;
    };

    /// As CsvReader::open(); Malformed when a needed column is missing. symbols outlives the
    /// reader.
    static Result<BarCsvReader> open(const QString &path, SymbolTable &symbols);
    /// Of a file that is open already.
    static Result<BarCsvReader> over(CsvReader csv, SymbolTable &symbols);

    /// The next row; false at the end and when status() is an error, which names the line.
    bool next(Row &row);
    Result<void> status() const { return m_csv.status(); }
    qint64 lineNumber() const { return m_csv.lineNumber(); }

private:
    struct Columns
    {
        int ticker, volume, open, close, high, low, time, transactions, vwap;
    };

    BarCsvReader(CsvReader csv, SymbolTable &symbols);
    template<typename Decimal> void read(int column, Decimal &value, BarRecord &record);
    void readAverage(BarRecord &record);
    void readTime(Row &row);

    CsvReader m_csv;
    SymbolTable *m_symbols;
    Columns m_columns;
};

} // namespace tapeline
