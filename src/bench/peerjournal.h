#pragma once

#include "journaldatabase.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <vector>

namespace tapeline {

/// The journal's lines by plain Qt SQL, one commit with synchronous=FULL at a time.
class PeerJournal
{
public:
    explicit PeerJournal(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection());
        m_database.setDatabaseName(path);
    }
    ~PeerJournal()
    {
        m_insert = QSqlQuery();
        m_database = {};
        QSqlDatabase::removeDatabase(connection());
    }
    Q_DISABLE_COPY_MOVE(PeerJournal)

    bool open()
    {
        for (const QString &statement :
             { QStringLiteral("PRAGMA journal_mode = WAL"),
               QStringLiteral("PRAGMA synchronous = FULL"),
               QStringLiteral("CREATE TABLE line (position INTEGER PRIMARY KEY, account TEXT, "
                              "stream TEXT, sequence INTEGER, at INTEGER, body BLOB, UNIQUE "
                              "(account, stream, sequence))") })
            if ((!m_database.isOpen() && !m_database.open())
                || !QSqlQuery(m_database).exec(statement))
                return false;
        m_insert = QSqlQuery(m_database);
        return m_insert.prepare(QStringLiteral(
            "INSERT INTO line (account, stream, sequence, at, body) VALUES (?, ?, ?, ?, ?)"));
    }

    void commit(const std::vector<JournalLine> &lines)
    {
        m_database.transaction();
        for (const JournalLine &line : lines) {
            m_insert.bindValue(0, line.account);
            m_insert.bindValue(1, line.stream);
            m_insert.bindValue(2, line.sequence);
            m_insert.bindValue(3, qint64(toNs(line.at)));
            m_insert.bindValue(4, line.body);
            m_insert.exec();
        }
        m_database.commit();
    }

private:
    static QString connection() { return QStringLiteral("bench-peer"); }

    QSqlDatabase m_database;
    QSqlQuery m_insert;
};

} // namespace tapeline
