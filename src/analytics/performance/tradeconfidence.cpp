#include "tradeconfidence.h"

#include "splitmix64.h"

#include <cmath>

namespace tapeline {

namespace {

constexpr std::array allFigures { ResampledFigure::MeanNet, ResampledFigure::MeanR,
                                  ResampledFigure::WinRate, ResampledFigure::ProfitFactor,
                                  ResampledFigure::Sqn };

using OneEach = std::array<std::optional<double>, resampledFigureCount>;

OneEach figuresOf(const ResultSums &sums)
{
    OneEach figures;
    for (std::size_t i = 0; i < allFigures.size(); ++i)
        figures[i] = sums.figure(allFigures[i]);
    return figures;
}

/// The same, of sets that are compared: SQN as of a hundred trades.
OneEach comparableFigures(const ResultSums &sums)
{
    OneEach figures = figuresOf(sums);
    auto &sqn = figures[static_cast<std::size_t>(ResampledFigure::Sqn)];
    if (sqn)
        *sqn *= 10 / std::sqrt(double(sums.withRisk()));
    return figures;
}

ResultSums sumsOf(std::span<const ResultSample> samples)
{
    ResultSums sums;
    for (const ResultSample &sample : samples)
        sums.add(sample);
    return sums;
}

ResultSums resampled(std::span<const ResultSample> samples, SplitMix64 &draws)
{
    ResultSums sums;
    for (std::size_t i = 0; i < samples.size(); ++i)
        sums.add(samples[draws.below(samples.size())]);
    return sums;
}

/// Each figure without each of the trades; a figure that is undefined without one has none.
template<typename ToFigures>
std::array<std::vector<double>, resampledFigureCount>
withoutEach(std::span<const ResultSample> samples, const ToFigures &toFigures)
{
    std::array<std::vector<double>, resampledFigureCount> left;
    ResultSums sums = sumsOf(samples);
    for (const ResultSample &sample : samples) {
        ResultSums rest = sums;
        rest.remove(sample);
        const OneEach figures = toFigures(rest);
        for (std::size_t i = 0; i < figures.size(); ++i)
            if (figures[i])
                left[i].push_back(*figures[i]);
    }
    for (std::vector<double> &own : left)
        if (own.size() != samples.size())
            own.clear();
    return left;
}

ComparisonVerdict verdictOf(const ConfidenceInterval &difference, bool isTooFew)
{
    if (isTooFew)
        return ComparisonVerdict::TooFew;
    if (difference.low > 0)
        return ComparisonVerdict::FirstIsBetter;
    return difference.high < 0 ? ComparisonVerdict::SecondIsBetter
                               : ComparisonVerdict::CannotTellApart;
}

/// Two infinite profit factors do not differ.
double difference(double first, double second)
{
    return std::isinf(first) && std::isinf(second) ? 0 : first - second;
}

/// Differences of resamples, gathered figure by figure.
struct Differences
{
    std::vector<double> values;
    double higher = 0; ///< of the first set, ties half

    void add(double first, double second)
    {
        values.push_back(difference(first, second));
        higher += first > second ? 1 : first == second ? 0.5 : 0;
    }
};

/// Influences on a difference: what is left out of the second set counts the other way.
std::vector<double> ofDifference(const std::vector<double> &first,
                                 const std::vector<double> &second, double firstValue,
                                 double secondValue)
{
    std::vector<double> left;
    if (first.empty() || second.empty())
        return left;
    left.reserve(first.size() + second.size());
    for (const double own : first)
        left.push_back(own - secondValue);
    for (const double own : second)
        left.push_back(firstValue - own);
    return left;
}

/// One set of trades that is compared.
struct ComparedSet
{
    std::vector<ResultSample> samples;
    ResultSums sums;
    OneEach figures;
    std::array<std::vector<double>, resampledFigureCount> left;

    explicit ComparedSet(std::span<const TradeResult> trades)
        : samples(resultSamples(trades))
        , sums(sumsOf(samples))
        , figures(comparableFigures(sums))
        , left(withoutEach(samples, comparableFigures))
    {
    }
    /// Trades that a figure rests on.
    qint64 trades(ResampledFigure figure) const
    {
        const bool isOfRisk = figure == ResampledFigure::MeanR || figure == ResampledFigure::Sqn;
        return isOfRisk ? sums.withRisk() : sums.trades();
    }
};

std::optional<FigureComparison> compared(const ComparedSet &a, const ComparedSet &b,
                                         ResampledFigure which, Differences &&drawn,
                                         double confidence)
{
    const auto place = static_cast<std::size_t>(which);
    if (!a.figures[place] || !b.figures[place] || drawn.values.empty())
        return {};
    FigureComparison figure { *a.figures[place], *b.figures[place] };
    figure.firstIsHigher = drawn.higher / double(drawn.values.size());
    figure.difference = *confidenceInterval(
        difference(figure.first, figure.second), std::move(drawn.values),
        ofDifference(a.left[place], b.left[place], figure.first, figure.second), confidence);
    const qint64 fewest = std::min(a.trades(which), b.trades(which));
    figure.verdict = verdictOf(figure.difference, fewest < TradeComparison::leastTrades);
    return figure;
}

} // namespace

TradeConfidence tradeConfidence(std::span<const TradeResult> trades,
                                const ResamplingSettings &settings)
{
    TradeConfidence confidence;
    confidence.trades = qint64(trades.size());
    confidence.resamples = resampleCount(settings, trades.size());
    if (trades.empty())
        return confidence;
    const std::vector<ResultSample> samples = resultSamples(trades);
    std::array<std::vector<double>, resampledFigureCount> drawn;
    SplitMix64 draws(settings.seed);
    for (int i = 0; i < confidence.resamples; ++i) {
        const OneEach figures = figuresOf(resampled(samples, draws));
        for (std::size_t figure = 0; figure < figures.size(); ++figure)
            if (figures[figure])
                drawn[figure].push_back(*figures[figure]);
    }
    const OneEach estimates = figuresOf(sumsOf(samples));
    const auto left = withoutEach(samples, figuresOf);
    for (std::size_t i = 0; i < estimates.size(); ++i)
        if (estimates[i])
            confidence.intervals[i] = confidenceInterval(*estimates[i], std::move(drawn[i]),
                                                         left[i], settings.confidence);
    return confidence;
}

TradeComparison compareTrades(std::span<const TradeResult> first,
                              std::span<const TradeResult> second,
                              const ResamplingSettings &settings)
{
    TradeComparison comparison;
    comparison.resamples = resampleCount(settings, first.size() + second.size());
    if (first.empty() || second.empty())
        return comparison;
    const ComparedSet a(first);
    const ComparedSet b(second);
    SplitMix64 drawsOfA(mixKeys(settings.seed, 1));
    SplitMix64 drawsOfB(mixKeys(settings.seed, 2));
    std::array<Differences, resampledFigureCount> drawn;
    for (int i = 0; i < comparison.resamples; ++i) {
        const OneEach ofA = comparableFigures(resampled(a.samples, drawsOfA));
        const OneEach ofB = comparableFigures(resampled(b.samples, drawsOfB));
        for (std::size_t figure = 0; figure < ofA.size(); ++figure)
            if (ofA[figure] && ofB[figure])
                drawn[figure].add(*ofA[figure], *ofB[figure]);
    }
    for (std::size_t i = 0; i < allFigures.size(); ++i)
        comparison.figures[i]
            = compared(a, b, allFigures[i], std::move(drawn[i]), settings.confidence);
    return comparison;
}

} // namespace tapeline
