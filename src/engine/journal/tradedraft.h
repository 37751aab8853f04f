#pragma once

#include "contextline.h"
#include "meanprice.h"
#include "strictfills.h"
#include "structureform.h"

namespace tapeline {

/// What one event of the books did to one symbol of one trade.
struct TradeStep
{
    TradeExecution execution; ///< as it is listed
    Qty qty; ///< signed, of the position; 0: nothing was traded
    qint64 multiplier = 1;
    bool opens = false;
    std::optional<Qty> strict {}; ///< see OrderFill; nothing: not known
    std::optional<Price> stop {}; ///< that stands behind an opening
    QString strategy {};
};

/// One trade while it is formed: running sums, so that a step costs the same however many there
/// were, and its executions.
class TradeDraft
{
public:
    /// archive: how often the account had been reset.
    TradeDraft(const TradeKey &key, quint32 archive);

    void add(const TradeStep &step);
    /// Takes back what an earlier event did, by an execution of kind Correction.
    void takeBack(quint64 sequence, const TradeExecution &correction);
    /// A position of this size became one of another size, or under another symbol, by a split.
    void split(const TradeExecution &execution, const QString &from, Qty before, Qty after);
    /// What the ledger says of it.
    struct Outcome
    {
        Timestamp openedAt {};
        Timestamp closedAt {}; ///< epoch: it is open
        Money gross;
        Money fees;

        friend bool operator==(const Outcome &, const Outcome &) = default;
    };
    /// Whether it is another now.
    bool setOutcome(const Outcome &outcome);
    Outcome outcome() const;
    void setMoment(bool isExit, const MarketMoment &moment);
    void addExcursion(Money worst, Money best, bool isRough);
    /// An order's decision became known after its fills.
    void setDecision(const QString &order, const QString &symbol, std::optional<Price> bid,
                     std::optional<Price> ask);
    /// The other one has become part of this one.
    void absorb(TradeDraft &&other);

    TradeRecord record() const;
    const std::vector<TradeExecution> &executions() const { return m_executions; }
    bool isOpen() const { return m_record.isOpen(); }

private:
    struct Leg
    {
        QString symbol;
        qint64 multiplier = 1;
        Qty first; ///< of the opening: signed
        Qty held;
        Qty largest; ///< held at once
        MeanPrice opened;
        MeanPrice closed;
        bool isOfOrder = false; ///< opened by the order that opened the trade
    };
    /// What an execution did, so that it can be taken back.
    struct Trace
    {
        Qty qty; ///< signed; 0: nothing, or taken back
        qint64 multiplier = 1;
        bool opens = false;
        Money risk; ///< that it added
    };

    Leg &leg(const TradeStep &step);
    Money riskOf(const TradeStep &step);
    bool isStructure() const;
    std::vector<OpenedLeg> openedLegs() const;
    std::optional<Money> slippage() const;

    TradeRecord m_record;
    std::vector<Leg> m_legs; ///< in the order of their opening
    std::vector<TradeExecution> m_executions;
    std::vector<Trace> m_traces; ///< of the same
    StrictFills m_strict;
    Money m_risk;
    QString m_order; ///< that opened it
    bool m_isDelivered = false; ///< contracts of it ended in shares
};

} // namespace tapeline
