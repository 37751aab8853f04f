#include "cachedatabase.h"

#include "sqlite.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int applicationId = 0x54'61'70'43; // "TapC"

/// Times are nanoseconds since 1970; "used" and "kept" are the wall clock's, all others the
/// market's. vwap is the bits of the double: SQLite has no NaN and no -0.
QStringList schema()
{
    return {
        u"CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT NOT "
        u"NULL, symbol "
        u"TEXT NOT NULL, frame TEXT NOT NULL, adjusted INTEGER NOT NULL, used INTEGER NOT NULL, "
        u"UNIQUE (symbol, origin, frame, adjusted))"_s,
        u"CREATE TABLE IF NOT EXISTS block (series INTEGER NOT NULL, period INTEGER NOT NULL, "
        u"count INTEGER NOT "
        u"NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY "
        u"(series, period))"_s,
        u"CREATE TABLE IF NOT EXISTS bar (series INTEGER NOT NULL, start INTEGER NOT NULL, open "
        u"INTEGER NOT "
        u"NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL, volume "
        u"INTEGER NOT NULL, vwap INTEGER NOT NULL, trades INTEGER NOT NULL, priced INTEGER NOT "
        u"NULL, PRIMARY KEY (series, start)) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS known (series INTEGER NOT NULL, start INTEGER NOT NULL, stop "
        u"INTEGER NOT "
        u"NULL, asked INTEGER NOT NULL, PRIMARY KEY (series, start)) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS answer (origin TEXT NOT NULL, name TEXT NOT NULL, body BLOB "
        u"NOT NULL, asked "
        u"INTEGER NOT NULL, kept INTEGER NOT NULL, PRIMARY KEY (origin, name))"_s,
        u"CREATE TABLE IF NOT EXISTS download (id INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT "
        u"NOT NULL, symbols TEXT NOT NULL, "
        u"frame TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, adjusted INTEGER NOT "
        u"NULL, state INTEGER NOT NULL, done INTEGER NOT NULL, progress REAL NOT NULL, bars "
        u"INTEGER NOT NULL, detail TEXT NOT NULL)"_s,
        u"PRAGMA application_id = %1"_s.arg(applicationId),
        u"PRAGMA user_version = %1"_s.arg(CacheDatabase::currentVersion),
    };
}

/// A text that is null would be SQLite's NULL, which equals nothing.
QVariant notNull(const QVariant &value)
{
    const bool isNullText = value.userType() == QMetaType::QString && value.toString().isNull();
    return isNullText ? QVariant(u""_s) : value;
}

} // namespace

CacheDatabase::CacheDatabase()
    : m_connection(u"cache-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

CacheDatabase::~CacheDatabase()
{
    close();
}

void CacheDatabase::close()
{
    m_database = {};
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

Result<void> CacheDatabase::open(const QString &path, Access access)
{
    close();
    m_path = path;
    m_access = access;
    m_repaired.clear();
    m_isDamaged = false;
    if (access == Access::ReadWrite)
        QDir().mkpath(QFileInfo(path).absolutePath());
    const Result<void> opened = openFile();
    if (opened || !m_isDamaged || access == Access::ReadOnly)
        return opened;
    return beginAnew(opened.error().detail);
}

Result<void> CacheDatabase::openFile()
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(m_path);
    if (m_access == Access::ReadOnly)
        m_database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    if (!m_database.open())
        return failed(m_database.lastError());
    // Every page is looked at as it is read: damage is found before it is taken for what was
    // written
    if (const Result<void> set = each(u"PRAGMA cell_size_check = ON"_s, {}); !set)
        return set;
    const Result<qint64> tables = number(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables)
        return tables.error();
    const bool fresh = *tables == 0 && m_access == Access::ReadWrite;
    if (const Result<void> ours = fresh ? Result<void>() : checkOwner(); !ours)
        return ours;
    return m_access == Access::ReadWrite ? prepare(fresh) : Result<void>();
}

/// SQLite has seen by now whether the end is missing; what else can be damaged shows when it is
/// read.
Result<void> CacheDatabase::checkOwner() const
{
    const Result<qint64> id = number(u"PRAGMA application_id"_s);
    const Result<qint64> version = number(u"PRAGMA user_version"_s);
    if (!id)
        return id.error();
    if (!version)
        return version.error();
    QString reason;
    if (*id != applicationId)
        reason = u"%1: it is no cache of Tapeline's"_s.arg(m_path);
    else if (*version != currentVersion)
        reason = u"%1 was written by another Tapeline (version %2)"_s.arg(m_path).arg(*version);
    if (reason.isEmpty())
        return {};
    m_isDamaged = true;
    return Error { Error::Code::Storage, reason };
}

/// What every connection that writes is set to; a file is told before its first table that it can
/// shrink.
Result<void> CacheDatabase::prepare(bool fresh)
{
    if (fresh)
        if (const Result<void> set = each(u"PRAGMA auto_vacuum = INCREMENTAL"_s, {}); !set)
            return set;
    for (const QString &pragma :
         { u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s })
        if (const Result<void> set = each(pragma, {}); !set)
            return set;
    if (!fresh)
        return {};
    sqlite::Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    for (const QString &statement : schema())
        if (const Result<void> done = each(statement, {}); !done)
            return done;
    return transaction.commit();
}

/// What there was is kept for those who want to know.
Result<void> CacheDatabase::beginAnew(const QString &reason)
{
    close();
    const QString aside = m_path + u".broken"_s;
    QFile::remove(aside);
    if (QFile::exists(m_path) && !QFile::rename(m_path, aside))
        return Error { Error::Code::Storage, u"%1; it cannot be moved away"_s.arg(reason) };
    for (const QString &log : { u"-wal"_s, u"-shm"_s })
        QFile::remove(m_path + log);
    m_isDamaged = false;
    m_repaired = u"%1; it was moved to %2 and the cache begins anew"_s.arg(reason, aside);
    return openFile();
}

Error CacheDatabase::failed(const QSqlError &error) const
{
    m_isDamaged = m_isDamaged || sqlite::isDamage(error);
    return sqlite::error(m_path, error);
}

Result<void> CacheDatabase::each(const QString &statement, const QVariantList &values,
                                 const Row &row) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failed(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(notNull(value));
    if (!query.exec())
        return failed(query.lastError());
    while (query.next())
        if (row)
            row(query);
    // What is damaged ends the rows like their end does
    if (query.lastError().isValid())
        return failed(query.lastError());
    return {};
}

Result<qint64> CacheDatabase::number(const QString &statement, const QVariantList &values) const
{
    qint64 number = 0;
    const Result<void> done = each(
        statement, values, [&](const QSqlQuery &row) { number = row.value(0).toLongLong(); });
    if (!done)
        return done.error();
    return number;
}

} // namespace tapeline
