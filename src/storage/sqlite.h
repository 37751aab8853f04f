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
Result<void> execute(const QSqlDatabase &database, const QString &statement);
/// The number in PRAGMA user_version; 0 for a new file.
Result<int> version(const QSqlDatabase &database);

/// Rolls back unless commit() succeeded.
class Transaction
{
public:
    explicit Transaction(QSqlDatabase &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Result<void> commit();

private:
    QSqlDatabase &m_database;
    bool m_open;
};

} // namespace sqlite
} // namespace tapeline
