#include "journalrestore.h"

#include "journalcopy.h"
#include "journallock.h"
#include "journalreading.h"
#include "journalschema.h"
#include "sqlite.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <functional>

namespace tapeline::journalrestore {

using namespace Qt::Literals::StringLiterals;

namespace {

QString stagedName(const QString &journal)
{
    return journal + u".restore"_s;
}

/// Does something with a connection that is gone afterwards.
template<typename Value>
Result<Value> withConnection(const std::function<Result<Value>(QSqlDatabase &)> &work)
{
    const QString name = u"restore-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Result<Value> done = [&work, &name] {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        return work(database);
    }();
    QSqlDatabase::removeDatabase(name);
    return done;
}

/// The same with a journal of ours that SQLite finds sound, to be read.
template<typename Value>
Result<Value> withSound(const QString &file,
                        const std::function<Result<Value>(QSqlDatabase &, int version)> &work)
{
    if (!QFileInfo(file).isFile())
        return Error { Error::Code::NotFound, u"there is no file %1"_s.arg(file) };
    JournalReading reading;
    return withConnection<Value>([&](QSqlDatabase &database) -> Result<Value> {
        if (const Result<void> opened = reading.open(database, file); !opened)
            return opened.error();
        const Result<int> version = journalschema::versionOf(database, file);
        if (!version)
            return version.error();
        if (*version == 0)
            return Error { Error::Code::Storage, u"%1: it is empty"_s.arg(file) };
        if (const Result<void> sound = journalschema::checkSound(database, file); !sound)
            return sound.error();
        return work(database, *version);
    });
}

Result<qint64> number(const QSqlDatabase &database, const QString &file, const QString &question)
{
    QSqlQuery query(database);
    if (!query.exec(question) || !query.next())
        return sqlite::error(file, query.lastError());
    return query.value(0).toLongLong();
}

Result<JournalContent> contentOf(const QSqlDatabase &database, const QString &file, int version)
{
    JournalContent content;
    content.version = version;
    content.bytes = QFileInfo(file).size();
    qint64 newest = 0;
    qint64 accounts = 0;
    std::vector<std::pair<QString, qint64 *>> questions {
        { u"SELECT count(DISTINCT account) FROM line"_s, &accounts },
        { u"SELECT count(*) FROM line"_s, &content.events },
        { u"SELECT coalesce((SELECT at FROM line ORDER BY position DESC LIMIT 1), 0)"_s, &newest },
    };
    if (version >= 3) {
        questions.emplace_back(u"SELECT count(*) FROM trade"_s, &content.trades);
        questions.emplace_back(u"SELECT count(*) FROM note"_s, &content.notes);
    }
    for (const auto &[question, into] : questions) {
        const Result<qint64> answer = number(database, file, question);
        if (!answer)
            return answer.error();
        *into = *answer;
    }
    content.accounts = int(accounts);
    content.newest = fromNs(newest);
    return content;
}

QString logName(const QString &journal)
{
    return journal + u"-wal"_s;
}

/// The same for every try at one restore, so that a try that was killed is gone on with. cause: the
/// file whose time is in the name.
QString replacedName(const QString &journal, const QString &cause)
{
    const QString stamp = QFileInfo(cause).lastModified().toUTC().toString(u"yyyyMMdd-HHmmss"_s);
    const QString first = u"%1.replaced-%2"_s.arg(journal, stamp);
    QString name = first;
    for (int i = 2; QFile::exists(name) || QFile::exists(logName(name)); ++i)
        name = u"%1-%2"_s.arg(first).arg(i);
    return name;
}

/// Brings what the write-ahead log has into the file, which is whole then by itself. False when it
/// is too damaged for that.
Result<bool> makeWhole(const QString &journal)
{
    return withConnection<bool>([&journal](QSqlDatabase &database) -> Result<bool> {
        database.setDatabaseName(journal);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=1000"_s);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(u"PRAGMA journal_mode = DELETE"_s) && query.next()
            && query.value(0).toString() == "delete"_L1)
            return true;
        const QSqlError failed = query.lastError();
        if (sqlite::isDamage(failed))
            return false;
        if (failed.isValid())
            return sqlite::error(journal, failed);
        return Error { Error::Code::Storage, u"%1: another program is using it"_s.arg(journal) };
    });
}

/// The journal has another name, with all that belongs to it.
Result<void> putAside(const QString &journal, const QString &kept)
{
    const Result<bool> whole = makeWhole(journal);
    if (!whole)
        return whole.error();
    if (!*whole && QFile::exists(logName(journal)))
        if (const Result<void> moved = journalcopy::move(logName(journal), logName(kept)); !moved)
            return moved;
    QFile::remove(journal + u"-shm"_s);
    return journalcopy::move(journal, kept);
}

/// A file that uses a log says so in its header, before there is one.
bool usesLog(const QString &journal)
{
    QFile file(journal);
    constexpr qint64 readVersion = 19; // offset; 2 is with a write-ahead log
    char version = 0;
    return file.open(QIODevice::ReadOnly) && file.seek(readVersion) && file.getChar(&version)
        && version != 1;
}

/// SQLite would put a log together with whatever file stands beside it. What belongs to a journal
/// that was taken away, or in whose place a copy was put by hand, is kept aside.
Result<void> putStrayLogAside(const QString &journal)
{
    if (QFileInfo(logName(journal)).size() == 0 || usesLog(journal))
        return {};
    QFile::remove(journal + u"-shm"_s);
    return journalcopy::move(logName(journal), logName(replacedName(journal, logName(journal))));
}

} // namespace

Result<JournalContent> inspect(const QString &file)
{
    return withSound<JournalContent>(file, [&file](QSqlDatabase &database, int version) {
        return contentOf(database, file, version);
    });
}

Result<void> stage(const QString &file, const QString &journal)
{
    if (QFileInfo(file).canonicalFilePath() == QFileInfo(journal).canonicalFilePath()
        && QFileInfo::exists(file))
        return Error { Error::Code::Storage, u"%1: it is the journal itself"_s.arg(file) };
    return withSound<void>(file, [&journal](QSqlDatabase &database, int) {
        return journalcopy::make(database, stagedName(journal));
    });
}

bool isStaged(const QString &journal)
{
    return QFile::exists(stagedName(journal));
}

Result<void> cancel(const QString &journal)
{
    QFile file(stagedName(journal));
    if (!file.exists() || file.remove())
        return {};
    return Error { Error::Code::Storage, u"%1: %2"_s.arg(file.fileName(), file.errorString()) };
}

Result<QString> takePlace(const QString &journal)
{
    if (!isStaged(journal))
        return QString();
    JournalLock lock;
    if (const Result<void> locked = lock.take(journal); !locked)
        return locked.error();
    if (const Result<void> aside = putStrayLogAside(journal); !aside)
        return aside.error();
    if (const Result<JournalContent> sound = inspect(stagedName(journal)); !sound)
        return sound.error();
    QString kept;
    if (QFile::exists(journal)) {
        kept = replacedName(journal, stagedName(journal));
        if (const Result<void> aside = putAside(journal, kept); !aside)
            return aside.error();
    }
    if (const Result<void> moved = finish(journal); !moved)
        return moved.error();
    return kept;
}

Result<void> finish(const QString &journal)
{
    if (const Result<void> aside = putStrayLogAside(journal); !aside)
        return aside;
    if (QFile::exists(journal) || !isStaged(journal))
        return {};
    return journalcopy::move(stagedName(journal), journal);
}

} // namespace tapeline::journalrestore
