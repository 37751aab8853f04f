#pragma once

#include "flowprint.h"

#include <optional>
#include <vector>

namespace tapeline {

/// VPIN (see Vpin) of a day whose volume is not known beforehand: its buckets hold a fiftieth to a
/// hundredth of what was traded so far. They begin small, and whenever there are twice as many as
/// are wanted every two become one. A trade is split across buckets, one without a side is left
/// out. Incremental.
class GrowingVpin
{
public:
    /// Over so many of the newest buckets.
    static constexpr std::size_t buckets = 50;
    /// As long as a bucket holds fewer on average, nothing can be told from it.
    static constexpr qint64 tradesPerBucket = 20;

    void add(const FlowPrint &print);

    /// 0 (balanced) to 1; nothing before there are enough buckets of enough trades.
    std::optional<double> value() const;
    /// Volume of a bucket, zero before the first trade.
    QuarterQty bucket() const { return m_size; }

private:
    struct Bucket
    {
        QuarterQty buy;
        QuarterQty sell;

        QuarterQty volume() const { return buy + sell; }
    };

    void begin(QuarterQty volume);
    void fill(Bucket &rest);
    void joinPairs();

    QuarterQty m_size;
    std::vector<Bucket> m_full; // oldest first, fewer than twice the wanted
    Bucket m_filling;
    qint64 m_trades = 0;
    VolumeBound m_bound;
};

} // namespace tapeline
