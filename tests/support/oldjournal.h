#pragma once

#include "journaldatabase.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace tapeline::test {

/// Statements on a database file of whatever version; says which one failed.
inline QString runSql(const QString &path, const QStringList &statements)
{
    QString failed;
    {
        QSqlDatabase database
            = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("sql"));
        database.setDatabaseName(path);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        for (const QString &statement : statements)
            if (failed.isEmpty() && !query.exec(statement))
                failed = statement;
    }
    QSqlDatabase::removeDatabase(QStringLiteral("sql"));
    return failed;
}

/// The same with what the record refuses, as a damage would do it.
inline QString damageLines(const QString &path, const QString &statement)
{
    return runSql(path,
                  { QStringLiteral("DROP TRIGGER IF EXISTS line_not_changed"),
                    QStringLiteral("DROP TRIGGER IF EXISTS line_not_deleted"), statement });
}

/// The first column of what a question brings.
inline QStringList askSql(const QString &path, const QString &question)
{
    QStringList found;
    {
        QSqlDatabase database
            = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("ask"));
        database.setDatabaseName(path);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (!query.exec(question))
            found += QStringLiteral("it cannot be asked");
        while (query.next())
            found += query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("ask"));
    return found;
}

/// A journal.db as versions 1 and 2 of it made them, with so many lines of "simulated/Paper".
/// Returns what failed.
inline QString makeOldJournal(const QString &path, int version, int lines)
{
    QStringList statements {
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("BEGIN"),
        QStringLiteral("CREATE TABLE line (position INTEGER PRIMARY KEY, account TEXT NOT NULL, "
                       "stream TEXT NOT NULL, sequence INTEGER NOT NULL, at INTEGER NOT NULL, body "
                       "BLOB NOT NULL, UNIQUE (account, stream, sequence))"),
        QStringLiteral("CREATE TABLE state (account TEXT PRIMARY KEY, sequence INTEGER NOT NULL, "
                       "body BLOB NOT NULL) WITHOUT ROWID"),
    };
    if (version == 2)
        statements += QStringLiteral("PRAGMA application_id = 1415671882");
    statements += QStringLiteral("PRAGMA user_version = %1").arg(version);
    for (int i = 1; i <= lines; ++i)
        statements += QStringLiteral(
                          "INSERT INTO line (account, stream, sequence, at, body) VALUES "
                          "('simulated/Paper', 'orders', %1, %1 * 1000, CAST('line %1' AS BLOB))")
                          .arg(i);
    statements
        += QStringLiteral("INSERT INTO state VALUES ('simulated/Paper', %1, 'old')").arg(lines);
    statements += QStringLiteral("COMMIT");
    return runSql(path, statements);
}

/// The lines of such a journal.
inline std::vector<JournalLine> oldLines(int count)
{
    std::vector<JournalLine> lines;
    for (int i = 1; i <= count; ++i)
        lines.push_back({ QStringLiteral("simulated/Paper"), QStringLiteral("orders"), quint64(i),
                          fromNs(i * 1'000), QByteArray("line ") + QByteArray::number(i) });
    return lines;
}

} // namespace tapeline::test
