#pragma once

#include "traderecord.h"

#include <QSqlQuery>

namespace tapeline {

/// Trades and their executions as rows of journal.db. Prices, quantities and amounts are stored as
/// counts of their units, times as nanoseconds, enumerators as their numbers.
namespace traderow {

/// Names in the table "trade", in the order in which the functions below bind and read them.
QString tradeColumns();
/// In that order, into a query with as many places.
void bind(QSqlQuery &query, const TradeRecord &trade);
TradeRecord tradeFrom(const QSqlQuery &row);

/// The same of the table "execution", but for the trade and the place in it.
QString executionColumns();
void bind(QSqlQuery &query, const TradeExecution &execution);
TradeExecution executionFrom(const QSqlQuery &row);

/// "?, ?, ?" for so many names as a list of columns has.
QString placesFor(const QString &columns);

} // namespace traderow
} // namespace tapeline
