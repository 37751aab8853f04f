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
    if (*found > currentVersion)
        return Error { Error::Code::Storage,
                       u"%1 was written by a newer Tapeline (version %2)"_s.arg(path).arg(*found) };
    if (access == Access::ReadOnly)
        return {};
    if (const Result<void> sound = *found > 0 ? check() : Result<void>(); !sound)
        return sound;
    if (*found > 0 && *found < currentVersion)
        if (const Result<void> copied = backUp(*found); !copied)
            return copied;
    return *found == currentVersion ? prepare() : create();
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

/// What every connection that writes is set to.
Result<void> JournalDatabase::prepare()
{
    for (const QString &pragma : { u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s })
        if (const Result<void> set = sqlite::execute(m_database, pragma); !set)
            return set;
    return {};
}

Result<void> JournalDatabase::create()
{
    if (const Result<void> prepared = prepare(); !prepared)
        return prepared;
    sqlite::Transaction transaction(m_database);
    for (const QString &statement :
         { u"CREATE TABLE line (position INTEGER PRIMARY KEY, account TEXT NOT NULL, stream TEXT "
           u"NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL, "
           u"UNIQUE (account, stream, sequence))"_s,
           u"CREATE TABLE state (account TEXT PRIMARY KEY, sequence INTEGER NOT NULL, body BLOB "
           u"NOT NULL) WITHOUT ROWID"_s,
           u"PRAGMA user_version = %1"_s.arg(currentVersion) }) {
        if (const Result<void> done = sqlite::execute(m_database, statement); !done)
            return done;
    }
    return transaction.commit();
}

/// A whole copy, taken by the database itself: it holds what the write-ahead log still has.
Result<void> JournalDatabase::backUp(int version)
{
    const QString copy = u"%1.v%2-backup"_s.arg(m_path).arg(version);
    if (QFile::exists(copy))
        return {}; // of an earlier try at the same step: it is the older, untouched one
    QSqlQuery query(m_database);
    query.prepare(u"VACUUM INTO ?"_s);
    query.addBindValue(copy);
    if (!query.exec())
        return sqlite::error(copy, query.lastError());
    return {};
}

Result<void> JournalDatabase::append(std::span<const JournalLine> lines,
                                     const std::map<QString, JournalState> &states)
{
    sqlite::Transaction transaction(m_database);
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
                                                        const QString &stream, quint64 from) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT sequence, at, body FROM line WHERE account = ? AND stream = ? AND "
                  u"sequence >= ? ORDER BY sequence"_s);
    query.addBindValue(account);
    query.addBindValue(stream);
    query.addBindValue(from);
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
