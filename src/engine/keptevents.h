#pragma once

#include "journaldatabase.h"
#include "ledger.h"
#include "orderevent.h"
#include "ordereventtext.h"

namespace tapeline {

/// What the journal has of one account, read and found sound.
struct KeptEvents
{
    std::vector<OrderEvent> orders;
    std::vector<LedgerEvent> books;
    std::vector<QByteArray> orderLines; ///< texts of the same
    std::vector<QByteArray> bookLines;
};

namespace keptevents {

const QString orderStream = QStringLiteral("orders");
const QString bookStream = QStringLiteral("books");
const QString equityStream = QStringLiteral("equity"); ///< see EquityCurve
const QString contextStream = QStringLiteral("context"); ///< see ContextLine
const QString importStream = QStringLiteral("imported"); ///< of "import/<name>": ImportedFill

/// Malformed when a line cannot be read. Storage when one is missing, when a fill is in the orders
/// and not in the books or the other way round, and when they do not come to what was noted.
Result<KeptEvents> read(const JournalDatabase &journal, const QString &account);

/// What is noted of an account: the state of its books, and how many order events with which hash.
JournalState noted(const LedgerState &books, quint64 orders, const EventHash &orderHash);

} // namespace keptevents
} // namespace tapeline
