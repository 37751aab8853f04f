#pragma once

#include "accountview.h"
#include "journalupdate.h"
#include "tradearchive.h"

#include <map>
#include <vector>

namespace tapeline {

/// What journal.db comes to, for the command line.
struct LoadedJournal
{
    std::vector<TradeRecord> trades {}; ///< by their keys
    std::map<TradeKey, std::vector<TradeExecution>> executions {}; ///< where they were asked for
    std::map<TradeKey, TradeNotes> notes {};
    std::map<NoteSubject, DayNotes> days {};
    std::map<QString, std::vector<EquityPoint>> equity {}; ///< by account, oldest first
    QStringList troubles {}; ///< accounts that cannot be read, each with the reason
};

struct JournalWish
{
    QString accountPrefix {}; ///< "simulated/", "import/"; empty: all
    bool executions = false;
};

/// Reads only, also while a desk writes to the file: trades as they are stored where that is up to
/// date, else formed in memory. NotFound when there is no file; Storage when it cannot be read.
Result<LoadedJournal> loadJournal(const QString &path, const JournalWish &wish = {});

/// Whether the stored trades of an account rest on all of its events, by this version's rules.
Result<bool> isBuilt(const JournalDatabase &journal, const TradeArchive &archive,
                     const QString &account);

} // namespace tapeline
