#include "searchindex.h"

#include "sqlite.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString dayText(const NoteSubject &subject)
{
    return subject.isDay() ? subject.day.toString(Qt::ISODate) : u""_s;
}

void bindSubject(QSqlQuery &query, const NoteSubject &subject)
{
    query.addBindValue(subject.trade.account.isNull() ? u""_s : subject.trade.account);
    query.addBindValue(subject.trade.number);
    query.addBindValue(dayText(subject));
}

} // namespace

SearchIndex::SearchIndex(const QSqlDatabase &database, const QString &path)
    : m_database(database)
    , m_path(path)
{
}

Result<void> SearchIndex::setRecord(const NoteSubject &subject, const QString &words)
{
    Result<Entry> found = entry(subject);
    if (!found)
        return found.error();
    if (found->record == words)
        return {};
    found->record = words;
    return write(subject, *found);
}

Result<void> SearchIndex::setNotes(const NoteSubject &subject, const QString &words)
{
    Result<Entry> found = entry(subject);
    if (!found)
        return found.error();
    if (found->notes == words)
        return {};
    found->notes = words;
    return write(subject, *found);
}

Result<SearchIndex::Entry> SearchIndex::entry(const NoteSubject &subject) const
{
    QSqlQuery query(m_database);
    query.prepare(u"SELECT id, record, notes FROM subject JOIN search ON search.rowid = subject.id "
                  u"WHERE account = ? AND number = ? AND day = ?"_s);
    bindSubject(query, subject);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    if (!query.next())
        return Entry {};
    return Entry { query.value(0).toLongLong(), query.value(1).toString(),
                   query.value(2).toString() };
}

Result<void> SearchIndex::write(const NoteSubject &subject, const Entry &entry)
{
    qint64 id = entry.id;
    if (id == 0) {
        const Result<qint64> number = subjectNumber(subject);
        if (!number)
            return number.error();
        id = *number;
    }
    QSqlQuery query(m_database);
    const bool isLeft = !entry.record.isEmpty() || !entry.notes.isEmpty();
    query.prepare(isLeft ? u"REPLACE INTO search (rowid, record, notes) VALUES (?, ?, ?)"_s
                         : u"DELETE FROM search WHERE rowid = ?"_s);
    query.addBindValue(id);
    if (isLeft) {
        query.addBindValue(entry.record);
        query.addBindValue(entry.notes);
    }
    return query.exec() ? Result<void>() : sqlite::error(m_path, query.lastError());
}

Result<qint64> SearchIndex::subjectNumber(const NoteSubject &subject)
{
    QSqlQuery query(m_database);
    query.prepare(u"INSERT OR IGNORE INTO subject (account, number, day) VALUES (?, ?, ?)"_s);
    bindSubject(query, subject);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    if (query.numRowsAffected() == 1)
        return query.lastInsertId().toLongLong();
    query.prepare(u"SELECT id FROM subject WHERE account = ? AND number = ? AND day = ?"_s);
    bindSubject(query, subject);
    if (!query.exec() || !query.next())
        return sqlite::error(m_path, query.lastError());
    return query.value(0).toLongLong();
}

Result<void> SearchIndex::forgetRecords(const QString &account)
{
    for (const QString &statement :
         { u"DELETE FROM search WHERE notes = '' AND rowid IN (SELECT id FROM subject WHERE "
           u"account = ? AND day = '')"_s,
           u"UPDATE search SET record = '' WHERE rowid IN (SELECT id FROM subject WHERE account = "
           u"? AND day = '')"_s }) {
        QSqlQuery query(m_database);
        query.prepare(statement);
        query.addBindValue(account);
        if (!query.exec())
            return sqlite::error(m_path, query.lastError());
    }
    return {};
}

Result<std::vector<NoteSubject>> SearchIndex::find(const QString &words) const
{
    std::vector<NoteSubject> found;
    const QString wanted = expression(words);
    if (wanted.isEmpty())
        return found;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT account, number, day FROM search JOIN subject ON subject.id = "
                  u"search.rowid WHERE search MATCH ?"_s);
    query.addBindValue(wanted);
    if (!query.exec())
        return sqlite::error(m_path, query.lastError());
    while (query.next())
        found.push_back({ { query.value(0).toString(), query.value(1).toULongLong() },
                          QDate::fromString(query.value(2).toString(), Qt::ISODate) });
    std::ranges::sort(found, [](const NoteSubject &a, const NoteSubject &b) { return a < b; });
    return found;
}

/// Each word is a quoted string, so that no sign in it means anything; several are all wanted. A
/// word without letters and digits is none, and FTS5 leaves it out.
QString SearchIndex::expression(const QString &words)
{
    QStringList quoted;
    const QString whole = QString::fromUtf8(words.toUtf8()); // no half characters
    for (QString word : whole.simplified().split(u' ', Qt::SkipEmptyParts)) {
        word.remove(QChar::Null);
        if (std::ranges::any_of(word, [](QChar sign) { return sign.isLetterOrNumber(); }))
            quoted += u'"' + word.replace(u'"', u"\"\""_s) + u'"';
    }
    return quoted.isEmpty() ? QString() : quoted.join(u' ') + u'*';
}

} // namespace tapeline
