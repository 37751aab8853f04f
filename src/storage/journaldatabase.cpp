#include "journaldatabase.h"

#include "sqlite.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int applicationId = 0x54'61'70'4A; // "TapJ"

} // namespace

JournalDatabase::JournalDatabase()
    : m_connection(u"journal-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

JournalDatabase::~JournalDatabase()
{
    m_insert.reset();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> JournalDatabase::open(const QString &path, Access access)
{
    m_path = path;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(path);
    if (access == Access::ReadOnly)
        m_database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    else if (const Result<void> locked = lock(); !locked)
        return locked;
    if (!m_database.open())
        return sqlite::error(path, m_database.lastError());
    const Result<int> found = sqlite::version(m_database);
    if (!found)
        return found.error();
    const Result<bool> fresh = sqlite::isEmpty(m_database);
    if (!fresh)
        return fresh.error();
    if (const Result<void> ours = *fresh ? Result<void>() : checkOwner(*found); !ours)
        return ours;
    if (access == Access::ReadOnly)
        return {};
    if (const Result<void> sound = *fresh ? Result<void>() : check(); !sound)
        return sound;
    if (const Result<void> prepared = prepare(); !prepared)
        return prepared;
    if (*fresh)
        return create();
    return *found < currentVersion ? upgrade() : Result<void>();
}

/// Version 1 did not say so: it is known by its tables.
Result<void> JournalDatabase::checkOwner(int version) const
{
    const Result<int> id = sqlite::applicationId(m_database);
    if (!id)
        return id.error();
    const bool isFirst
        = version == 1 && *id == 0 && m_database.tables() == QStringList { u"line"_s, u"state"_s };
    if (*id != applicationId && !isFirst)
        return Error { Error::Code::Storage,
                       u"%1: it is no journal of Tapeline's and is left as it is"_s.arg(m_path) };
    if (version > currentVersion)
        return Error { Error::Code::Storage,
                       u"%1 was written by a newer Tapeline (version %2)"_s.arg(m_path).arg(
                           version) };
    return {};
}

Result<void> JournalDatabase::lock()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_lock = std::make_unique<QLockFile>(m_path + u".lock"_s);
    m_lock->setStaleLockTime(0); // a lock left by a crash is recognised by its process
    if (m_lock->tryLock())
        return {};
    const bool other = m_lock->error() == QLockFile::LockFailedError;
    m_lock.reset();
    return Error { Error::Code::Storage,
                   other ? u"%1: another Tapeline is using it"_s.arg(m_path)
                         : u"%1: its folder cannot be written to"_s.arg(m_path) };
}

/// Whether SQLite finds the file as it left it.
Result<void> JournalDatabase::check() const
{
    QSqlQuery query(m_database);
    if (!query.exec(u"PRAGMA integrity_check(1)"_s) || !query.next())
        return sqlite::error(m_path, query.lastError());
    const QString found = query.value(0).toString();
    if (found == "ok"_L1)
        return {};
    return Error { Error::Code::Storage,
                   u"%1: it is damaged and is left as it is; put a copy in its place, or move it "
                   u"away to begin anew (%2)"_s.arg(m_path, found.simplified()) };
}

/// What every connection that writes is set to. Some file systems have no write-ahead log.
Result<void> JournalDatabase::prepare()
{
    QSqlQuery query(m_database);
    if (!query.exec(u"PRAGMA journal_mode = WAL"_s) || !query.next())
        return sqlite::error(m_path, query.lastError());
    if (query.value(0).toString() != "wal"_L1)
        return Error { Error::Code::Storage,
                       u"%1: its disk allows no write-ahead log"_s.arg(m_path) };
    return sqlite::execute(m_database, u"PRAGMA synchronous = FULL"_s);
}

Result<void> JournalDatabase::create()
{
    return run({ u"CREATE TABLE line (position INTEGER PRIMARY KEY, account TEXT NOT NULL, stream "
                 u"TEXT NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL, body BLOB NOT "
                 u"NULL, UNIQUE (account, stream, sequence))"_s,
                 u"CREATE TABLE state (account TEXT PRIMARY KEY, sequence INTEGER NOT NULL, body "
                 u"BLOB NOT NULL) WITHOUT ROWID"_s });
}

/// What version 1 noted of accounts is of another form; it is noted anew as they go on.
Result<void> JournalDatabase::upgrade()
{
    if (const Result<void> copied = backUp(1); !copied)
        return copied;
    return run({ u"DELETE FROM state"_s });
}

/// All of it or nothing; the file is of the current version after it.
Result<void> JournalDatabase::run(const QStringList &statements)
{
    sqlite::Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    for (const QString &statement : statements
             + QStringList { u"PRAGMA application_id = %1"_s.arg(applicationId),
                             u"PRAGMA user_version = %1"_s.arg(currentVersion) })
        if (const Result<void> done = sqlite::execute(m_database, statement); !done)
            return done;
    return transaction.commit();
}

/// A whole copy, taken by the database itself: it holds what the write-ahead log still has.
Result<void> JournalDatabase::backUp(int version)
{
    const QString copy = u"%1.v%2-backup"_s.arg(m_path).arg(version);
    if (QFile::exists(copy))
        return {}; // of an earlier try at the same step: it is the older, untouched one
    const QString part = copy + u".part"_s; // what a kill leaves is no copy
    QFile::remove(part);
    QSqlQuery query(m_database);
    query.prepare(u"VACUUM INTO ?"_s);
    query.addBindValue(part);
    if (!query.exec())
        return sqlite::error(part, query.lastError());
    if (!QFile::rename(part, copy))
        return Error { Error::Code::Storage, u"%1: it cannot be written"_s.arg(copy) };
    return {};
}

Result<void> JournalDatabase::append(std::span<const JournalLine> lines,
                                     const std::map<QString, JournalState> &states)
{
    sqlite::Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    for (const JournalLine &line : lines)
        if (const Result<void> done = write(line); !done)
            return done;
    for (const auto &[account, state] : states)
        if (const Result<void> done = write(account, state); !done)
            return done;
    return transaction.commit();
}

Result<void> JournalDatabase::write(const JournalLine &line)
{
    if (!m_insert) {
        m_insert.emplace(m_database);
        m_insert->prepare(
            u"INSERT INTO line (account, stream, sequence, at, body) VALUES (?, ?, ?, ?, ?)"_s);
    }
    m_insert->bindValue(0, line.account);
    m_insert->bindValue(1, line.stream);
    m_insert->bindValue(2, line.sequence);
    m_insert->bindValue(3, qint64(toNs(line.at)));
    m_insert->bindValue(4, line.body);
    if (m_insert->exec())
        return {};
    const Error failed = sqlite::error(m_path, m_insert->lastError());
    m_insert.reset(); // it may not have been prepared
    return failed;
}

Result<void> JournalDatabase::write(const QString &account, const JournalState &state)
{
    QSqlQuery query(m_database);
    query.prepare(u"INSERT OR REPLACE INTO state (account, sequence, body) VALUES (?, ?, ?)"_s);
    query.addBindValue(account);
    query.addBindValue(state.sequence);
    query.addBindValue(state.body);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    return {};
}

Result<QStringList> JournalDatabase::accounts() const
{
    QSqlQuery query(m_database);
    if (!query.exec(u"SELECT account FROM line GROUP BY account ORDER BY min(position)"_s))
        return sqlite::error(m_path, query.lastError());
    QStringList accounts;
    while (query.next())
        accounts.append(query.value(0).toString());
    return accounts;
}

Result<std::vector<JournalLine>> JournalDatabase::lines(const QString &account,
                                                        const QString &stream, quint64 from,
                                                        qint64 most) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT sequence, at, body FROM line WHERE account = ? AND stream = ? AND "
                  u"sequence >= ? ORDER BY sequence LIMIT ?"_s);
    query.addBindValue(account);
    query.addBindValue(stream);
    query.addBindValue(from);
    query.addBindValue(most);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    std::vector<JournalLine> lines;
    while (query.next())
        lines.push_back({ account, stream, query.value(0).toULongLong(),
                          fromNs(query.value(1).toLongLong()), query.value(2).toByteArray() });
    return lines;
}

Result<JournalState> JournalDatabase::state(const QString &account) const
{
    QSqlQuery query(m_database);
    query.prepare(u"SELECT sequence, body FROM state WHERE account = ?"_s);
    query.addBindValue(account);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    if (!query.next())
        return JournalState {};
    return JournalState { query.value(0).toULongLong(), query.value(1).toByteArray() };
}

Result<Timestamp> JournalDatabase::newest(const QString &accountPrefix) const
{
    QSqlQuery query(m_database);
    query.prepare(u"SELECT at FROM line WHERE substr(account, 1, ?) = ? ORDER BY position DESC "
                  u"LIMIT 1"_s);
    query.addBindValue(accountPrefix.size());
    query.addBindValue(accountPrefix);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    return query.next() ? fromNs(query.value(0).toLongLong()) : Timestamp();
}

} // namespace tapeline
