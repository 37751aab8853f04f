#pragma once

#include "accountview.h"
#include "importedfill.h"
#include "journalupdate.h"
#include "result.h"

#include <functional>

namespace tapeline {

/// Where what is asked of the journal goes: the journal's thread in the desk, a stand-in in tests.
/// Nothing blocks; answers are called on the caller's thread, in order, and never after the asker
/// (the context) is gone.
class JournalPort
{
public:
    virtual ~JournalPort() = default;

    template<typename Value> using Answer = std::function<void(const Result<Value> &)>;

    /// Comes back by JournalUpdate once it is on the disk; a refusal is answered.
    virtual void edit(const NoteEdit &edit, QObject *context, const Answer<void> &answer) = 0;
    /// A picture of the chart of a trade's symbol at its entry or exit, PNG.
    virtual void keepPicture(const TradeKey &trade, bool isExit, const QByteArray &png) = 0;
    virtual void load(const TradeKey &trade, QObject *context, const Answer<TradeDetail> &answer)
        = 0;
    virtual void loadAttachment(qint64 number, QObject *context, const Answer<QByteArray> &answer)
        = 0;
    /// The trades and days in whose text all of these words are (the last as a beginning),
    /// ascending.
    virtual void search(const QString &words, QObject *context,
                        const Answer<std::vector<NoteSubject>> &answer)
        = 0;
    /// What an account was worth, oldest first.
    virtual void loadEquity(const QString &account, QObject *context,
                            const Answer<std::vector<EquityPoint>> &answer)
        = 0;
    /// Fills of another broker's for the account "import/<name>"; with isTrial nothing is written.
    /// All of them or none.
    virtual void importFills(const QString &name, const std::vector<ImportedFill> &fills,
                             bool isTrial, QObject *context, const Answer<ImportOutcome> &answer)
        = 0;
    /// A whole copy of the journal while it is used.
    virtual void backUp(const QString &file, QObject *context, const Answer<void> &answer) = 0;
};

} // namespace tapeline
