#pragma once

#include "csvfields.h"
#include "marketevent.h"
#include "symboltable.h"

namespace tapeline {

/// Trades of a tick file with the vendor's flat-file columns. Needs price, size and sip_timestamp
/// (or timestamp, as futures files call it); ticker, conditions (comma-separated ids), correction,
/// exchange, id, participant_timestamp, sequence_number, tape and trf_id are read where they are.
class TradeCsvReader
{
public:
    /// As CsvReader::open(); Malformed when a needed column is missing. symbols outlives the
    /// reader.
    static Result<TradeCsvReader> open(const QString &path, SymbolTable &symbols);
    /// Of a file that is open already.
    static Result<TradeCsvReader> over(CsvReader csv, SymbolTable &symbols);

    /// The next trade; false at the end and when status() is an error, which names the line.
    bool next(Trade &trade);
    Result<void> status() const { return m_fields.status(); }
    qint64 lineNumber() const { return m_fields.lineNumber(); }
    /// The time of the record read last as it is written, in the file's unit.
    qint64 writtenTime() { return m_fields.integer(m_columns.time); }

private:
    struct Columns
    {
        int ticker, conditions, correction, exchange, id, participantTime, price, sequence, time,
            size, tape, trfId;
    };

    TradeCsvReader(CsvReader csv, SymbolTable &symbols);
    bool read(Trade &trade);

    CsvFields m_fields;
    SymbolTable *m_symbols;
    Columns m_columns;
};

/// Best bids and offers of such a file. Needs bid_price, bid_size, ask_price, ask_size and
/// sip_timestamp (or timestamp); ticker, the exchanges, conditions (the first), sequence_number and
/// tape are read where they are. An empty price or size is a side without a quote.
class QuoteCsvReader
{
public:
    static Result<QuoteCsvReader> open(const QString &path, SymbolTable &symbols);
    /// Of a file that is open already.
    static Result<QuoteCsvReader> over(CsvReader csv, SymbolTable &symbols);

    /// The next quote; false at the end and when status() is an error, which names the line.
    bool next(Quote &quote);
    Result<void> status() const { return m_fields.status(); }
    qint64 lineNumber() const { return m_fields.lineNumber(); }
    /// The time of the record read last as it is written, in the file's unit.
    qint64 writtenTime() { return m_fields.integer(m_columns.time); }

private:
    struct Columns
    {
        int ticker, askExchange, ask, askSize, bidExchange, bid, bidSize, conditions, sequence,
            time, tape;
    };

    QuoteCsvReader(CsvReader csv, SymbolTable &symbols);
    bool read(Quote &quote);

    CsvFields m_fields;
    SymbolTable *m_symbols;
    Columns m_columns;
};

} // namespace tapeline
