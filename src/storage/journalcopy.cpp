#include "journalcopy.h"

#include "journalschema.h"
#include "sqlite.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <cerrno>
#include <filesystem>
#include <functional>
#include <system_error>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tapeline::journalcopy {

using namespace Qt::Literals::StringLiterals;

namespace {

Error cannotWrite(const QString &path, const std::error_code &why)
{
    return { Error::Code::Storage,
             u"%1: it cannot be written (%2)"_s.arg(path, QString::fromStdString(why.message())) };
}

std::error_code flush(const QString &path)
{
#ifdef Q_OS_WIN
    QFile file(path);
    const bool isDone = file.open(QIODevice::ReadWrite) && ::_commit(file.handle()) == 0;
    return isDone ? std::error_code() : std::error_code(errno, std::generic_category());
#else
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool isDone = file >= 0 && ::fsync(file) == 0;
    const std::error_code failed(isDone ? 0 : errno, std::generic_category());
    if (file >= 0)
        ::close(file);
    return failed;
#endif
}

/// SQLite does not wait for the disk with what it writes by VACUUM INTO. What the disk refuses only
/// then is said: the copy is to replace a good one.
Result<void> bringToDisk(const QString &path)
{
    const std::error_code failed = flush(path);
    return failed ? cannotWrite(path, failed) : Result<void>();
}

/// Names are the folder's. Windows keeps them in a log of its own, and some file systems cannot be
/// asked.
Result<void> bringNamesToDisk(const QString &folder)
{
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
    return {};
#else
    const std::error_code failed = flush(folder);
    return failed && failed != std::errc::invalid_argument ? cannotWrite(folder, failed)
                                                           : Result<void>();
#endif
}

/// Does something with a connection that reads a file and is gone afterwards.
Result<void> withCopy(const QString &file,
                      const std::function<Result<void>(const QSqlDatabase &)> &work)
{
    const QString connection = u"copy-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Result<void> done;
    {
        QSqlDatabase copy = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        copy.setDatabaseName(file);
        copy.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        done = copy.open() ? work(copy) : Result<void>(sqlite::error(file, copy.lastError()));
    }
    QSqlDatabase::removeDatabase(connection);
    return done;
}

/// What tells one journal from another; empty when it cannot be asked or has no line.
QVariantList identityOf(const QSqlDatabase &database)
{
    constexpr int columns = 7;
    QSqlQuery query(database);
    QVariantList values;
    if (!query.exec(u"SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM "
                    u"line), account, stream, sequence, at, body FROM line ORDER BY position DESC "
                    u"LIMIT 1"_s)
        || !query.next())
        return values;
    for (int column = 0; column < columns; ++column)
        values.append(query.value(column));
    return values;
}

} // namespace

Result<void> checkName(const QString &file, const QString &journal)
{
    const QFileInfo copy(file);
    const QFileInfo own(journal);
    const QString folder = QDir(copy.absolutePath()).canonicalPath();
    bool isOwn = copy.exists() && copy.canonicalFilePath() == own.canonicalFilePath();
    if (folder == QDir(own.absolutePath()).canonicalPath())
        for (const QString &database : { own.fileName(), u"desk.db"_s, u"cache.db"_s })
            for (const QString &part :
                 { u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s, u".lock"_s, u".restore"_s })
                isOwn = isOwn || copy.fileName().compare(database + part, Qt::CaseInsensitive) == 0;
    if (!isOwn)
        return {};
    return Error { Error::Code::Storage,
                   u"%1: the desk itself uses this file; the copy needs another name"_s.arg(file) };
}

Result<void> make(const QSqlDatabase &database, const QString &file)
{
    const QString part = file + u".part"_s;
    QFile::remove(part);
    QSqlQuery query(database);
    query.prepare(u"VACUUM INTO ?"_s);
    query.addBindValue(part);
    if (!query.exec()) {
        QFile::remove(part);
        return sqlite::error(file, query.lastError());
    }
    Result<void> done = bringToDisk(part);
    if (done)
        done = withCopy(part, [&part](const QSqlDatabase &copy) {
            return journalschema::checkSound(copy, part);
        });
    if (done)
        done = move(part, file);
    if (!done)
        QFile::remove(part);
    return done;
}

bool isOf(const QString &file, const QSqlDatabase &database)
{
    const QVariantList own = identityOf(database);
    QVariantList found;
    const Result<void> opened = withCopy(file, [&found](const QSqlDatabase &copy) {
        found = identityOf(copy);
        return Result<void>();
    });
    return opened && !own.isEmpty() && found == own;
}

Result<void> move(const QString &from, const QString &to)
{
    std::error_code failed;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(),
                            QFileInfo(to).filesystemFilePath(), failed);
    if (failed)
        return cannotWrite(to, failed);
    return bringNamesToDisk(QFileInfo(to).absolutePath());
}

} // namespace tapeline::journalcopy
