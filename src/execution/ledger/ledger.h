#pragma once

#include "ledgerstate.h"

#include <span>

namespace tapeline {

/// What takes an entry back: every amount and lot change with its sign turned, last first.
LedgerEntry reversed(const LedgerEntry &entry);

/// The books of one account: a pure fold over its events. A value; a copy is a snapshot.
class Ledger
{
public:
    /// Takes an event into the books; returns its double entry. Nothing changes when it fails:
    /// Overflow for amounts that do not fit, NotFound or InvalidArgument for what does not go
    /// with the state, and for a sequence that is not the next.
    Result<LedgerEntry> apply(const LedgerEvent &event);
    /// All of them, from the first; the first failure ends it.
    static Result<Ledger> fold(std::span<const LedgerEvent> events);
    /// Whether this is the snapshot of a stream: folds events from the start up to its sequence.
    bool isSnapshotOf(std::span<const LedgerEvent> events) const;

    const LedgerState &state() const { return m_state; }
    quint64 nextSequence() const { return m_state.sequence + 1; }

    Money cash() const { return m_state[LedgerAccount::Cash]; }
    Money realized() const { return -m_state[LedgerAccount::Realized]; } ///< gross
    Money fees() const { return m_state[LedgerAccount::Fees]; }
    Money dividends() const { return -m_state[LedgerAccount::Dividends]; }
    Money interest() const { return -m_state[LedgerAccount::Interest]; }
    Money deposits() const { return -m_state[LedgerAccount::Deposits]; } ///< less withdrawals
    Money pending() const { return m_state[LedgerAccount::Pending]; }
    Qty position(const QString &symbol) const
    {
        const Position *found = m_state.find(symbol);
        return found ? found->qty : Qty();
    }

    friend bool operator==(const Ledger &, const Ledger &) = default;

private:
    Result<void> check(const LedgerEvent &event, const LedgerEntry &entry) const;
    Result<void> checkCorrection(const LedgerEvent &event, const LedgerEntry &entry) const;
    void post(const LedgerEvent &event, const LedgerEntry &entry);
    void note(const LedgerEvent &event, const LedgerEntry &entry);
    void reset();

    LedgerState m_state;
};

} // namespace tapeline
