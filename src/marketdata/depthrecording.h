#pragma once

#include "depthupdate.h"
#include "feednumbers.h"
#include "jsontree.h"
#include "linereader.h"
#include "marketevent.h"
#include "symboltable.h"

#include <map>

namespace tapeline {

enum class DepthRecordKind : quint8 { Book, Trade, Quote };

/// One line of a recording with depth. Reused: only the part that `kind` names means anything.
struct DepthRecord
{
    DepthRecordKind kind = DepthRecordKind::Book;
    DepthUpdate book;
    Trade trade; ///< conditions: 1 the seller, 2 the buyer crossed the spread
    Quote quote; ///< best bid and offer
};

/// Reads recorded crypto books with depth: a JSON object a line, as data/INDEX.md describes
/// (k = S the whole book, U changes, T a trade, Q the best quote); plain, .gz or .zst. Symbols are
/// the service's ("X:BTCUSDT"). Time is the exchange's; a best quote has none of its own and takes
/// that of the line before it of its pair. The order of the lines is the order of events.
class DepthRecording
{
public:
    /// As LineReader::open(). symbols outlives the reader.
    static Result<DepthRecording> open(const QString &path, SymbolTable &symbols);
    /// Of a file whose first lines were read already; first is the last of them.
    DepthRecording(LineReader lines, std::string_view first, SymbolTable &symbols);

    /// The next line that is of a known kind; false at the end and when status() is an error, which
    /// names the line.
    bool next(DepthRecord &record);
    Result<void> status() const { return m_status ? m_lines.status() : m_status; }
    qint64 lineNumber() const { return m_lines.lineNumber(); }

private:
    bool nextLine(std::string_view &line);
    bool read(JsonValue line, DepthRecord &record);
    bool readBook(JsonValue line, DepthUpdate &book);
    bool readTrade(JsonValue line, Trade &trade);
    bool readQuote(JsonValue line, Quote &quote);
    bool readTime(JsonValue line, InstrumentId instrument, Timestamp &time);
    InstrumentId instrumentOf(JsonValue line);
    bool fail();

    LineReader m_lines;
    std::string m_first; ///< the line that was read already
    bool m_isFirst = true;
    SymbolTable *m_symbols;
    std::unique_ptr<JsonTree> m_tree;
    FeedNumbers m_numbers;
    std::map<std::string, InstrumentId, std::less<>> m_pairs;
    std::map<InstrumentId, Timestamp> m_times; // of the last line of a pair
    Result<void> m_status;
};

} // namespace tapeline
