#pragma once

#include "auctionmatcher.h"
#include "barmatcher.h"
#include "venuechecks.h"
#include "paperbroker.h"
#include "printmatcher.h"
#include "quotematcher.h"

namespace tapeline {

/// The parts of the paper broker and the order in which they act.
class PaperBroker::Private
{
public:
    Private(const PaperConfig &config, const MarketCalendar &calendar, SymbolTable &symbols,
            AccountGate &gate)
        : state(config, calendar, symbols, gate)
    {
    }

    /// Time goes on to an event of this rank: what is due before it happens first.
    void begin(Timestamp at, EventRank rank);
    void run(const QueuedEvent &event);

    // brokercommands.cpp
    void send(const OrderTicket &ticket, const Reason &cause);
    /// Null, and told, for an id that is used.
    WorkingOrder *enter(const OrderTicket &ticket);
    bool isPriced(const WorkingOrder &order);
    void arrive(WorkingOrder &order);
    void arriveReplace(WorkingOrder &order);
    void arriveCancel(WorkingOrder &order);
    bool isLockedIn(const WorkingOrder &order) const;
    void expire(WorkingOrder &order);
    void endChase(WorkingOrder &order);
    void joinGroup(WorkingOrder &order);
    void joinParent(WorkingOrder &order);
    void makeExits(WorkingOrder &entry);
    void schedule(WorkingOrder &order, QueuedEvent::Kind kind, Timestamp at);
    bool isHeldForOpen(const WorkingOrder &order);
    void setEnd(WorkingOrder &order);
    void startWorking(WorkingOrder &order);
    OrderTicket changed(const WorkingOrder &order, const OrderReplace &change) const;
    void apply(WorkingOrder &order, const OrderTicket &ticket);

    // brokermarket.cpp
    void matchQuote(InstrumentMarket &market);
    static bool isUntouched(const WorkingOrder &order, const InstrumentMarket &market,
                            Timestamp day);
    void matchPrint(InstrumentMarket &market, const Trade &trade, const PrintUse &use);
    PrintUse notePrint(InstrumentMarket &market, const Trade &trade);
    void noteOpening(InstrumentMarket &market, const Trade &trade, const PrintUse &use);
    void watchCrossed(InstrumentMarket &market, InstrumentId id);
    /// The part of a displayed size that we may take.
    Qty displayed(Qty size) const;
    /// A copy: fills change the list.
    const std::vector<WorkingOrder *> &workingAt(const InstrumentMarket &market);

    // orderrestore.cpp
    void refold(const OrderEvent &event);
    void refoldStep(WorkingOrder &order, const OrderEvent &event);
    void refoldAccept(WorkingOrder &order, const OrderEvent &event);
    void refoldFill(WorkingOrder &order, const OrderEvent &event);
    void refoldCommission(WorkingOrder &order, const OrderEvent &event);
    void refoldReplace(WorkingOrder &order, const OrderEvent &event);
    void countGrant(WorkingOrder &child, Qty qty);
    void againDue(WorkingOrder &order, QueuedEvent::Kind kind, Timestamp at);
    void scheduleAgain();
    void resume(WorkingOrder &order);

    // corporateactions.cpp
    void adjust(WorkingOrder &order, const OrderTicket &ticket);

    // waitreasons.cpp
    Reason waitReason(const WorkingOrder &order);
    Reason hindranceText(const WorkingOrder &order, ReasonCode code);
    Reason packageWait(const WorkingOrder &order);
    Reason takingWait(const WorkingOrder &order);
    Reason restingWait(const WorkingOrder &order);
    QString staleText(const InstrumentMarket &market) const;
    QString unquotedSymbol(const WorkingOrder &order);

    BrokerState state;
    OrderLife life { state };
    WorkConditions conditions { state };
    StopWatcher stops { state, life, conditions };
    VenueChecks checks { state, conditions, stops };
    QuoteMatcher quotes { state, life, conditions };
    PrintMatcher prints { state, life, conditions };
    AuctionMatcher auctions { state, life };
    BarMatcher bars { state, life, conditions, stops };
    qint64 ignoredQuotes = 0;

private:
    /// Something of the journal that had set out and was not there yet.
    struct DueAgain
    {
        WorkingOrder *order;
        QueuedEvent::Kind kind;
        Timestamp at;
    };

    std::vector<WorkingOrder *> m_working;
    std::vector<DueAgain> m_dueAgain; ///< while the journal is read, in its order
};

} // namespace tapeline
