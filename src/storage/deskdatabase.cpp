#include "deskdatabase.h"

#include "sqlite.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

DeskDatabase::DeskDatabase()
    : m_connection(u"desk-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

DeskDatabase::~DeskDatabase()
{
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> DeskDatabase::open(const QString &path)
{
    m_path = path;
    QDir().mkpath(QFileInfo(path).absolutePath());
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(path);
    if (!m_database.open())
        return sqlite::error(path, m_database.lastError());
    for (const QString &pragma :
         { u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s })
        if (const Result<void> set = sqlite::execute(m_database, pragma); !set)
            return set;
    const Result<int> found = sqlite::version(m_database);
    if (!found)
        return found.error();
    if (*found > currentVersion)
        return Error { Error::Code::Storage,
                       u"%1 was written by a newer Tapeline (version %2)"_s.arg(path).arg(*found) };
    return *found == 0 ? create() : Result<void>();
}

Result<void> DeskDatabase::create()
{
    sqlite::Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    for (const QString &statement :
         { u"CREATE TABLE document (kind TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT "
           u"NULL,"
           " body BLOB NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID"_s,
           u"PRAGMA user_version = %1"_s.arg(currentVersion) }) {
        if (const Result<void> done = sqlite::execute(m_database, statement); !done)
            return done;
    }
    return transaction.commit();
}

Result<QList<DeskDocument>> DeskDatabase::documents(const QString &kind) const
{
    QSqlQuery query(m_database);
    query.prepare(u"SELECT name, body FROM document WHERE kind = ? ORDER BY position"_s);
    query.addBindValue(kind);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    QList<DeskDocument> documents;
    while (query.next())
        documents.append({ query.value(0).toString(), query.value(1).toByteArray() });
    return documents;
}

Result<void> DeskDatabase::replaceAll(const QString &kind, const QList<DeskDocument> &documents)
{
    sqlite::Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    QSqlQuery clear(m_database);
    clear.prepare(u"DELETE FROM document WHERE kind = ?"_s);
    clear.addBindValue(kind);
    if (!clear.exec())
        return sqlite::error(m_path, clear.lastError());
    QSqlQuery insert(m_database);
    insert.prepare(u"INSERT INTO document (kind, position, name, body) VALUES (?, ?, ?, ?)"_s);
    for (qsizetype i = 0; i < documents.size(); ++i) {
        insert.bindValue(0, kind);
        insert.bindValue(1, i);
        insert.bindValue(2, documents[i].name);
        insert.bindValue(3, documents[i].body);
        if (!insert.exec())
            return sqlite::error(m_path, insert.lastError());
    }
    return transaction.commit();
}

Result<void> DeskDatabase::put(const QString &kind, const DeskDocument &document)
{
    QSqlQuery query(m_database);
    // Each place once: Qt counts a numbered one that is there twice as two
    query.prepare(u"INSERT INTO document (kind, position, name, body) VALUES (?, (SELECT"
                  " coalesce(max(position) + 1, 0) FROM document WHERE kind = ?), ?, ?)"
                  " ON CONFLICT (kind, name) DO UPDATE SET body = excluded.body"_s);
    query.addBindValue(kind);
    query.addBindValue(kind);
    query.addBindValue(document.name);
    query.addBindValue(document.body);
    return query.exec() ? Result<void>() : sqlite::error(m_path, query.lastError());
}

Result<void> DeskDatabase::remove(const QString &kind, const QString &name)
{
    QSqlQuery query(m_database);
    query.prepare(u"DELETE FROM document WHERE kind = ? AND name = ?"_s);
    query.addBindValue(kind);
    query.addBindValue(name);
    return query.exec() ? Result<void>() : sqlite::error(m_path, query.lastError());
}

} // namespace tapeline
