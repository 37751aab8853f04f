#pragma once

#include "journalupdate.h"
#include "traderesult.h"

#include <QByteArray>

#include <map>
#include <vector>

namespace tapeline {

/// A trade with what is written out about it. Record and notes must outlive it; detail is null
/// where a format needs none.
struct ExportedTrade
{
    const TradeRecord *record = nullptr;
    const TradeNotes *notes = nullptr;
    const TradeDetail *detail = nullptr; ///< executions, revisions, attachments
};

/// What stands about a day, with its history, oldest first.
struct ExportedDay
{
    NoteSubject subject;
    DayNotes notes {};
    std::vector<NoteRevision> revisions {};
};

/// The journal as a file for other programs, trade by trade, so that it need not fit into memory.
/// Times are UTC, decimals exact with a point, words those of exporttext, whatever the language of
/// the window.
///
/// Trades: one line of CSV a trade, open ones with an empty end. Executions: one line each.
/// Everything: one JSON object {"tapeline_journal":1,"trades":[...],"days":[...]} with decimals as
/// text, notes and all that was ever written in "history"; attachments by their names.
class JournalExport
{
public:
    enum class Format : quint8 { Trades, Executions, Everything };

    explicit JournalExport(Format format)
        : m_format(format)
    {
    }

    /// Whether trades have to come with their details.
    static bool needsDetails(Format format) { return format != Format::Trades; }

    QByteArray begin() const;
    QByteArray trade(const ExportedTrade &trade);
    /// After the last trade.
    QByteArray end(const std::vector<ExportedDay> &days) const;

private:
    Format m_format;
    bool m_isFirst = true;
};

} // namespace tapeline
