#pragma once

#include "accountview.h"
#include "strategydraft.h"
#include "strategyform.h"
#include "tradeplan.h"

namespace tapeline {

class ChainBook;

/// Positions that belong together: the options on one underlying whose orders had one strategy tag,
/// and its shares under the same.
struct HeldStructure
{
    QString underlying;
    QString tag; ///< empty: none, or the lots of a position had different ones
    StrategyForm form {}; ///< what they are together
    std::vector<PositionRow> options {}; ///< by expiration, right and strike
    std::optional<PositionRow> shares {};

    /// All of it, the shares last.
    std::vector<PositionRow> rows() const;
    bool has(const QString &symbol) const;
    Money value() const;
    Money unrealized() const;
    /// Its tag, or what its legs are called together: "Iron condor".
    QString name() const;
    /// The first day on which one of the options expires.
    QDate firstExpiry() const;
};

namespace heldstructures {

/// Every structure with options in it: by underlying, then tag. Shares without options are none.
std::vector<HeldStructure> of(const PaperAccountView &account);
/// The one that a position is in; nothing for what is in none.
std::optional<HeldStructure> with(const PaperAccountView &account, const QString &symbol);

/// How many packages it is, when each has whole contracts and shares: 3 of 3 calls sold on 300
/// shares. 1 where shares are no whole number.
qint64 packagesOf(const HeldStructure &structure);
/// Ends all of it at the market and cancels what works in it: one package, where an order takes as
/// many legs; else position by position, shorts first.
TradePlan closing(const PaperAccountView &account, const HeldStructure &structure);

/// Its legs as held ones, for the strategy builder to add to.
StrategyDraft adjusting(const HeldStructure &structure);
/// What ends its options and opens the same ones later, in one order: at the first expiration of
/// the chain at least a week after theirs, at their strikes or those nearest to them. What it both
/// ends and opens is netted. Nothing where one of them has no later contract, or where one order
/// does not take them all. Its shares stay, and so does its tag.
std::optional<StrategyDraft> rolling(const HeldStructure &structure, const ChainBook &book);

} // namespace heldstructures
} // namespace tapeline
