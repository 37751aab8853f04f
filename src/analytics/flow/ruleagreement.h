#pragma once

#include "flowprint.h"

#include <array>
#include <vector>

namespace tapeline {

enum class ClassifierRule : quint8 {
    Weighted, ///< by the quote, inside the spread for half (the default)
    Quote, ///< above or below the middle of the quote
    Tick, ///< by the last change of price
    LeeReady, ///< the quote, at the middle the tick
    Emo, ///< at ask or bid, else the tick
    Clnv, ///< within 30 % of the spread from ask or bid, else the tick
    Venue ///< what the venue says (crypto only: condition 2 the buyer, 1 the seller)
};
inline constexpr int classifierRuleCount = 7;

/// What every rule says of one trade, by ClassifierRule.
using RuleSides = std::array<FlowSide, classifierRuleCount>;

/// How far the rules agree on the trades they were shown, as running counts.
class RuleAgreement
{
public:
    RuleAgreement();

    /// What does not fit any more is left out.
    void add(const RuleSides &sides, Qty size);
    void reset();

    qint64 trades() const { return m_trades; }
    Qty volume() const { return m_bound.volume(); }

    /// Of the trades that both rules classify, the share that they see alike, 0 to 1; 1 when there
    /// is none.
    double agreement(ClassifierRule a, ClassifierRule b) const;
    /// The share of trades on which all rules that classify them agree; 1 when there is none.
    double unanimous() const;
    /// Trades that the rule cannot classify, as a share, 0 to 1.
    double unclassifiedShare(ClassifierRule rule) const;
    /// Their volume.
    Qty unclassifiedVolume(ClassifierRule rule) const;
    /// The cumulative delta by this rule.
    HalfQty cvd(ClassifierRule rule) const { return m_cvd[static_cast<std::size_t>(rule)]; }

private:
    // A trade's verdicts, -1, 0 or +1 each, are the digits of a number to the base of 3
    static constexpr int combinations = 2187;

    std::vector<qint64> m_counts;
    std::array<HalfQty, classifierRuleCount> m_cvd {};
    std::array<qint64, classifierRuleCount> m_unclassified {}; // units
    VolumeBound m_bound;
    qint64 m_trades = 0;
    qint64 m_unanimous = 0;
};

} // namespace tapeline
