#pragma once

#include "result.h"

#include <QByteArray>
#include <QList>
#include <QSqlDatabase>
#include <QString>

namespace tapeline {

/// One thing the desk keeps: a workspace, a list of symbols. What is in it is its owner's business.
struct DeskDocument
{
    QString name; ///< unique within its kind
    QByteArray body; ///< JSON

    friend bool operator==(const DeskDocument &, const DeskDocument &) = default;
};

/// desk.db: what a person arranged (workspaces, watchlists, later drawings, alerts, templates).
/// SQLite with a write-ahead log; every replaceAll() is one transaction, so a kill leaves the old
/// or the new. A file of a newer version, or one that is no database, is left alone and refused.
///
/// Belongs to the thread that opened it.
class DeskDatabase
{
public:
    static constexpr int currentVersion = 1;

    DeskDatabase();
    ~DeskDatabase();
    DeskDatabase(const DeskDatabase &) = delete;
    DeskDatabase &operator=(const DeskDatabase &) = delete;

    /// Creates the file when there is none.
    Result<void> open(const QString &path);

    /// In the order they were given to replaceAll().
    Result<QList<DeskDocument>> documents(const QString &kind) const;
    Result<void> replaceAll(const QString &kind, const QList<DeskDocument> &documents);

private:
    Result<void> create();

    const QString m_connection;
    QString m_path;
    QSqlDatabase m_database;
};

} // namespace tapeline
