#include "tradearchive.h"

#include "journalcopy.h"
#include "journalschema.h"
#include "searchindex.h"
#include "sqlite.h"
#include "traderow.h"

#include <QFile>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Transaction = sqlite::Transaction;

/// What of a record is searched.
QString recordWords(const TradeRecord &trade)
{
    QStringList words { trade.symbol };
    words += trade.symbols;
    words += { trade.structure, trade.strategy };
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(u' ');
}

/// Names of which there are few are one text each, however many trades have them.
class SharedNames
{
public:
    void share(QString &name) { name = *m_names.insert(name); }
    void share(TradeRecord &trade)
    {
        share(trade.key.account);
        share(trade.symbol);
        share(trade.structure);
        share(trade.strategy);
        for (QString &symbol : trade.symbols)
            share(symbol);
    }

private:
    QSet<QString> m_names;
};

} // namespace

TradeArchive::TradeArchive()
    : m_connection(u"archive-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

TradeArchive::~TradeArchive()
{
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> TradeArchive::open(const QString &path, Access access)
{
    m_path = path;
    if (!QFile::exists(path))
        return Error { Error::Code::NotFound, u"there is no %1"_s.arg(path) };
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    if (const Result<void> opened
        = access == Access::ReadOnly ? m_reading.open(m_database, path) : openToWrite();
        !opened)
        return opened;
    const Result<int> version = journalschema::versionOf(m_database, path);
    if (!version)
        return version.error();
    if (*version < journalschema::currentVersion)
        return Error { Error::Code::Storage,
                       u"%1 is of an older version: it has to be opened for writing first"_s.arg(
                           path) };
    return {};
}

/// Beside the writer of events, who may take a while.
Result<void> TradeArchive::openToWrite()
{
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!m_database.open())
        return sqlite::error(m_path, m_database.lastError());
    return sqlite::execute(m_database, u"PRAGMA synchronous = FULL"_s);
}

Error TradeArchive::failed(const QSqlQuery &query) const
{
    return sqlite::error(m_path, query.lastError());
}

Result<QSqlQuery> TradeArchive::ask(const QString &question, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(question))
        return failed(query);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failed(query);
    return query;
}

Result<void> TradeArchive::run(const QString &statement, const QVariantList &values) const
{
    const Result<QSqlQuery> done = ask(statement, values);
    return done ? Result<void>() : done.error();
}

// --- trades
// -----------------------------------------------------------------------------------------------------

Result<BuiltUpTo> TradeArchive::builtUpTo(const QString &account) const
{
    Result<QSqlQuery> row
        = ask(u"SELECT books, context, version FROM built WHERE account = ?"_s, { account });
    if (!row)
        return row.error();
    if (!row->next())
        return BuiltUpTo {};
    return BuiltUpTo { row->value(0).toULongLong(), row->value(1).toULongLong(),
                       row->value(2).toInt() };
}

Result<void> TradeArchive::store(const QString &account, const BuiltUpTo &upTo,
                                 std::span<const FormedTrade> trades,
                                 std::span<const TradeKey> gone)
{
    Transaction transaction(m_database, Transaction::Kind::WriteAtOnce);
    if (!transaction.begun())
        return transaction.begun();
    SearchIndex index(m_database, m_path);
    for (const TradeKey &trade : gone) {
        if (const Result<void> done = remove(trade); !done)
            return done;
        if (const Result<void> done = index.setRecord({ trade }, {}); !done)
            return done;
    }
    if (const Result<void> done = insert(trades); !done)
        return done;
    for (const FormedTrade &trade : trades)
        if (const Result<void> done
            = index.setRecord({ trade.record.key }, recordWords(trade.record));
            !done)
            return done;
    if (const Result<void> done = run(u"REPLACE INTO built (account, books, context, version) "
                                      u"VALUES (?, ?, ?, ?)"_s,
                                      { account, upTo.books, upTo.context, upTo.version });
        !done)
        return done;
    return transaction.commit();
}

Result<void> TradeArchive::remove(const TradeKey &trade)
{
    const QVariantList key { trade.account, trade.number };
    if (const Result<void> done = run(u"DELETE FROM execution WHERE trade = (SELECT id FROM trade "
                                      u"WHERE account = ? AND number = ?)"_s,
                                      key);
        !done)
        return done;
    return run(u"DELETE FROM trade WHERE account = ? AND number = ?"_s, key);
}

Result<void> TradeArchive::insert(std::span<const FormedTrade> trades)
{
    QSqlQuery trade(m_database);
    trade.prepare(u"INSERT INTO trade (%1) VALUES (%2)"_s.arg(
        traderow::tradeColumns(), traderow::placesFor(traderow::tradeColumns())));
    QSqlQuery execution(m_database);
    execution.prepare(u"INSERT INTO execution (%1, trade, place) VALUES (%2, ?, ?)"_s.arg(
        traderow::executionColumns(), traderow::placesFor(traderow::executionColumns())));
    for (const FormedTrade &formed : trades) {
        if (const Result<void> done = remove(formed.record.key); !done)
            return done;
        traderow::bind(trade, formed.record);
        if (!trade.exec())
            return failed(trade);
        const QVariant id = trade.lastInsertId();
        int place = 0;
        for (const TradeExecution &own : formed.executions) {
            traderow::bind(execution, own);
            execution.addBindValue(id);
            execution.addBindValue(place++);
            if (!execution.exec())
                return failed(execution);
        }
    }
    return {};
}

Result<void> TradeArchive::forget(const QString &account)
{
    Transaction transaction(m_database, Transaction::Kind::WriteAtOnce);
    if (!transaction.begun())
        return transaction.begun();
    for (const QString &statement :
         { u"DELETE FROM execution WHERE trade IN (SELECT id FROM trade WHERE account = ?)"_s,
           u"DELETE FROM trade WHERE account = ?"_s, u"DELETE FROM built WHERE account = ?"_s })
        if (const Result<void> done = run(statement, { account }); !done)
            return done;
    if (const Result<void> done = SearchIndex(m_database, m_path).forgetRecords(account); !done)
        return done;
    return transaction.commit();
}

Result<std::vector<TradeRecord>> TradeArchive::trades() const
{
    Result<QSqlQuery> rows
        = ask(u"SELECT %1 FROM trade ORDER BY account, number"_s.arg(traderow::tradeColumns()));
    if (!rows)
        return rows.error();
    std::vector<TradeRecord> trades;
    SharedNames names;
    while (rows->next()) {
        trades.push_back(traderow::tradeFrom(*rows));
        names.share(trades.back());
    }
    // SQLite orders names by their bytes
    const auto byKey = [](const TradeRecord &a, const TradeRecord &b) { return a.key < b.key; };
    if (!std::ranges::is_sorted(trades, byKey))
        std::ranges::sort(trades, byKey);
    return trades;
}

Result<std::vector<TradeExecution>> TradeArchive::executions(const TradeKey &trade) const
{
    Result<QSqlQuery> rows
        = ask(u"SELECT %1 FROM execution WHERE trade = (SELECT id FROM trade WHERE account = ? AND "
              u"number = ?) ORDER BY place"_s.arg(traderow::executionColumns()),
              { trade.account, trade.number });
    if (!rows)
        return rows.error();
    std::vector<TradeExecution> executions;
    while (rows->next())
        executions.push_back(traderow::executionFrom(*rows));
    return executions;
}

// --- the file
// ---------------------------------------------------------------------------------------------------

Result<std::vector<NoteSubject>> TradeArchive::search(const QString &words) const
{
    return SearchIndex(m_database, m_path).find(words);
}

Result<void> TradeArchive::append(std::span<const JournalLine> lines)
{
    Transaction transaction(m_database, Transaction::Kind::WriteAtOnce);
    if (!transaction.begun())
        return transaction.begun();
    QSqlQuery query(m_database);
    query.prepare(
        u"INSERT INTO line (account, stream, sequence, at, body) VALUES (?, ?, ?, ?, ?)"_s);
    for (const JournalLine &line : lines) {
        query.addBindValue(line.account);
        query.addBindValue(line.stream);
        query.addBindValue(line.sequence);
        query.addBindValue(qint64(toNs(line.at)));
        query.addBindValue(line.body);
        if (!query.exec())
            return failed(query);
    }
    return transaction.commit();
}

Result<void> TradeArchive::backUp(const QString &file) const
{
    const Result<void> free = journalcopy::checkName(file, m_path);
    return free ? journalcopy::make(m_database, file) : free;
}

} // namespace tapeline
