#pragma once

#include "journaldatabase.h"
#include "tradebuilder.h"

#include <deque>

namespace tapeline {

/// Forms the trades of one account from its lines in journal.db, as far as they go, and goes on
/// when there are more. Reads in parts: a journal may be larger than memory.
class AccountReading
{
public:
    /// The journal must outlive it. known: what was formed and stored before by this version of the
    /// builder is formed anew without being told.
    AccountReading(const JournalDatabase &journal, const QString &account,
                   const BuiltUpTo &known = {}, std::size_t mostKept = 4096);

    /// Takes a thousand events further; false when there are no more for now. Storage when the file
    /// does not answer; anything else, with a sentence, for lines that cannot be read, are missing
    /// or do not go together. Nothing more is to be asked of it after an error.
    Result<bool> advance();
    /// Since the last call.
    TradeBuilder::Changes takeChanges() { return m_builder.takeChanges(); }
    BuiltUpTo upTo() const;
    const TradeBuilder &builder() const { return m_builder; }

private:
    template<typename Event>
    Result<std::vector<Event>> read(const QString &stream, quint64 &last, qint64 most,
                                    Result<Event> (*fromText)(std::string_view),
                                    bool (*isWanted)(const QByteArray &) = nullptr) const;
    Result<void> takeBooks(const std::vector<LedgerEvent> &events);
    Result<bool> endQuiet(bool isEnd);
    Result<void> readOrders(quint64 upTo);
    Result<void> readContext();
    Result<void> takeContext(Timestamp upTo);
    Error unformed(const Error &why) const;

    struct Waiting
    {
        Timestamp at;
        std::optional<ContextLine> line; ///< nothing where it cannot be read
    };

    const JournalDatabase &m_journal;
    const QString m_account;
    const BuiltUpTo m_known;
    TradeBuilder m_builder;
    quint64 m_books = 0; ///< sequences of the lines read last
    quint64 m_orders = 0;
    quint64 m_context = 0;
    std::deque<Waiting> m_waiting; ///< lines of the context
    bool m_isContextRead = false; ///< to its end, for now
    bool m_isQuiet; ///< what is known already is formed anew
};

} // namespace tapeline
