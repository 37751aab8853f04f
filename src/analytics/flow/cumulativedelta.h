#pragma once

#include "flowprint.h"
#include "ringbuffer.h"
#include "rollingslope.h"

namespace tapeline {

struct CvdOptions
{
    std::size_t ring = 10'000; ///< trades that are kept, at least one
    bool sessionReset = false; ///< starts again at 09:30 Eastern of every day
};

/// One trade in the ring.
struct CvdPoint
{
    Timestamp time {};
    Price price;
    Qty size;
    HalfQty delta;
    HalfQty cvd; ///< after it
    FlowSide side = FlowSide::None;
};

/// Price and flow that go apart.
enum class Divergence : quint8 {
    None,
    Bullish, ///< the price falls while the cumulative delta rises
    Bearish
};

/// Counts since the last reset.
struct FlowCounts
{
    qint64 buy = 0;
    qint64 sell = 0;
    qint64 buyNeutral = 0;
    qint64 sellNeutral = 0;
    qint64 unclassified = 0;
    HalfQty buyVolume; ///< sum of the positive deltas
    HalfQty sellVolume; ///< sum of the negative ones, without its sign

    qint64 trades() const { return buy + sell + buyNeutral + sellNeutral + unclassified; }
};

/// What a statistics panel shows (execution.md D.2).
struct CvdStatistics
{
    HalfQty cvd;
    qint64 totalTicks = 0; ///< in the ring, as the next three
    HalfQty buyVolume;
    HalfQty sellVolume;
    HalfQty netDelta; ///< buyVolume - sellVolume
    double ratio = 0; ///< buyVolume / sellVolume; infinity without sells
    double slope = 0; ///< of the cumulative delta, units a trade, over the last 100; 0 before
    Divergence divergence = Divergence::None; ///< over the last 50
    FlowCounts lifetime; ///< since the last reset, whatever left the ring
};

/// Cumulative volume delta of one instrument, trade by trade. Allocates nothing once the ring is
/// full.
class CumulativeDelta
{
public:
    static constexpr quint32 slopeTrades = 100;
    static constexpr quint32 divergenceTrades = 50;

    explicit CumulativeDelta(const CvdOptions &options = {});

    /// False, and nothing counted, when the sums would leave their range (splitLimit).
    bool add(const FlowPrint &print);
    /// Empties ring, sums and counts.
    void reset();

    HalfQty value() const { return m_cvd; }
    const RingBuffer<CvdPoint> &points() const { return m_points; }
    CvdStatistics statistics() const;
    /// How often it started again by itself; a line through the points breaks there.
    qint64 sessionResets() const { return m_sessionResets; }

private:
    void startSessions(Timestamp time);
    void count(const FlowPrint &print);
    void enter(const CvdPoint &point);
    Divergence divergence() const;
    bool hasTrades(quint32 count) const { return m_points.size() >= count; }

    CvdOptions m_options;
    RingBuffer<CvdPoint> m_points;
    HalfQty m_cvd;
    HalfQty m_buyVolume; // of the ring
    HalfQty m_sellVolume;
    FlowCounts m_lifetime;
    VolumeBound m_bound;
    RollingSlope m_slope { slopeTrades };
    RollingSlope m_deltaTrend { divergenceTrades };
    RollingSlope m_priceTrend { divergenceTrades };
    Timestamp m_nextSession = Timestamp::min();
    qint64 m_sessionResets = 0;
};

} // namespace tapeline
