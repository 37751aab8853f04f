#include "journaldatabase.h"

#include "journalcopy.h"
#include "journalrestore.h"
#include "journalschema.h"
#include "sqlite.h"

#include <QFile>
#include <QFileInfo>
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
    return access == Access::ReadOnly ? openToRead() : openToWrite();
}

Result<void> JournalDatabase::openToRead()
{
    if (const Result<void> opened = m_reading.open(m_database, m_path); !opened)
        return opened;
    return findVersion();
}

Result<void> JournalDatabase::openToWrite()
{
    if (const Result<void> locked = m_lock.take(m_path); !locked)
        return locked;
    if (const Result<void> finished = journalrestore::finish(m_path); !finished)
        return finished;
    // The last to close a journal empties its log: then only what accounts rest on is looked at
    const journalschema::Extent extent = QFileInfo(m_path + u"-wal"_s).size() > 0
        ? journalschema::Extent::All
        : journalschema::Extent::WithoutFiles;
    m_database.setDatabaseName(m_path);
    if (!m_database.open())
        return sqlite::error(m_path, m_database.lastError());
    if (const Result<void> ours = findVersion(); !ours)
        return ours;
    if (const Result<void> sound
        = m_version ? journalschema::checkSound(m_database, m_path, extent) : Result<void>();
        !sound)
        return sound;
    if (const Result<void> prepared = prepare(); !prepared)
        return prepared;
    return m_version < journalschema::currentVersion ? upgrade() : checkWritable();
}

Result<void> JournalDatabase::openEmpty()
{
    m_path = u":memory:"_s;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(m_path);
    return m_database.open() ? upgrade() : sqlite::error(m_path, m_database.lastError());
}

Result<void> JournalDatabase::findVersion()
{
    const Result<int> found = journalschema::versionOf(m_database, m_path);
    m_version = found.value_or(0);
    return found ? Result<void>() : found.error();
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

/// SQLite opens a file that is write-protected to read it, and says so when it is written to.
Result<void> JournalDatabase::checkWritable()
{
    const sqlite::Transaction transaction(m_database, sqlite::Transaction::Kind::WriteAtOnce);
    return transaction.begun();
}

/// Backs up first what is there. All of it or nothing; the file is of the current version after it.
Result<void> JournalDatabase::upgrade()
{
    if (m_version > 0)
        if (const Result<void> copied = backUp(); !copied)
            return copied;
    sqlite::Transaction transaction(m_database, sqlite::Transaction::Kind::WriteAtOnce);
    if (!transaction.begun())
        return transaction.begun();
    for (const QString &statement : journalschema::stepsFrom(m_version))
        if (const Result<void> done = sqlite::execute(m_database, statement); !done)
            return done;
    if (const Result<void> done = transaction.commit(); !done)
        return done;
    m_version = journalschema::currentVersion;
    return {};
}

Result<void> JournalDatabase::backUp()
{
    const QString first = u"%1.v%2-backup"_s.arg(m_path).arg(m_version);
    QString copy = first;
    for (int number = 2; QFile::exists(copy); ++number) {
        if (journalcopy::isOf(copy, m_database))
            return {}; // of an earlier try at the same step
        copy = u"%1-%2"_s.arg(first).arg(number); // that one is of another journal
    }
    return journalcopy::make(m_database, copy);
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
    for (const JournalLine &line : m_unwritten)
        if (!accounts.contains(line.account))
            accounts.append(line.account);
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
    addUnwritten(lines, account, stream, from, most);
    return lines;
}

/// Some of them may have come into the file meanwhile.
void JournalDatabase::addUnwritten(std::vector<JournalLine> &lines, const QString &account,
                                   const QString &stream, quint64 from, qint64 most) const
{
    quint64 next = lines.empty() ? from : lines.back().sequence + 1;
    for (const JournalLine &line : m_unwritten) {
        if (most >= 0 && qint64(lines.size()) >= most)
            return;
        if (line.account != account || line.stream != stream || line.sequence < next)
            continue;
        lines.push_back(line);
        next = line.sequence + 1;
    }
}

Result<JournalState> JournalDatabase::state(const QString &account) const
{
    if (m_version < journalschema::currentVersion)
        return JournalState {}; // of another form
    QSqlQuery query(m_database);
    query.prepare(u"SELECT sequence, body FROM state WHERE account = ?"_s);
    query.addBindValue(account);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    if (!query.next())
        return JournalState {};
    return JournalState { query.value(0).toULongLong(), query.value(1).toByteArray() };
}

Result<quint64> JournalDatabase::newestSequence(const QString &account, const QString &stream) const
{
    QSqlQuery query(m_database);
    query.prepare(u"SELECT max(sequence) FROM line WHERE account = ? AND stream = ?"_s);
    query.addBindValue(account);
    query.addBindValue(stream);
    if (!query.exec() || !query.next())
        return sqlite::error(m_path, query.lastError());
    return query.value(0).toULongLong();
}

Result<JournalDatabase::Growth> JournalDatabase::growthBehind(qint64 position) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT account, max(position) FROM line WHERE position > ? GROUP BY account"_s);
    query.addBindValue(position);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    Growth growth { position, {} };
    while (query.next()) {
        growth.accounts.append(query.value(0).toString());
        growth.position = std::max(growth.position, query.value(1).toLongLong());
    }
    return growth;
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
