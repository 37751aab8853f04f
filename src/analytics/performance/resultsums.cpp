#include "resultsums.h"

#include "tradestatistics.h"

#include <cmath>
#include <limits>

namespace tapeline {

std::vector<ResultSample> resultSamples(std::span<const TradeResult> trades)
{
    std::vector<ResultSample> samples;
    samples.reserve(trades.size());
    for (const TradeResult &trade : trades) {
        const std::optional<double> multiple = trade.multipleOfRisk();
        samples.push_back({ trade.net().toDouble(), multiple.value_or(0), multiple.has_value() });
    }
    return samples;
}

void ResultSums::count(const ResultSample &sample, int sign)
{
    m_trades += sign;
    m_wins += sample.net > 0 ? sign : 0;
    (sample.net > 0 ? m_profit : m_loss) += sign * std::abs(sample.net);
    m_withRisk += sample.hasRisk ? sign : 0;
    m_multiples += sign * sample.multiple;
    m_squares += sign * sample.multiple * sample.multiple;
}

std::optional<double> ResultSums::figure(ResampledFigure figure) const
{
    if (m_trades <= 0)
        return {};
    switch (figure) {
    case ResampledFigure::MeanNet:
        return (m_profit - m_loss) / double(m_trades);
    case ResampledFigure::WinRate:
        return double(m_wins) / double(m_trades);
    case ResampledFigure::MeanR:
        return m_withRisk > 0 ? std::optional(m_multiples / double(m_withRisk)) : std::nullopt;
    case ResampledFigure::ProfitFactor:
        if (m_loss > 0)
            return m_profit / m_loss;
        return m_profit > 0 ? std::optional(std::numeric_limits<double>::infinity()) : std::nullopt;
    case ResampledFigure::Sqn:
        return sqn();
    }
    return {};
}

std::optional<double> ResultSums::sqn() const
{
    if (m_withRisk < 2)
        return {};
    const auto n = double(m_withRisk);
    const double mean = m_multiples / n;
    const double spread = m_squares - n * mean * mean;
    if (spread <= m_squares * roundingOfSquares)
        return {};
    return std::sqrt(n) * mean / std::sqrt(spread / (n - 1));
}

} // namespace tapeline
