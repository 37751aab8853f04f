#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QString>

class QSqlError;

namespace tapeline {

/// What our databases share. None of it knows what is in them.
namespace sqlite {

/// What went wrong with a file, in plain words where they are known, and in SQLite's.
Error error(const QString &file, const QSqlError &error);
/// The file is no database or SQLite does not find in it what it left there.
bool isDamage(const QSqlError &error);
Result<void> execute(const QSqlDatabase &database, const QString &statement);
/// The number in PRAGMA user_version; 0 for a new file.
Result<int> version(const QSqlDatabase &database);

/// The number in PRAGMA application_id; 0 when none was set.
Result<int> applicationId(const QSqlDatabase &database);
/// No table, no index.
Result<bool> isEmpty(const QSqlDatabase &database);

/// Rolls back unless commit() succeeded.
class Transaction
{
public:
    /// Writing at once waits until no other process writes; else the first change would have to,
    /// and is refused when the file changed since what was read before it.
    enum class Kind : quint8 { WhenNeeded, WriteAtOnce };

    explicit Transaction(QSqlDatabase &database, Kind kind = Kind::WhenNeeded);
    /// Why it could not begin: what is done then would be kept one by one.
    const Result<void> &begun() const { return m_begun; }
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Result<void> commit();

private:
    QSqlDatabase &m_database;
    Result<void> m_begun {};
    bool m_open;
};

} // namespace sqlite
} // namespace tapeline
