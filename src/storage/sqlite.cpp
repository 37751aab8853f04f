#include "sqlite.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tapeline::sqlite {

using namespace Qt::Literals::StringLiterals;

Error error(const QString &doing, const QSqlError &error)
{
    return { Error::Code::Storage, u"%1: %2"_s.arg(doing, error.text()) };
}

Result<void> execute(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return error(statement, query.lastError());
    return {};
}

Result<int> version(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return error(database.databaseName(), query.lastError());
    return query.value(0).toInt();
}

Transaction::Transaction(QSqlDatabase &database)
    : m_database(database)
    , m_open(database.transaction())
{
}

Transaction::~Transaction()
{
    if (m_open)
        m_database.rollback();
}

Result<void> Transaction::commit()
{
    if (!m_open || !m_database.commit())
        return error(u"commit"_s, m_database.lastError());
    m_open = false;
    return {};
}

} // namespace tapeline::sqlite
