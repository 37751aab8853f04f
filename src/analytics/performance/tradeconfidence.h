#pragma once

#include "resampling.h"
#include "resultsums.h"

#include <array>

namespace tapeline {

/// What a sample of trades says of those to come: each figure with its interval.
struct TradeConfidence
{
    std::array<std::optional<ConfidenceInterval>, resampledFigureCount> intervals {};
    qint64 trades = 0;
    int resamples = 0;

    const std::optional<ConfidenceInterval> &interval(ResampledFigure figure) const
    {
        return intervals[static_cast<std::size_t>(figure)];
    }
};

/// By the bootstrap (Efron 1979): trades are drawn with replacement, as many as there are, again
/// and again. It takes trades as independent of one another. Nothing for a figure that is undefined
/// of the trades themselves.
TradeConfidence tradeConfidence(std::span<const TradeResult> trades,
                                const ResamplingSettings &settings = {});

enum class ComparisonVerdict : quint8 {
    TooFew, ///< trades, to say anything
    CannotTellApart, ///< the interval of the difference holds zero
    FirstIsBetter,
    SecondIsBetter,
};

/// One figure of two sets of trades.
struct FigureComparison
{
    double first = 0;
    double second = 0;
    ConfidenceInterval difference {}; ///< first - second
    double firstIsHigher = 0.5; ///< share of the resamples, ties half: 0 to 1
    ComparisonVerdict verdict = ComparisonVerdict::TooFew;
};

struct TradeComparison
{
    /// A set below this tells nothing.
    static constexpr qint64 leastTrades = 10;

    std::array<std::optional<FigureComparison>, resampledFigureCount> figures {};
    int resamples = 0;

    const std::optional<FigureComparison> &figure(ResampledFigure figure) const
    {
        return figures[static_cast<std::size_t>(figure)];
    }
};

/// Two periods, two setups: whether they differ by more than luck. SQN grows with the number of
/// trades, so both are stated as of a hundred. Each set is resampled on its own; a trade should not
/// be in both.
TradeComparison compareTrades(std::span<const TradeResult> first,
                              std::span<const TradeResult> second,
                              const ResamplingSettings &settings = {});

} // namespace tapeline
