#pragma once

#include "journaldatabase.h"
#include "journalupdate.h"

#include <QSqlDatabase>
#include <QVariantList>

#include <map>
#include <span>
#include <vector>

namespace tapeline {

/// A trade as the builder formed it.
struct FormedTrade
{
    TradeRecord record;
    std::vector<TradeExecution> executions; ///< oldest first
};

/// How far the trades of an account have been formed from its events, and by which builder.
struct BuiltUpTo
{
    quint64 books
        = 0; ///< sequence of the last event of the books, or of the imported fills, in them
    quint64 context = 0; ///< the same of the stream "context"
    int version = 0; ///< of the builder; 0: nothing is stored

    friend bool operator==(const BuiltUpTo &, const BuiltUpTo &) = default;
};

/// What journal.db has beside the accounts' events: the trades that were formed from them, which
/// can be forgotten and formed anew, and what the user wrote, which only grows. A connection of its
/// own on the thread that opens it; the desk's JournalWriter writes to the same file from another.
///
/// It neither creates the file nor brings it up to date: a JournalDatabase opened for writing does,
/// and holds the lock that keeps other programs from writing.
///
/// Errors are Storage with a sentence where the file refuses, InvalidArgument with a sentence where
/// what is asked for cannot be.
class TradeArchive
{
public:
    using Access = JournalDatabase::Access;

    static constexpr qint64 largestAttachment = 10 * 1'024 * 1'024; ///< bytes
    static constexpr qint64 largestPicture = 2 * 1'024 * 1'024; ///< bytes
    static constexpr qsizetype longestText = 100'000; ///< characters of a note

    TradeArchive();
    ~TradeArchive();
    TradeArchive(const TradeArchive &) = delete;
    TradeArchive &operator=(const TradeArchive &) = delete;

    /// NotFound when there is no file yet; Storage when it is not of the current version.
    Result<void> open(const QString &path, Access access = Access::ReadWrite);

    // --- trades, formed from events

    /// Nothing was stored: all zero.
    Result<BuiltUpTo> builtUpTo(const QString &account) const;
    /// All of it or nothing, in one commit: trades are added or replaced by their keys, others are
    /// gone. While it runs no event can be written: to be called with some hundred trades at once.
    Result<void> store(const QString &account, const BuiltUpTo &upTo,
                       std::span<const FormedTrade> trades, std::span<const TradeKey> gone = {});
    /// The account's trades are to be formed anew; what was written about them stays.
    Result<void> forget(const QString &account);
    /// All of them, by their keys.
    Result<std::vector<TradeRecord>> trades() const;
    /// Oldest first.
    Result<std::vector<TradeExecution>> executions(const TradeKey &trade) const;

    // --- what the user wrote

    /// Adds it to what was written before; at: of the wall clock. Returns its position, by which
    /// attachments are named; what stands already is not added again, its position is that of
    /// before. InvalidArgument for what cannot be: a rating above 5, a file above
    /// 10 MB, a plan of a trade, an attachment that is not there.
    Result<qint64> add(const NoteEdit &edit, Timestamp at);
    /// Of all trades something was ever written about, as it stands.
    Result<std::map<TradeKey, TradeNotes>> notes() const;
    Result<TradeNotes> notes(const TradeKey &trade) const;
    /// The same of days.
    Result<std::map<NoteSubject, DayNotes>> days() const;
    Result<DayNotes> day(const NoteSubject &subject) const;
    /// All that was ever written about it, oldest first; attachments without their bytes.
    Result<std::vector<NoteRevision>> revisions(const NoteSubject &subject) const;
    /// Those that were not taken away, oldest first.
    Result<std::vector<TradeAttachment>> attachments(const TradeKey &trade) const;
    /// The bytes of one, also of one that was taken away. NotFound when there is none.
    Result<QByteArray> attachment(qint64 number) const;
    /// PNG; the first one of an entry or exit stays.
    Result<void> keepPicture(const TradeKey &trade, bool isExit, const QByteArray &png);
    /// Empty where none was taken.
    Result<QByteArray> picture(const TradeKey &trade, bool isExit) const;
    /// The page of one trade, but for its order events.
    Result<TradeDetail> detail(const TradeKey &trade) const;

    /// The trades and days in whose symbols, form, strategy and notes as they stand all of these
    /// words are, the last as a beginning; ascending. No words: none.
    Result<std::vector<NoteSubject>> search(const QString &words) const;

    // --- the file

    /// Events of an account that no venue writes ("import/<name>"), all in one commit.
    Result<void> append(std::span<const JournalLine> lines);
    /// A whole copy while it is used, found sound before it gets its name; a file of that name is
    /// replaced. Storage, too, for the name of a file that the desk itself uses.
    Result<void> backUp(const QString &file) const;

private:
    struct Standing
    {
        qint64 position = 0;
        QString value;
    };

    Error failed(const QSqlQuery &query) const;
    Result<void> run(const QString &statement, const QVariantList &values) const;
    Result<QSqlQuery> ask(const QString &question, const QVariantList &values = {}) const;
    Result<void> openToWrite();
    Result<void> remove(const TradeKey &trade);
    Result<void> insert(std::span<const FormedTrade> trades);

    // archivenotes.cpp
    Result<void> checkDetached(const NoteEdit &edit) const;
    Result<Standing> standing(const NoteEdit &edit) const;
    Result<void> write(const NoteEdit &edit, qint64 position, Timestamp at);
    Result<QString> words(const NoteSubject &subject) const;

    const QString m_connection;
    QString m_path;
    JournalReading m_reading;
    QSqlDatabase m_database;
};

} // namespace tapeline
