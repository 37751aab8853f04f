#include "drawdown.h"

#include <algorithm>

namespace tapeline {

void DrawdownWatch::add(Timestamp at, Money equity, Money flow)
{
    const bool isFirst = m_points++ == 0;
    if (isFirst)
        flow = {};
    m_flows += flow;
    const double unit = unitValue(equity, flow);
    m_unitPeak = isFirst ? unit : std::max(m_unitPeak, unit);
    if (m_unitPeak > 0) {
        const double share = (m_unitPeak - unit) / m_unitPeak;
        m_squares += share * share;
        m_drawdown.deepestShare = std::max(m_drawdown.deepestShare.value_or(0), share);
    }

    const Money own = equity - m_flows;
    if (m_isBelow)
        m_drawdown.longest = std::max(m_drawdown.longest, Duration(at - m_peakAt));
    m_isBelow = !isFirst && own < m_peak;
    if (m_isBelow) {
        m_drawdown.deepest = std::max(m_drawdown.deepest, m_peak - own);
        m_drawdown.longest = std::max(m_drawdown.longest, Duration(at - m_peakAt));
    } else {
        m_peak = own;
        m_peakAt = at;
    }
}

Drawdown DrawdownWatch::drawdown() const
{
    Drawdown result = m_drawdown;
    if (m_points > 0)
        result.meanSquareShare = m_squares / double(m_points);
    return result;
}

/// What comes in buys units at the value that they have without it.
double DrawdownWatch::unitValue(Money equity, Money flow)
{
    if (!flow.isZero()) {
        const double value = (equity - flow).toDouble() / m_units;
        if (value > 0)
            m_units += flow.toDouble() / value;
    }
    return equity.toDouble() / m_units;
}

} // namespace tapeline
