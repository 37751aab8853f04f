#include "resultsums.h"

#include "tradestatistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tapeline {

std::vector<ResultSample> resultSamples(std::span<const TradeResult> trades)
{
    std::vector<ResultSample> samples;
    samples.reserve(trades.size());
    for (const TradeResult &trade : trades) {
        const double net = trade.net().toDouble();
        const std::optional<double> multiple = trade.multipleOfRisk();
        ResultSample sample;
        sample.profit = std::max(net, 0.0);
        sample.loss = std::max(-net, 0.0);
        sample.multiple = multiple.value_or(0);
        sample.square = sample.multiple * sample.multiple;
        sample.isWin = net > 0 ? 1 : 0;
        sample.hasRisk = multiple ? 1 : 0;
        samples.push_back(sample);
    }
    return samples;
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
