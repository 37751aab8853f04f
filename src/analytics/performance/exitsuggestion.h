#pragma once

#include "resampling.h"
#include "result.h"
#include "traderesult.h"

#include <vector>

namespace tapeline {

/// The stop or target that would have served the user's own trades best, and how much to believe
/// it.
struct ExitSuggestion
{
    /// With fewer trades nothing is suggested.
    static constexpr qint64 leastTrades = 30;

    /// A level that was tried.
    struct Trial
    {
        double level = 0; ///< R
        double expectancy = 0; ///< mean R with it
    };

    double level = 0; ///< R from the entry
    ConfidenceInterval levels; ///< where the best level lies in resamples
    double expectancyNow = 0; ///< mean R as the trades went
    double expectancyThen = 0; ///< mean R with the level
    /// Mean R gained a trade by the best level of a resample on the trades that are not in it: what
    /// is left when the choice may not profit from the trades it is judged by.
    ConfidenceInterval improvement;
    bool isBetter = false; ///< the whole interval of the improvement is above zero
    qint64 trades = 0; ///< that have a risk, MAE and MFE
    qint64 unjudged = 0; ///< that have not
    qint64 rough = 0; ///< of the trades: extremes from bars, or not seen all the way
    std::vector<Trial> trials {}; ///< by level, ascending
};

/// Tries every hundredth of R that lies just beyond a trade's MAE, by the rules of withStop(), and
/// takes the one of the highest mean R; of equal ones the nearest. InvalidArgument below
/// leastTrades.
Result<ExitSuggestion> suggestedStop(std::span<const TradeResult> trades,
                                     const ResamplingSettings &settings = {});
/// The same for targets: every hundredth of R that a trade's MFE just reached, by withTarget().
Result<ExitSuggestion> suggestedTarget(std::span<const TradeResult> trades,
                                       const ResamplingSettings &settings = {});

} // namespace tapeline
