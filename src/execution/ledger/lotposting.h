#pragma once

#include "ledgerstate.h"

namespace tapeline {

/// Posts the lot changes of one entry to positions, round trips and day trades. The entry was
/// checked before: nothing fails here.
class LotPosting
{
public:
    LotPosting(LedgerState &state, const LedgerEvent &event)
        : m_state(state)
        , m_event(event)
    {
    }

    void post(const LedgerEntry &entry);
    /// To the lots alone.
    static void change(Position &position, const LotChange &change);

private:
    void postOne(const LotChange &change);
    void noteTrade(Position &position, const LotChange &change);
    void countDayTrade(Position &position, const LotChange &change);
    void takeBackDayTrade(Position &position);
    void beginTrip(Position &position);
    const OpenTrip *siblingTrip(const Position &position) const;
    bool hasClosedLegs(quint64 trip) const;
    bool isLastOf(quint64 trip, const QString &symbol) const;
    void absorbCarried(Position &position);
    void closeTrip(Position &position, const LotChange &change);
    void reopenTrip(Position &position, const LotChange &change);
    void reopenLeg(Position &position, const LotChange &change);
    void removeFlat(Position &position, const LotChange &change);

    LedgerState &m_state;
    const LedgerEvent &m_event;
    OpenTrip m_carried; ///< of contracts that ended, for the shares that came of them
};

} // namespace tapeline
