#include "cumulativedelta.h"

#include "sessionstart.h"

#include <algorithm>
#include <limits>

namespace tapeline {

namespace {

HalfQty positivePart(HalfQty delta)
{
    return std::max(delta, HalfQty());
}

HalfQty negativePart(HalfQty delta)
{
    return std::max(-delta, HalfQty());
}

qint64 &countOf(FlowCounts &counts, FlowSide side)
{
    switch (side) {
    case FlowSide::Buy:
        return counts.buy;
    case FlowSide::Sell:
        return counts.sell;
    case FlowSide::BuyNeutral:
        return counts.buyNeutral;
    case FlowSide::SellNeutral:
        return counts.sellNeutral;
    case FlowSide::None:
        break;
    }
    return counts.unclassified;
}

} // namespace

CumulativeDelta::CumulativeDelta(const CvdOptions &options)
    : m_options(options)
{
    m_options.ring = std::max<std::size_t>(m_options.ring, 1);
}

bool CumulativeDelta::add(const FlowPrint &print)
{
    if (m_options.sessionReset && print.time >= m_nextSession)
        startSessions(print.time);
    if (!m_bound.admit(print.size))
        return false;
    m_cvd += print.delta;
    count(print);
    enter({ print.time, print.price, print.size, print.delta, m_cvd, print.side });
    m_slope.push(m_cvd.parts());
    m_deltaTrend.push(m_cvd.parts());
    m_priceTrend.push(print.price.units());
    return true;
}

void CumulativeDelta::reset()
{
    m_points = {};
    m_cvd = m_buyVolume = m_sellVolume = HalfQty();
    m_lifetime = {};
    m_bound = {};
    m_slope.clear();
    m_deltaTrend.clear();
    m_priceTrend.clear();
}

void CumulativeDelta::startSessions(Timestamp time)
{
    const bool isFirst = m_nextSession == Timestamp::min();
    m_nextSession = nextSessionStart(time);
    if (isFirst)
        return;
    reset();
    ++m_sessionResets;
}

void CumulativeDelta::count(const FlowPrint &print)
{
    ++countOf(m_lifetime, print.side);
    m_lifetime.buyVolume += positivePart(print.delta);
    m_lifetime.sellVolume += negativePart(print.delta);
}

void CumulativeDelta::enter(const CvdPoint &point)
{
    if (m_points.size() >= m_options.ring) {
        const HalfQty leaving = m_points[0].delta;
        m_buyVolume -= positivePart(leaving);
        m_sellVolume -= negativePart(leaving);
    }
    m_buyVolume += positivePart(point.delta);
    m_sellVolume += negativePart(point.delta);
    m_points.push(point, m_options.ring);
    m_points.prefetchNext(); // long out of the cache when the next trade comes
}

Divergence CumulativeDelta::divergence() const
{
    if (!hasTrades(divergenceTrades))
        return Divergence::None;
    const int price = m_priceTrend.sign();
    const int delta = m_deltaTrend.sign();
    if (price < 0 && delta > 0)
        return Divergence::Bullish;
    return price > 0 && delta < 0 ? Divergence::Bearish : Divergence::None;
}

CvdStatistics CumulativeDelta::statistics() const
{
    CvdStatistics all;
    all.cvd = m_cvd;
    all.totalTicks = static_cast<qint64>(m_points.size());
    all.buyVolume = m_buyVolume;
    all.sellVolume = m_sellVolume;
    all.netDelta = m_buyVolume - m_sellVolume;
    all.ratio = m_sellVolume.isZero() ? std::numeric_limits<double>::infinity()
                                      : m_buyVolume.toDouble() / m_sellVolume.toDouble();
    all.slope = hasTrades(slopeTrades) ? m_slope.slope(HalfQty::partsPerOne) : 0;
    all.divergence = divergence();
    all.lifetime = m_lifetime;
    return all;
}

} // namespace tapeline
