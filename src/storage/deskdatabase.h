#pragma once

#include "documentstore.h"

#include <QSqlDatabase>
#include <QString>

namespace tapeline {

/// desk.db: what a person arranged (workspaces, watchlists, drawings, alerts, templates). SQLite
/// with a write-ahead log; every change is one transaction, so a kill leaves the old or the new. A
/// file of a newer version, or one that is no database, is left alone and refused.
///
/// Belongs to the thread that opened it.
class DeskDatabase : public DocumentStore
{
public:
    static constexpr int currentVersion = 1;

    DeskDatabase();
    ~DeskDatabase() override;
    DeskDatabase(const DeskDatabase &) = delete;
    DeskDatabase &operator=(const DeskDatabase &) = delete;

    /// Creates the file when there is none.
    Result<void> open(const QString &path);

    Result<QList<DeskDocument>> documents(const QString &kind) const override;
    Result<void> replaceAll(const QString &kind, const QList<DeskDocument> &documents) override;
    Result<void> put(const QString &kind, const DeskDocument &document) override;
    Result<void> remove(const QString &kind, const QString &name) override;

private:
    Result<void> create();

    const QString m_connection;
    QString m_path;
    QSqlDatabase m_database;
};

} // namespace tapeline
