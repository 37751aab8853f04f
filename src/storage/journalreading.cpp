#include "journalreading.h"

#include "sqlite.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString logOf(const QString &path)
{
    return path + u"-wal"_s;
}

/// Whether something can be read from it: opening alone does not look.
Result<void> tried(QSqlDatabase &database, const QString &name, const QString &options,
                   const QString &path)
{
    database.close();
    database.setDatabaseName(name);
    database.setConnectOptions(options);
    if (!database.open())
        return sqlite::error(path, database.lastError());
    const Result<bool> empty = sqlite::isEmpty(database);
    if (!empty)
        database.close();
    return empty ? Result<void>() : Error { empty.error().code, empty.error().detail };
}

} // namespace

Result<void> JournalReading::open(QSqlDatabase &database, const QString &path)
{
    const Result<void> opened = tried(database, path, u"QSQLITE_OPEN_READONLY"_s, path);
    if (opened || !QFile::exists(path))
        return opened;
    const bool isWhole = QFileInfo(logOf(path)).size() == 0;
    if (isWhole ? openUnchanging(database, path) : openCopy(database, path))
        return {};
    return opened;
}

/// Without a log the file is all there is, and nobody can write to it.
Result<void> JournalReading::openUnchanging(QSqlDatabase &database, const QString &path)
{
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(u"immutable=1"_s);
    return tried(database, url.toString(QUrl::FullyEncoded),
                 u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s, path);
}

/// What the log has belongs to it: both are read from where SQLite can put them together.
Result<void> JournalReading::openCopy(QSqlDatabase &database, const QString &path)
{
    m_copy = std::make_unique<QTemporaryDir>();
    const QString copy = m_copy->filePath(u"journal.db"_s);
    if (!m_copy->isValid() || !QFile::copy(path, copy) || !QFile::copy(logOf(path), logOf(copy)))
        return Error { Error::Code::Storage, u"%1: there is no room to read it"_s.arg(path) };
    return tried(database, copy, {}, path);
}

} // namespace tapeline
