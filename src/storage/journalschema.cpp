#include "journalschema.h"

#include "journalviews.h"
#include "sqlite.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <array>

namespace tapeline::journalschema {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int applicationId = 0x54'61'70'4A; // "TapJ"

QStringList lines()
{
    return {
        u"CREATE TABLE line (position INTEGER PRIMARY KEY, account TEXT NOT NULL, stream TEXT NOT "
        u"NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE "
        u"(account, stream, sequence))"_s,
        u"CREATE TABLE state (account TEXT PRIMARY KEY, sequence INTEGER NOT NULL, body BLOB NOT "
        u"NULL) WITHOUT ROWID"_s,
    };
}

/// What was noted of accounts is of another form from then on; it is noted anew as they go on.
QStringList withoutStates()
{
    return { u"DELETE FROM state"_s };
}

/// The columns of a moment of the market.
QString moment(const QString &prefix)
{
    QString columns;
    for (const QString &name : { u"at"_s, u"part"_s, u"recency"_s, u"bid"_s, u"ask"_s, u"last"_s })
        columns += u", %1_%2 INTEGER"_s.arg(prefix, name);
    for (const QString &name :
         { u"cvd"_s, u"cvd_slope"_s, u"vwap"_s, u"relative_volume"_s, u"atr"_s })
        columns += u", %1_%2 REAL"_s.arg(prefix, name);
    return columns;
}

/// What is formed from the lines and can be formed anew.
QStringList formed()
{
    return {
        u"CREATE TABLE trade (id INTEGER PRIMARY KEY, account TEXT NOT NULL, number INTEGER NOT "
        u"NULL, symbol TEXT NOT NULL, asset_class INTEGER NOT NULL, symbols TEXT NOT NULL, "
        u"structure TEXT NOT NULL, direction INTEGER NOT NULL, size INTEGER NOT NULL, multiplier "
        u"INTEGER NOT NULL, opened_at INTEGER NOT NULL, closed_at INTEGER, entry_price INTEGER, "
        u"exit_price INTEGER, gross INTEGER NOT NULL, fees INTEGER NOT NULL, stop INTEGER, risk "
        u"INTEGER, worst INTEGER, best INTEGER, rough INTEGER NOT NULL, slippage INTEGER, "
        u"strict_net INTEGER, executions INTEGER NOT NULL, archive INTEGER NOT NULL, strategy TEXT "
        u"NOT NULL"_s
            + moment(u"entry"_s) + moment(u"exit"_s) + u", UNIQUE (account, number))"_s,
        u"CREATE TABLE execution (trade INTEGER NOT NULL, sequence INTEGER NOT NULL, place INTEGER "
        u"NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, symbol TEXT NOT NULL, side INTEGER "
        u"NOT NULL, qty INTEGER NOT NULL, price INTEGER NOT NULL, fee INTEGER NOT NULL, realized "
        u"INTEGER NOT NULL, order_id TEXT NOT NULL, order_event INTEGER NOT NULL, slippage "
        u"INTEGER, PRIMARY KEY (trade, place)) WITHOUT ROWID"_s,
        u"CREATE TABLE built (account TEXT PRIMARY KEY, books INTEGER NOT NULL, context INTEGER "
        u"NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID"_s,
    };
}

/// What the user wrote, and pictures of the chart: only added to.
QStringList written()
{
    return {
        u"CREATE TABLE note (position INTEGER PRIMARY KEY, account TEXT NOT NULL, number INTEGER "
        u"NOT NULL, day TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, value TEXT NOT "
        u"NULL)"_s,
        u"CREATE INDEX note_subject ON note (account, number, day)"_s,
        u"CREATE TABLE attachment (note INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"_s,
        u"CREATE TABLE picture (account TEXT NOT NULL, number INTEGER NOT NULL, exit INTEGER NOT "
        u"NULL, png BLOB NOT NULL, PRIMARY KEY (account, number, exit))"_s,
    };
}

/// The search rests on the words of trades and notes; a subject gives them a number.
QStringList searched()
{
    return {
        u"CREATE TABLE subject (id INTEGER PRIMARY KEY, account TEXT NOT NULL, number INTEGER NOT "
        u"NULL, day TEXT NOT NULL, UNIQUE (account, number, day))"_s,
        u"CREATE VIRTUAL TABLE search USING fts5 (record, notes, tokenize = 'unicode61 "
        u"remove_diacritics 2')"_s,
    };
}

/// A row that is there refuses to be changed, deleted and replaced.
QStringList kept(const QString &table, const QString &isThere)
{
    const QString refusal = u"BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"_s;
    return {
        u"CREATE TRIGGER %1_not_changed BEFORE UPDATE ON %1 %2"_s.arg(table, refusal),
        u"CREATE TRIGGER %1_not_deleted BEFORE DELETE ON %1 %2"_s.arg(table, refusal),
        u"CREATE TRIGGER %1_not_replaced BEFORE INSERT ON %1 WHEN EXISTS (SELECT 1 FROM %1 WHERE "
        u"%2) %3"_s.arg(table, isThere, refusal),
    };
}

QStringList third()
{
    return withoutStates() + formed() + written() + searched()
        + kept(u"line"_s,
               u"position = NEW.position OR (account = NEW.account AND stream = NEW.stream AND "
               u"sequence = NEW.sequence)"_s)
        + kept(u"note"_s, u"position = NEW.position"_s)
        + kept(u"attachment"_s, u"note = NEW.note"_s)
        + kept(u"picture"_s, u"account = NEW.account AND number = NEW.number AND exit = NEW.exit"_s)
        + journalviews::all();
}

Result<void> check(const QSqlDatabase &database, const QString &path, const QString &question)
{
    QSqlQuery query(database);
    if (!query.exec(question) || !query.next())
        return sqlite::error(path, query.lastError());
    const QString found = query.value(0).toString();
    if (found == "ok"_L1)
        return {};
    return Error { Error::Code::Storage,
                   u"%1: it is damaged and is left as it is; put a copy in its place, or move it "
                   u"away, with its -wal, to begin anew (%2)"_s.arg(path, found.simplified()) };
}

} // namespace

QStringList stepsFrom(int version)
{
    const std::array<QStringList, currentVersion> steps { lines(), withoutStates(), third() };
    QStringList statements;
    for (std::size_t step = std::size_t(version); step < steps.size(); ++step)
        statements += steps[step];
    return statements
        + QStringList { u"PRAGMA application_id = %1"_s.arg(applicationId),
                        u"PRAGMA user_version = %1"_s.arg(currentVersion) };
}

/// Version 1 did not say so: it is known by its tables.
Result<int> versionOf(const QSqlDatabase &database, const QString &path)
{
    const Result<bool> fresh = sqlite::isEmpty(database);
    if (!fresh)
        return fresh.error();
    if (*fresh)
        return 0;
    const Result<int> version = sqlite::version(database);
    if (!version)
        return version.error();
    const Result<int> id = sqlite::applicationId(database);
    if (!id)
        return id.error();
    const bool isFirst
        = *version == 1 && *id == 0 && database.tables() == QStringList { u"line"_s, u"state"_s };
    if (*version < 1 || (*id != applicationId && !isFirst))
        return Error { Error::Code::Storage,
                       u"%1: it is no journal of Tapeline's and is left as it is"_s.arg(path) };
    if (*version > currentVersion)
        return Error { Error::Code::Storage,
                       u"%1 was written by a newer Tapeline (version %2)"_s.arg(path).arg(
                           *version) };
    return *version;
}

Result<void> checkSound(const QSqlDatabase &database, const QString &path, Extent extent)
{
    if (extent == Extent::All)
        return check(database, path, u"PRAGMA integrity_check(1)"_s);
    QSqlQuery tables(database);
    if (!tables.exec(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN "
                     u"('attachment', 'picture') AND name NOT LIKE 'search%'"_s))
        return sqlite::error(path, tables.lastError());
    while (tables.next())
        if (const Result<void> sound
            = check(database, path, u"PRAGMA quick_check('%1')"_s.arg(tables.value(0).toString()));
            !sound)
            return sound;
    return {};
}

} // namespace tapeline::journalschema
