#pragma once

#include "tradenotes.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// What statistics are made of: one closed round trip.
struct TradeResult
{
    Money gross; ///< without fees
    Money fees;
    Timestamp openedAt {};
    Timestamp closedAt {};
    std::optional<Money> risk {}; ///< > 0: planned at the entry
    std::optional<Money> worst {}; ///< lowest open gross P/L on the way, <= 0
    std::optional<Money> best {}; ///< highest, >= 0
    bool isExcursionRough = false; ///< these two come from bars, or were not seen all the way
    std::optional<Money> strictNet {}; ///< what a stricter fill rule would have left
    Money entered {}; ///< value of the largest size at its mean entry price; zero where unknown
    Money traded {}; ///< bought and sold: the largest size at its mean entry and exit prices

    Money net() const { return gross - fees; }
    /// Net in units of the planned risk, R; nothing without one.
    std::optional<double> multipleOfRisk() const
    {
        return risk ? std::optional(net().toDouble() / risk->toDouble()) : std::nullopt;
    }
    friend bool operator==(const TradeResult &, const TradeResult &) = default;
};

/// The day in New York that a trade counts for: that of its end, while it is open that of its
/// opening.
QDate tradeDay(const TradeRecord &trade);

/// The risk that counts: the user's, else the one from the stop that stood behind the entry;
/// nothing without one, or with one that is not above zero.
std::optional<Money> countedRisk(const TradeRecord &trade, const TradeNotes &notes);

/// Of a closed trade, with the risk that counts.
TradeResult tradeResult(const TradeRecord &trade, const std::optional<Money> &risk);

/// A closed trade with what statistics take of it and by which it is grouped. Record and notes
/// belong to the journal and must outlive it.
struct StudiedTrade
{
    const TradeRecord *record = nullptr;
    const TradeNotes *notes = nullptr;
    TradeResult result;
};

/// What was written about a trade; empty notes where nothing was. Valid as long as the trades are.
using NotesOf = std::function<const TradeNotes &(const TradeKey &)>;

/// The closed ones of these trades in the order of their closing, which is the order that curves
/// and streaks rest on; of one instant in the order of their keys.
std::vector<StudiedTrade> studiedTrades(std::span<const TradeRecord> trades, const NotesOf &notes);

/// The same from trades that were picked already.
std::vector<StudiedTrade> studiedTrades(std::span<const TradeRecord *const> trades,
                                        const NotesOf &notes);

/// What statistics take of them, in their order.
std::vector<TradeResult> resultsOf(std::span<const StudiedTrade> trades);

} // namespace tapeline
