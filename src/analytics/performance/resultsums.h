#pragma once

#include "traderesult.h"

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// The figures that are resampled.
enum class ResampledFigure : quint8 { MeanNet, MeanR, WinRate, ProfitFactor, Sqn };
constexpr std::size_t resampledFigureCount = 5;

/// What a trade adds to sums. Summed without a branch: draws are in no order that could be guessed.
struct ResultSample
{
    double profit = 0; ///< net where it is above zero
    double loss = 0; ///< magnitude of the net where it is below
    double multiple = 0; ///< R, zero without a risk
    double square = 0; ///< of it
    qint32 isWin = 0; ///< 1 or 0
    qint32 hasRisk = 0;
};

std::vector<ResultSample> resultSamples(std::span<const TradeResult> trades);

/// Sums from which all of these figures follow, so that a resample is one pass, and the figures
/// without a trade are those sums less its own.
class ResultSums
{
public:
    void add(const ResultSample &sample)
    {
        ++m_trades;
        m_wins += sample.isWin;
        m_withRisk += sample.hasRisk;
        m_profit += sample.profit;
        m_loss += sample.loss;
        m_multiples += sample.multiple;
        m_squares += sample.square;
    }
    void remove(const ResultSample &sample)
    {
        --m_trades;
        m_wins -= sample.isWin;
        m_withRisk -= sample.hasRisk;
        m_profit -= sample.profit;
        m_loss -= sample.loss;
        m_multiples -= sample.multiple;
        m_squares -= sample.square;
    }

    /// As tradeStatistics() defines it, to the rounding of the sums; nothing where it is undefined.
    std::optional<double> figure(ResampledFigure figure) const;
    qint64 trades() const { return m_trades; }
    qint64 withRisk() const { return m_withRisk; }

private:
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
