#include "notetext.h"
#include "searchindex.h"
#include "sqlite.h"
#include "tradearchive.h"

#include <QLoggingCategory>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// What the user wrote: of TradeArchive.

namespace {

Q_LOGGING_CATEGORY(lcNotes, "tapeline.notes")

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariantList subjectValues(const NoteSubject &subject)
{
    return { notNull(subject.trade.account), subject.isDay() ? 0 : subject.trade.number,
             subject.isDay() ? subject.day.toString(Qt::ISODate) : u""_s };
}

const QString ofSubject = u"account = ? AND number = ? AND day = ?"_s;
const QString noteColumns = u"account, number, day, kind, value, position, at"_s;

/// One that cannot be read is left out, and said in the log.
std::optional<NoteRevision> revisionFrom(const QSqlQuery &row)
{
    const NoteSubject subject { { row.value(0).toString(), row.value(1).toULongLong() },
                                QDate::fromString(row.value(2).toString(), Qt::ISODate) };
    Result<NoteEdit> edit
        = notetext::fromValue(subject, row.value(3).toString(), row.value(4).toString());
    if (!edit) {
        qCWarning(lcNotes) << "note" << row.value(5).toLongLong()
                           << "is left out:" << edit.error().detail;
        return {};
    }
    return NoteRevision { row.value(5).toLongLong(), fromNs(row.value(6).toLongLong()),
                          *std::move(edit) };
}

/// What edits come to, by what they are about.
template<typename Key, typename Notes, typename KeyOf>
std::map<Key, Notes> folded(QSqlQuery &rows, KeyOf keyOf)
{
    std::map<Key, Notes> all;
    while (rows.next())
        if (const std::optional<NoteRevision> revision = revisionFrom(rows))
            notetext::apply(all[keyOf(revision->edit.subject)], revision->edit);
    return all;
}

template<typename Notes> Notes folded(const std::vector<NoteRevision> &revisions)
{
    Notes notes;
    for (const NoteRevision &revision : revisions)
        notetext::apply(notes, revision.edit);
    return notes;
}

} // namespace

Result<qint64> TradeArchive::add(const NoteEdit &given, Timestamp at)
{
    const NoteEdit edit = notetext::tidied(given);
    if (const Result<void> possible = notetext::check(edit); !possible)
        return possible.error();
    sqlite::Transaction transaction(m_database, sqlite::Transaction::Kind::WriteAtOnce);
    if (!transaction.begun())
        return transaction.begun().error();
    if (const Result<void> possible = checkDetached(edit); !possible)
        return possible.error();
    const Result<Standing> before = standing(edit);
    if (!before)
        return before.error();
    const bool isOfFile
        = edit.kind == NoteEdit::Kind::Attach || edit.kind == NoteEdit::Kind::Detach;
    if (!isOfFile && before->value == notetext::valueOf(edit))
        return before->position;
    Result<QSqlQuery> newest = ask(u"SELECT coalesce(max(position), 0) + 1 FROM note"_s);
    if (!newest || !newest->next())
        return newest ? failed(*newest) : newest.error();
    const qint64 position = newest->value(0).toLongLong();
    newest->finish();
    if (const Result<void> done = write(edit, position, at); !done)
        return done.error();
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    return position;
}

/// What is taken away has to be there.
Result<void> TradeArchive::checkDetached(const NoteEdit &edit) const
{
    if (edit.kind != NoteEdit::Kind::Detach)
        return {};
    const Result<std::vector<TradeAttachment>> there = attachments(edit.subject.trade);
    if (!there)
        return there.error();
    for (const TradeAttachment &attachment : *there)
        if (attachment.number == edit.number)
            return {};
    return Error { Error::Code::InvalidArgument, u"this trade has no such attachment"_s };
}

/// What was written last of its kind; what is like nothing, before that.
Result<TradeArchive::Standing> TradeArchive::standing(const NoteEdit &edit) const
{
    Result<QSqlQuery> row
        = ask(u"SELECT position, value FROM note WHERE "_s + ofSubject
                  + u" AND kind = ? ORDER BY position DESC LIMIT 1"_s,
              subjectValues(edit.subject) + QVariantList { notetext::kindName(edit.kind) });
    if (!row)
        return row.error();
    if (!row->next())
        return Standing { 0, notetext::valueOf({ .subject = {}, .kind = edit.kind }) };
    return Standing { row->value(0).toLongLong(), row->value(1).toString() };
}

Result<void> TradeArchive::write(const NoteEdit &edit, qint64 position, Timestamp at)
{
    const QVariantList values = QVariantList { position } + subjectValues(edit.subject)
        + QVariantList { notetext::kindName(edit.kind), qint64(toNs(at)),
                         notNull(notetext::valueOf(edit)) };
    if (const Result<void> done
        = run(u"INSERT INTO note (position, account, number, day, kind, at, "
              u"value) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
              values);
        !done)
        return done;
    if (edit.kind == NoteEdit::Kind::Attach)
        return run(u"INSERT INTO attachment (note, bytes) VALUES (?, ?)"_s,
                   { position, edit.bytes });
    const Result<QString> searched = words(edit.subject);
    if (!searched)
        return searched.error();
    return SearchIndex(m_database, m_path).setNotes(edit.subject, *searched);
}

Result<QString> TradeArchive::words(const NoteSubject &subject) const
{
    const Result<std::vector<NoteRevision>> all = revisions(subject);
    if (!all)
        return all.error();
    return subject.isDay() ? notetext::words(folded<DayNotes>(*all))
                           : notetext::words(folded<TradeNotes>(*all));
}

Result<std::map<TradeKey, TradeNotes>> TradeArchive::notes() const
{
    Result<QSqlQuery> rows
        = ask(u"SELECT "_s + noteColumns + u" FROM note WHERE day = '' ORDER BY position"_s);
    if (!rows)
        return rows.error();
    return folded<TradeKey, TradeNotes>(*rows,
                                        [](const NoteSubject &subject) { return subject.trade; });
}

Result<std::map<NoteSubject, DayNotes>> TradeArchive::days() const
{
    Result<QSqlQuery> rows
        = ask(u"SELECT "_s + noteColumns + u" FROM note WHERE day <> '' ORDER BY position"_s);
    if (!rows)
        return rows.error();
    return folded<NoteSubject, DayNotes>(*rows, [](const NoteSubject &subject) { return subject; });
}

Result<std::vector<NoteRevision>> TradeArchive::revisions(const NoteSubject &subject) const
{
    Result<QSqlQuery> rows = ask(u"SELECT "_s + noteColumns + u" FROM note WHERE "_s + ofSubject
                                     + u" ORDER BY position"_s,
                                 subjectValues(subject));
    if (!rows)
        return rows.error();
    std::vector<NoteRevision> revisions;
    while (rows->next())
        if (std::optional<NoteRevision> revision = revisionFrom(*rows))
            revisions.push_back(*std::move(revision));
    return revisions;
}

Result<TradeNotes> TradeArchive::notes(const TradeKey &trade) const
{
    const Result<std::vector<NoteRevision>> all = revisions({ trade });
    if (!all)
        return all.error();
    return folded<TradeNotes>(*all);
}

Result<DayNotes> TradeArchive::day(const NoteSubject &subject) const
{
    const Result<std::vector<NoteRevision>> all = revisions(subject);
    if (!all)
        return all.error();
    return folded<DayNotes>(*all);
}

Result<std::vector<TradeAttachment>> TradeArchive::attachments(const TradeKey &trade) const
{
    Result<QSqlQuery> rows = ask(
        u"SELECT position, value, length(bytes), at FROM note JOIN attachment ON "
        u"attachment.note = note.position WHERE "_s
            + ofSubject + u" AND CAST(position AS TEXT) NOT IN (SELECT value FROM note WHERE "_s
            + ofSubject + u" AND kind = 'detach') ORDER BY position"_s,
        subjectValues({ trade }) + subjectValues({ trade }));
    if (!rows)
        return rows.error();
    std::vector<TradeAttachment> attachments;
    while (rows->next())
        attachments.push_back({ rows->value(0).toLongLong(), rows->value(1).toString(),
                                rows->value(2).toLongLong(), fromNs(rows->value(3).toLongLong()) });
    return attachments;
}

Result<QByteArray> TradeArchive::attachment(qint64 number) const
{
    Result<QSqlQuery> row = ask(u"SELECT bytes FROM attachment WHERE note = ?"_s, { number });
    if (!row)
        return row.error();
    if (!row->next())
        return Error { Error::Code::NotFound, u"there is no attachment %1"_s.arg(number) };
    return row->value(0).toByteArray();
}

Result<void> TradeArchive::keepPicture(const TradeKey &trade, bool isExit, const QByteArray &png)
{
    if (!png.startsWith("\x89PNG") || png.size() > largestPicture)
        return Error { Error::Code::InvalidArgument, u"it is no picture that is kept"_s };
    return run(
        u"INSERT INTO picture (account, number, exit, png) SELECT ?, ?, ?, ? WHERE NOT EXISTS "
        u"(SELECT 1 FROM picture WHERE account = ? AND number = ? AND exit = ?)"_s,
        { trade.account, trade.number, isExit, png, trade.account, trade.number, isExit });
}

Result<QByteArray> TradeArchive::picture(const TradeKey &trade, bool isExit) const
{
    Result<QSqlQuery> row
        = ask(u"SELECT png FROM picture WHERE account = ? AND number = ? AND exit = ?"_s,
              { trade.account, trade.number, isExit });
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toByteArray() : QByteArray();
}

Result<TradeDetail> TradeArchive::detail(const TradeKey &trade) const
{
    TradeDetail detail { .key = trade };
    Error failure;
    const auto take = [&failure](auto &into, auto &&answer) {
        if (answer)
            into = *std::move(answer);
        else
            failure = answer.error();
        return answer.has_value();
    };
    if (take(detail.executions, executions(trade)) && take(detail.revisions, revisions({ trade }))
        && take(detail.attachments, attachments(trade))
        && take(detail.entryPicture, picture(trade, false))
        && take(detail.exitPicture, picture(trade, true)))
        return detail;
    return failure;
}

} // namespace tapeline
