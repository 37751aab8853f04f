#pragma once

#include "orderlife.h"
#include "printuse.h"

namespace tapeline {

/// Fills at the prices of the opening and closing auctions (execution.md B.12).
class AuctionMatcher
{
public:
    AuctionMatcher(BrokerState &state, OrderLife &life)
        : m_state(state)
        , m_life(life)
    {
    }

    /// Any print of an instrument with orders.
    void onPrint(InstrumentMarket &market, const Trade &trade, const PrintUse &use);
    /// What resting orders took of a print that may stand in for the auction's.
    void noteUsed(InstrumentMarket &market, const Trade &trade, Qty used);
    /// The listing exchange has stated nothing: its cross, or what else may stand in, or the end.
    /// Waits on while it is silent (execution.md B.12).
    void conclude(WorkingOrder &order);

private:
    void note(AuctionPrints &prints, const Trade &trade, const PrintUse &use, bool opening);
    void noteNear(AuctionPrints &prints, const Trade &trade, bool opening);
    /// When an order stops waiting for the exchange.
    Timestamp deadline(const WorkingOrder &order);
    void meet(WorkingOrder &order, AuctionPrints &prints, const Trade &trade);
    /// Limit orders that waited for the open take part in its cross.
    void crossLimits(InstrumentMarket &market, const Trade &trade, const PrintUse &use);
    /// Fills what the auction's size allows.
    void fill(WorkingOrder &order, AuctionPrints &prints, const Trade &trade);
    void expire(WorkingOrder &order, const Trade *trade);

    BrokerState &m_state;
    OrderLife &m_life;
    std::vector<WorkingOrder *> m_working {}; // kept for its memory
};

} // namespace tapeline
