#pragma once

#include "result.h"
#include "tradenotes.h"

#include <QSqlDatabase>

#include <vector>

namespace tapeline {

/// The full-text index of journal.db (SQLite's FTS5) over what is known and written of trades and
/// days. Works within its user's transaction.
class SearchIndex
{
public:
    /// path: for its sentences. The connection must be open.
    SearchIndex(const QSqlDatabase &database, const QString &path);

    /// The words of a trade's record: those of its notes stay. Empty: it has none any more.
    Result<void> setRecord(const NoteSubject &subject, const QString &words);
    /// The words of its notes, or a day's: those of the record stay.
    Result<void> setNotes(const NoteSubject &subject, const QString &words);
    /// No record of an account's trades is found any more; its notes are.
    Result<void> forgetRecords(const QString &account);

    /// Those in which all of these words are, the last as a beginning; ascending. Case and accents
    /// do not matter; whatever is typed is words, never an expression.
    Result<std::vector<NoteSubject>> find(const QString &words) const;

    /// As FTS5 is asked; empty when there is no word in it.
    static QString expression(const QString &words);

private:
    struct Entry
    {
        qint64 id = 0; ///< 0: there is none
        QString record;
        QString notes;
    };

    Result<Entry> entry(const NoteSubject &subject) const;
    Result<void> write(const NoteSubject &subject, const Entry &entry);
    Result<qint64> subjectNumber(const NoteSubject &subject);

    QSqlDatabase m_database;
    QString m_path;
};

} // namespace tapeline
