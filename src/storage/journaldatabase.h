#pragma once

#include "result.h"
#include "timestamp.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace tapeline {

/// One event of an account, as its owner writes it.
struct JournalLine
{
    QString account;
    QString stream; ///< "orders", "books": what kind of events; each is numbered on its own
    quint64 sequence = 0; ///< from 1, without holes
    Timestamp at {}; ///< market time
    QByteArray body; ///< canonical text of the event

    friend bool operator==(const JournalLine &, const JournalLine &) = default;
};

/// What an account came to, to compare with what its events come to.
struct JournalState
{
    quint64 sequence = 0; ///< of the last event in it
    QByteArray body;

    friend bool operator==(const JournalState &, const JournalState &) = default;
};

/// journal.db: what happened to the paper accounts. Lines are only ever added; what was there stays
/// as it is. SQLite with a write-ahead log and synchronous=FULL: what append() has accepted is on
/// the disk and survives a kill at any instant. Older files are copied beside themselves
/// ("journal.db.v1-backup") before they are changed; newer ones, and files that are no database,
/// are left alone and refused.
///
/// Belongs to the thread that opened it.
class JournalDatabase
{
public:
    static constexpr int currentVersion = 1;

    enum class Access : quint8 { ReadWrite, ReadOnly };

    JournalDatabase();
    ~JournalDatabase();
    JournalDatabase(const JournalDatabase &) = delete;
    JournalDatabase &operator=(const JournalDatabase &) = delete;

    /// Creates the file when there is none, unless it is only to be read.
    Result<void> open(const QString &path, Access access = Access::ReadWrite);

    /// All of them or none, in one commit. A line whose number its stream has already is refused.
    Result<void> append(std::span<const JournalLine> lines);
    /// Replaces what is known of the account's state up to now.
    Result<void> setState(const QString &account, const JournalState &state);

    /// In the order in which they first came.
    Result<QStringList> accounts() const;
    /// Ascending by number, from the first or from one on.
    Result<std::vector<JournalLine>> lines(const QString &account, const QString &stream,
                                           quint64 from = 1) const;
    /// Nothing was stored: sequence 0.
    Result<JournalState> state(const QString &account) const;

private:
    Result<void> prepare();
    Result<void> create();
    Result<void> backUp(int version);

    const QString m_connection;
    QString m_path;
    QSqlDatabase m_database;
};

} // namespace tapeline
