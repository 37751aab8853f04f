#pragma once

#include "csvreader.h"
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

    /// The next trade; false at the end and when status() is an error, which names the line.
    bool next(Trade &trade);
    Result<void> status() const;

private:
    struct Columns
    {
        int ticker, conditions, correction, exchange, id, participantTime, price, sequence, time,
            size, tape, trfId;
    };

    TradeCsvReader(CsvReader csv, SymbolTable &symbols)
        : m_csv(std::move(csv))
        , m_symbols(&symbols)
    {
    }
    void findColumns();
    bool read(Trade &trade);
    bool readConditions(TradeConditions &conditions);
    template<typename Integer> bool readInteger(int column, Integer &value);
    template<typename Decimal> bool readDecimal(int column, Decimal &value);
    bool readTime(int column, Timestamp &time);
    bool fail(int column);

    CsvReader m_csv;
    SymbolTable *m_symbols;
    Columns m_columns {};
    Result<void> m_status;
};

} // namespace tapeline
