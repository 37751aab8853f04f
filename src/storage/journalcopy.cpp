#include "journalcopy.h"

#include "journalschema.h"
#include "sqlite.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace tapeline::journalcopy {

using namespace Qt::Literals::StringLiterals;

namespace {

/// SQLite does not wait for the disk with what it writes by VACUUM INTO; names are the folder's.
void bringToDisk(const QString &path)
{
#ifdef Q_OS_UNIX
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::close(file);
#else
    Q_UNUSED(path)
#endif
}

Result<void> checkCopy(const QString &file)
{
    const QString connection = u"copy-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Result<void> sound;
    {
        QSqlDatabase copy = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        copy.setDatabaseName(file);
        copy.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        sound = copy.open() ? journalschema::checkSound(copy, file)
                            : Result<void>(sqlite::error(file, copy.lastError()));
    }
    QSqlDatabase::removeDatabase(connection);
    return sound;
}

} // namespace

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
    bringToDisk(part);
    if (const Result<void> sound = checkCopy(part); !sound)
        return sound;
    return move(part, file);
}

Result<void> move(const QString &from, const QString &to)
{
    std::error_code failed;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(),
                            QFileInfo(to).filesystemFilePath(), failed);
    if (failed)
        return Error { Error::Code::Storage,
                       u"%1: it cannot be written (%2)"_s.arg(
                           to, QString::fromStdString(failed.message())) };
    bringToDisk(QFileInfo(to).absolutePath());
    return {};
}

} // namespace tapeline::journalcopy
