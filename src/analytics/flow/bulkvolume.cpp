#include "bulkvolume.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace tapeline {

namespace {

/// The normal distribution function.
double phi(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

} // namespace

double BulkVolume::buyShare(double priceChange) const
{
    const bool isFull = m_squares.size() == window;
    const double others = std::max(isFull ? m_sum - m_squares[m_oldest] : m_sum, 0.0);
    const auto count = static_cast<double>(isFull ? window : m_squares.size() + 1);
    const double sigma = std::sqrt((others + priceChange * priceChange) / count);
    return sigma > 0 ? phi(priceChange / sigma) : 0.5;
}

void BulkVolume::keep(double priceChange)
{
    const double square = priceChange * priceChange;
    if (m_squares.size() < window) {
        m_squares.push_back(square);
        m_sum += square;
        return;
    }
    m_sum += square - m_squares[m_oldest];
    m_squares[m_oldest] = square;
    m_oldest = m_oldest + 1 == window ? 0 : m_oldest + 1;
    if (m_oldest == 0)
        m_sum = std::accumulate(m_squares.begin(), m_squares.end(), 0.0);
}

} // namespace tapeline
