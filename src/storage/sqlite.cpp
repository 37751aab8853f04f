#include "sqlite.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tapeline::sqlite {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int corrupt = 11; // SQLITE_CORRUPT
constexpr int notADatabase = 26; // SQLITE_NOTADB

/// Without what says more than the kind.
int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xFF;
}

/// SQLite's primary result codes that say what someone can do about it.
QString sentence(int code)
{
    switch (code) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return u"another program is writing to it"_s;
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return u"it cannot be opened for writing"_s;
    case 10: // SQLITE_IOERR
        return u"the disk refuses"_s;
    case corrupt:
        return u"it is damaged"_s;
    case 13: // SQLITE_FULL
        return u"the disk is full"_s;
    case notADatabase:
        return u"it is not a database"_s;
    default:
        return {};
    }
}

Result<int> number(const QSqlDatabase &database, const QString &question)
{
    QSqlQuery query(database);
    if (!query.exec(question) || !query.next())
        return error(database.databaseName(), query.lastError());
    return query.value(0).toInt();
}

} // namespace

Error error(const QString &file, const QSqlError &error)
{
    const QString known = sentence(primaryCode(error));
    return { Error::Code::Storage, u"%1: %2"_s.arg(file, known.isEmpty() ? error.text() : known) };
}

bool isDamage(const QSqlError &error)
{
    const int code = primaryCode(error);
    return code == corrupt || code == notADatabase;
}

Result<void> execute(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return error(database.databaseName(), query.lastError());
    return {};
}

Result<int> version(const QSqlDatabase &database)
{
    return number(database, u"PRAGMA user_version"_s);
}

Result<int> applicationId(const QSqlDatabase &database)
{
    return number(database, u"PRAGMA application_id"_s);
}

Result<bool> isEmpty(const QSqlDatabase &database)
{
    const Result<int> count = number(database, u"SELECT count(*) FROM sqlite_master"_s);
    if (!count)
        return count.error();
    return *count == 0;
}

Transaction::Transaction(QSqlDatabase &database, Kind kind)
    : m_database(database)
    , m_begun(execute(database, kind == Kind::WriteAtOnce ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s))
    , m_open(m_begun)
{
}

Transaction::~Transaction()
{
    if (m_open)
        m_database.rollback();
}

Result<void> Transaction::commit()
{
    if (!m_open)
        return m_begun;
    const Result<void> done = execute(m_database, u"COMMIT"_s); // Qt's own loses SQLite's code
    m_open = !done;
    return done;
}

} // namespace tapeline::sqlite
