#pragma once

#include "traderesult.h"

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// The figures that are resampled.
enum class ResampledFigure : quint8 { MeanNet, MeanR, WinRate, ProfitFactor, Sqn };
constexpr std::size_t resampledFigureCount = 5;

/// What resampling takes of a trade.
struct ResultSample
{
    double net = 0;
    double multiple = 0; ///< R
    bool hasRisk = false;
};

std::vector<ResultSample> resultSamples(std::span<const TradeResult> trades);

/// Sums from which all of these figures follow, so that a resample is one pass, and the figures
/// without a trade are those sums less its own.
class ResultSums
{
public:
    void add(const ResultSample &sample) { count(sample, 1); }
    void remove(const ResultSample &sample) { count(sample, -1); }

    /// As tradeStatistics() defines it, to the rounding of the sums; nothing where it is undefined.
    std::optional<double> figure(ResampledFigure figure) const;
    qint64 trades() const { return m_trades; }
    qint64 withRisk() const { return m_withRisk; }

private:
    void count(const ResultSample &sample, int sign);
    std::optional<double> sqn() const;

    qint64 m_trades = 0;
    qint64 m_wins = 0;
    qint64 m_withRisk = 0;
    double m_profit = 0;
    double m_loss = 0; ///< magnitude
    double m_multiples = 0;
    double m_squares = 0; ///< of multiples
};

} // namespace tapeline
