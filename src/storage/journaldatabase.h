#pragma once

#include "journallock.h"
#include "journalreading.h"
#include "result.h"
#include "timestamp.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
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
/// the disk and survives a kill at any instant. TradeArchive keeps what was formed of them, and
/// what the user wrote, in the same file. Older files are copied beside themselves
/// ("journal.db.v2-backup") before they are changed; newer ones, damaged ones, other programs'
/// databases and files that are none are left alone and refused. One writer at a time: beside the
/// file stands "journal.db.lock" as long as it is open for writing.
///
/// Belongs to the thread that opened it.
class JournalDatabase
{
public:
    enum class Access : quint8 { ReadWrite, ReadOnly };

    JournalDatabase();
    ~JournalDatabase();
    JournalDatabase(const JournalDatabase &) = delete;
    JournalDatabase &operator=(const JournalDatabase &) = delete;

    /// Creates the file when there is none, unless it is only to be read.
    Result<void> open(const QString &path, Access access = Access::ReadWrite);
    /// open() was refused because another program writes to the file.
    bool isInUse() const { return m_lock.isTaken(); }

    /// An empty journal in memory, where there is no file to be read.
    Result<void> openEmpty();
    /// Lines that are in no file yet are read behind those of their stream that are; they take the
    /// place of those that were given before.
    void setUnwritten(std::vector<JournalLine> lines) { m_unwritten = std::move(lines); }

    /// All of it or nothing, in one commit: lines are added, states replace what is known of their
    /// accounts. A line whose number its stream has already is refused.
    Result<void> append(std::span<const JournalLine> lines,
                        const std::map<QString, JournalState> &states = {});

    /// In the order in which they first came.
    Result<QStringList> accounts() const;
    /// Ascending by number, from the first or from one on; all of them, or so many at most.
    Result<std::vector<JournalLine>> lines(const QString &account, const QString &stream,
                                           quint64 from = 1, qint64 most = -1) const;
    /// Nothing was stored, or by an older version: sequence 0.
    Result<JournalState> state(const QString &account) const;
    /// Number of the stream's last line; 0 without any.
    Result<quint64> newestSequence(const QString &account, const QString &stream) const;
    /// What has come behind a place in the file.
    struct Growth
    {
        qint64 position = 0; ///< of the last line
        QStringList accounts {}; ///< with lines behind that place
    };
    /// 0: all there is.
    Result<Growth> growthBehind(qint64 position) const;
    /// Market time of the line that came last of the accounts whose names begin so; the epoch
    /// without any.
    Result<Timestamp> newest(const QString &accountPrefix) const;

private:
    Result<void> openToRead();
    Result<void> openToWrite();
    Result<void> findVersion();
    void addUnwritten(std::vector<JournalLine> &lines, const QString &account,
                      const QString &stream, quint64 from, qint64 most) const;
    Result<void> write(const JournalLine &line);
    Result<void> write(const QString &account, const JournalState &state);
    Result<void> prepare();
    Result<void> checkWritable();
    Result<void> upgrade();
    Result<void> backUp();

    const QString m_connection;
    QString m_path;
    QSqlDatabase m_database;
    int m_version = 0; ///< see journalschema
    JournalLock m_lock;
    JournalReading m_reading;
    std::vector<JournalLine> m_unwritten;
    std::optional<QSqlQuery> m_insert; // prepared once
};

} // namespace tapeline
