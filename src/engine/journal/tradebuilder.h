#pragma once

#include "ledger.h"
#include "tradearchive.h"
#include "tradedraft.h"
#include "tradeorders.h"

#include <QMultiHash>

#include <deque>
#include <set>

namespace tapeline {

/// Forms the trades of one account from its events. The books are folded by the Ledger itself, so
/// that what a trade is, when it is over and what it came to are the account's own: closed trades
/// are LedgerState::trips, by their ids.
///
/// Orders and books may come in any order between themselves: each waits at a fill until the other
/// has come to it. Lines of the context are taken whenever they come.
///
/// A plain object; a trade that is over is forgotten once many were closed after it.
class TradeBuilder
{
public:
    /// Of the rules by which trades are formed: what was stored by another is formed anew.
    static constexpr int version = 1;

    /// mostKept: trades that are over and can still change (by a correction, or a late line of the
    /// context).
    explicit TradeBuilder(QString account, std::size_t mostKept = 4096);

    /// Errors are the ledger's; nothing is to be added after one. NotFound when a correction
    /// concerns a trade that is forgotten: form them anew with more of them kept.
    Result<void> addOrder(const OrderEvent &event);
    Result<void> addBooks(const LedgerEvent &event);
    void addContext(const ContextLine &line);

    struct Changes
    {
        std::vector<FormedTrade> trades {}; ///< new, or different now; by their numbers
        std::vector<TradeKey> gone {}; ///< never were, or are part of another now

        bool isEmpty() const { return trades.empty() && gone.empty(); }
    };
    /// All since the last call.
    Changes takeChanges();

    const Ledger &ledger() const { return m_ledger; }
    /// Of the books, that are in the trades.
    quint64 sequence() const { return m_ledger.state().sequence; }

private:
    /// How a symbol stood before an event.
    struct Standing
    {
        quint64 trip = 0; ///< 0: nothing was open
        Qty qty;
    };
    using Standings = std::map<QString, Standing>;
    /// What one event did to one symbol of one trade, of all its lots.
    struct Part
    {
        quint64 trip = 0;
        QString symbol;
        bool opens = false;
        Qty qty;
        qint64 multiplier = 1;
        Money realized;
        Money fee;
        QString strategy;
    };

    Result<void> settle();
    void settleOrders();
    Result<void> applyBooks(const LedgerEvent &event);
    Standings standings(const LedgerEvent &event) const;
    quint64 tripOf(const QString &symbol) const;
    TradeDraft &draft(quint64 trip);
    Result<void> takePart(const LedgerEvent &event, const Part &part);
    void refresh(quint64 trip, const LedgerEvent &event);
    OpenTrip openSums(quint64 trip) const;
    const RoundTrip *closedBy(quint64 sequence, quint64 trip) const;
    void vanish(quint64 trip, const LedgerEvent &event);
    void endAll(const LedgerEvent &reset);
    void takeContext(TradeDraft &trade, const ContextLine &line);
    void touch(quint64 trip) { m_changed.insert(trip); }
    void forgetOld();

    // tradesteps.cpp
    std::vector<Part> parts(const LedgerEntry &entry, const LedgerEvent &event,
                            const Standings &before) const;
    TradeStep step(const LedgerEvent &event, const Part &part) const;
    void addFillFacts(TradeStep &step, const LedgerEvent &event) const;
    void noteDelivered(const LedgerEvent &event, const Standings &before);
    void noteSplit(const LedgerEvent &event, const LedgerEntry &entry, const Standings &before);

    const QString m_account;
    const std::size_t m_mostKept;
    Ledger m_ledger;
    TradeOrders m_orders;
    quint64 m_lastOrder = 0; ///< sequence
    quint64 m_booked = 0; ///< sequence of the order event of the newest booked fill
    std::deque<OrderEvent> m_waitingOrders;
    std::deque<LedgerEvent> m_waitingBooks;
    std::map<quint64, TradeDraft> m_trades; ///< open ones and those that can change
    std::deque<quint64> m_closed; ///< of them, in the order of their end
    QMultiHash<QString, quint64> m_tripsOf; ///< by order, of m_trades
    std::map<quint64, std::vector<ContextLine>> m_early; ///< of trades that are not there yet
    std::set<quint64> m_changed;
    std::set<quint64> m_gone;
};

} // namespace tapeline
