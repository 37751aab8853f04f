#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace tapeline {

/// Opens a journal to be read, also where nothing can be written: SQLite wants a file of its own
/// beside a database with a write-ahead log. Must live as long as the connection is used.
class JournalReading
{
public:
    /// database: a connection that is not open. Storage when it cannot be opened at all.
    Result<void> open(QSqlDatabase &database, const QString &path);

private:
    Result<void> openUnchanging(QSqlDatabase &database, const QString &path);
    Result<void> openCopy(QSqlDatabase &database, const QString &path);

    std::unique_ptr<QTemporaryDir> m_copy; ///< where one had to be made
};

} // namespace tapeline
