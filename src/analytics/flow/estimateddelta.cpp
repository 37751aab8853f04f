#include "estimateddelta.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

DeltaBar barOf(const Candle &bar, HalfQty open, HalfQty delta)
{
    DeltaBar result;
    result.start = bar.start;
    result.open = open;
    result.delta = delta;
    result.maxDelta = std::max(delta, HalfQty());
    result.minDelta = std::min(delta, HalfQty());
    result.volume = bar.volume;
    return result;
}

} // namespace

bool EstimatedDelta::add(const Candle &bar)
{
    if (!m_bars.empty() && bar.start < m_bars.back().start)
        return false;
    if (!m_bars.empty() && bar.start == m_bars.back().start)
        m_bars.pop_back();
    else
        finishLast();
    const Price before = m_closeBefore.value_or(bar.open);
    m_lastChange = { (bar.close - before).toDouble(), bar.hasPrices };
    m_lastClose = bar.hasPrices ? bar.close : m_closeBefore;
    const HalfQty open = m_bars.empty() ? HalfQty() : m_bars.back().close();
    m_bars.push_back(barOf(bar, open, deltaOf(bar, m_lastChange)));
    m_bars.front().opensSession = true;
    return true;
}

void EstimatedDelta::finishLast()
{
    if (m_lastChange.isKnown)
        m_share.keep(m_lastChange.price);
    m_closeBefore = m_lastClose;
}

HalfQty EstimatedDelta::deltaOf(const Candle &bar, const Change &change) const
{
    if (!change.isKnown || bar.volume <= Qty() || bar.volume.units() > splitLimit / 4)
        return {};
    const double bought = 2 * m_share.buyShare(change.price) - 1;
    return HalfQty::fromParts(
        std::llround(bought * static_cast<double>(HalfQty::fromQty(bar.volume).parts())));
}

} // namespace tapeline
