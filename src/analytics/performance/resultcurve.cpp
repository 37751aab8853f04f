#include "resultcurve.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Adds points and remembers the highest.
class Curve
{
public:
    explicit Curve(std::size_t points) { m_points.reserve(points); }

    void add(Timestamp at, Money value)
    {
        m_peak = m_points.empty() ? value : std::max(m_peak, value);
        m_points.push_back({ at, value, m_peak - value });
    }
    std::vector<ResultPoint> take() { return std::move(m_points); }

private:
    std::vector<ResultPoint> m_points;
    Money m_peak;
};

} // namespace

std::vector<ResultPoint> closedCurve(std::span<const TradeResult> trades)
{
    if (trades.empty())
        return {};
    Curve curve(trades.size() + 1);
    Money net;
    curve.add(std::min(trades.front().openedAt, trades.front().closedAt), net);
    for (const TradeResult &trade : trades) {
        net += trade.net();
        curve.add(trade.closedAt, net);
    }
    return curve.take();
}

std::vector<ResultPoint> earnedCurve(std::span<const EquityPoint> points)
{
    Curve curve(points.size());
    for (const EquityPoint &point : points)
        curve.add(point.at,
                  (point.equity - point.deposits)
                      - (points.front().equity - points.front().deposits));
    return curve.take();
}

} // namespace tapeline
