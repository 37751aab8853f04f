#pragma once

#include "tradeconditions.h"

namespace tapeline {

/// How a trade of an option came about, as its sale conditions tell.
struct OptionTradeForm
{
    bool sweep = false; ///< an intermarket sweep order, or an auction or a cross of one
    bool auction = false;
    bool cross = false;
    bool floor = false;
    bool multiLeg = false; ///< one leg of a package, or against one
    bool stockTied = false; ///< traded with stock
    bool late = false; ///< reported late: where it stands on the tape says little
    bool cancels = false; ///< the notice that an earlier print is void; no trade itself

    /// Whether the price is of this contract alone: of a leg only the package's price was
    /// bargained for, so that where the leg printed in its quote says little of who was in a hurry
    /// (Savickas and Wilson 2003; execution.md D.1).
    bool isAlone() const { return !multiLeg && !stockTied; }

    friend bool operator==(const OptionTradeForm &, const OptionTradeForm &) = default;
};

/// By massive-api.md 8.7; ids that are not in it tell nothing.
OptionTradeForm optionTradeForm(const TradeConditions &conditions);

} // namespace tapeline
