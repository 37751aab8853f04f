#pragma once

#include "ledgerstate.h"

#include <span>

namespace tapeline {

/// Derives the double entry of an event from the state before it. Changes nothing.
class EntryPlanner
{
public:
    EntryPlanner(const LedgerState &state, const LedgerEvent &event);

    /// Overflow when an amount does not fit, NotFound or InvalidArgument when the event does not
    /// go with the state.
    Result<LedgerEntry> plan();

private:
    /// A signed quantity that changes hands for a signed amount (paid: positive).
    struct Trade
    {
        QString symbol;
        qint64 multiplier = 1;
        Qty qty;
        Money amount; ///< without the fee
        Money fee;
    };

    void planKind();
    void planFill();
    void planExercise();
    void planExpiry();
    void planDividend();
    void planDividendPay();
    void planSplit();
    void planCorrection();
    void planReset();
    void planMerge();

    void trade(const Position &position, Trade trade);
    void close(const Position &position, Trade part);
    void open(const Position &position, const Trade &part);
    void scale(Position &position);
    void cashInLieu(const Position &scaled);
    void renameOption(const Position &position);
    const Position *heldContracts() const;
    Money takeContracts(const Position &position, Qty qty);
    void quietly(const Position &position, const Lot &lot, Qty qty, Money cost);

    /// The position, or an empty one until the next call.
    const Position &positionOf(const QString &symbol, qint64 multiplier);
    /// debit is posted to the one, credited to the other.
    void move(LedgerAccount to, LedgerAccount from, Money amount);
    void post(LedgerAccount account, Money amount);
    Money notionalOf(Price price, Qty qty, qint64 multiplier);
    Money checked(std::optional<Money> amount);
    void fail(Error::Code code, const char *why);
    void totalLots();

    const LedgerState &m_state;
    const LedgerEvent &m_event;
    LedgerEntry m_entry;
    Position m_none;
    quint64 m_nextLot;
    std::optional<Error> m_error;
};

/// Indices of a position's lots in the order in which a closing takes them: those named first,
/// then by the method.
std::vector<std::size_t> closingOrder(const Position &position, LotMethod method,
                                      std::span<const quint64> named);

} // namespace tapeline
