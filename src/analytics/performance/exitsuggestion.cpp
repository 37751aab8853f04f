#include "exitsuggestion.h"

#include "splitmix64.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr double stepsInR = 100;
/// What is so near to a step, in steps, is on it: money over money is not exact.
constexpr double nearStep = 1e-9;
constexpr int mostResamples = 500;

/// A trade as a level sees it, in R.
struct Excursion
{
    double extreme = 0; ///< how far it went towards the level
    double result = 0; ///< net, as it ended
    double fees = 0;
};

/// One side of the entry: which levels to try, what they bring.
struct Side
{
    int sign; ///< of the result at the level
    double (*extreme)(const TradeResult &); ///< money, >= 0

    double atLevel(double level, const Excursion &trade) const { return sign * level - trade.fees; }
};

const Side stopSide { -1, [](const TradeResult &trade) { return -trade.worst->toDouble(); } };
const Side targetSide { 1, [](const TradeResult &trade) { return trade.best->toDouble(); } };

/// Sums over trades by how far they went, so that a level is two look-ups. Trades ascend by their
/// extremes; weights say how often each counts.
class Sweep
{
public:
    Sweep(const Side &side, const std::vector<Excursion> &trades, std::vector<double> levels)
        : m_side(side)
        , m_trades(trades)
        , m_levels(std::move(levels))
    {
        for (const double level : m_levels)
            m_firstReached.push_back(std::size_t(
                std::lower_bound(trades.begin(), trades.end(), level,
                                 [](const Excursion &a, double own) { return a.extreme < own; })
                - trades.begin()));
    }

    const std::vector<double> &levels() const { return m_levels; }
    std::size_t firstReached(std::size_t level) const { return m_firstReached[level]; }

    /// Mean R with each level.
    std::vector<double> expectancies(const std::vector<int> &weights) const
    {
        std::vector<double> before(m_trades.size() + 1); // as they ended, of the first i trades
        std::vector<double> fees(m_trades.size() + 1);
        std::vector<double> count(m_trades.size() + 1);
        for (std::size_t i = 0; i < m_trades.size(); ++i) {
            before[i + 1] = before[i] + weights[i] * m_trades[i].result;
            fees[i + 1] = fees[i] + weights[i] * m_trades[i].fees;
            count[i + 1] = count[i] + weights[i];
        }
        std::vector<double> means;
        means.reserve(m_levels.size());
        for (std::size_t i = 0; i < m_levels.size(); ++i) {
            const std::size_t first = m_firstReached[i];
            const double reached = m_side.sign * m_levels[i] * (count.back() - count[first])
                - (fees.back() - fees[first]);
            means.push_back((before[first] + reached) / count.back());
        }
        return means;
    }

    /// Mean R gained by a level on the trades that are not in a resample; nothing when all are.
    std::optional<double> gainElsewhere(std::size_t level, const std::vector<int> &weights) const
    {
        double gain = 0;
        qint64 others = 0;
        for (std::size_t i = 0; i < m_trades.size(); ++i) {
            if (weights[i] != 0)
                continue;
            ++others;
            if (i >= m_firstReached[level])
                gain += m_side.atLevel(m_levels[level], m_trades[i]) - m_trades[i].result;
        }
        return others > 0 ? std::optional(gain / double(others)) : std::nullopt;
    }

private:
    const Side &m_side;
    const std::vector<Excursion> &m_trades;
    std::vector<double> m_levels;
    std::vector<std::size_t> m_firstReached;
};

/// An extreme that lies on a step is that level to the last digit, so that both compare exactly.
double onStep(double extreme)
{
    const double steps = std::round(extreme * stepsInR);
    return std::abs(extreme * stepsInR - steps) < nearStep ? steps / stepsInR : extreme;
}

std::size_t bestOf(const std::vector<double> &expectancies)
{
    return std::size_t(std::max_element(expectancies.begin(), expectancies.end())
                       - expectancies.begin());
}

/// A stop just beyond an extreme spares the trade; a target just within it is reached.
std::vector<double> levelsOf(const std::vector<Excursion> &trades, const Side &side)
{
    std::vector<double> levels;
    for (const Excursion &trade : trades) {
        const double steps
            = std::floor(trade.extreme * stepsInR + nearStep) + (side.sign < 0 ? 1 : 0);
        if (steps > 0 && (levels.empty() || levels.back() != steps / stepsInR))
            levels.push_back(steps / stepsInR);
    }
    return levels;
}

Result<ExitSuggestion> suggested(std::span<const TradeResult> results, const Side &side,
                                 const ResamplingSettings &settings)
{
    ExitSuggestion made;
    std::vector<Excursion> trades;
    for (const TradeResult &trade : results) {
        if (!trade.risk || !trade.worst || !trade.best)
            continue;
        const double risk = trade.risk->toDouble();
        trades.push_back({ onStep(side.extreme(trade) / risk), trade.net().toDouble() / risk,
                           trade.fees.toDouble() / risk });
        made.rough += trade.isExcursionRough ? 1 : 0;
    }
    made.trades = qint64(trades.size());
    made.unjudged = qint64(results.size() - trades.size());
    if (made.trades < ExitSuggestion::leastTrades)
        return Error { Error::Code::InvalidArgument,
                       QStringLiteral("%1 trades with risk, MAE and MFE are too few, %2 are needed")
                           .arg(made.trades)
                           .arg(ExitSuggestion::leastTrades) };
    std::sort(trades.begin(), trades.end(),
              [](const Excursion &a, const Excursion &b) { return a.extreme < b.extreme; });
    const Sweep sweep(side, trades, levelsOf(trades, side));
    if (sweep.levels().empty())
        return Error { Error::Code::InvalidArgument,
                       QStringLiteral("no trade went that way from its entry") };

    std::vector<int> weights(trades.size(), 1);
    const std::vector<double> expectancies = sweep.expectancies(weights);
    const std::size_t best = bestOf(expectancies);
    for (const Excursion &trade : trades)
        made.expectancyNow += trade.result / double(trades.size());
    made.level = sweep.levels()[best];
    made.expectancyThen = expectancies[best];
    for (std::size_t i = 0; i < expectancies.size(); ++i)
        made.trials.push_back({ sweep.levels()[i], expectancies[i] });

    SplitMix64 draws(mixKeys(settings.seed, side.sign));
    std::vector<double> levels;
    std::vector<double> gains;
    const int resamples = std::min(resampleCount(settings, trades.size()), mostResamples);
    for (int i = 0; i < resamples; ++i) {
        std::fill(weights.begin(), weights.end(), 0);
        for (std::size_t drawn = 0; drawn < trades.size(); ++drawn)
            ++weights[draws.below(trades.size())];
        const std::size_t own = bestOf(sweep.expectancies(weights));
        levels.push_back(sweep.levels()[own]);
        if (const std::optional<double> gain = sweep.gainElsewhere(own, weights))
            gains.push_back(*gain);
    }
    made.levels = *confidenceInterval(made.level, std::move(levels), {}, settings.confidence);
    if (!gains.empty()) {
        double mean = 0;
        for (const double gain : gains)
            mean += gain / double(gains.size());
        made.improvement = *confidenceInterval(mean, std::move(gains), {}, settings.confidence);
        made.isBetter = made.improvement.low > 0;
    }
    return made;
}

} // namespace

Result<ExitSuggestion> suggestedStop(std::span<const TradeResult> trades,
                                     const ResamplingSettings &settings)
{
    return suggested(trades, stopSide, settings);
}

Result<ExitSuggestion> suggestedTarget(std::span<const TradeResult> trades,
                                       const ResamplingSettings &settings)
{
    return suggested(trades, targetSide, settings);
}

} // namespace tapeline
