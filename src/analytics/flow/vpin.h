#pragma once

#include "flowprint.h"
#include "widesum.h"

#include <optional>
#include <vector>

namespace tapeline {

struct VpinOptions
{
    Qty bucket; ///< volume of a bucket, above zero; usually a fiftieth of the average day
    int buckets = 50; ///< over how many of them, at least one
};

/// Volume-synchronised probability of informed trading (Easley, Lopez de Prado and O'Hara 2012;
/// execution.md D.5): the mean imbalance of the last buckets of equal volume. A trade is split
/// across buckets. Incremental and exact; allocates nothing after it was made.
class Vpin
{
public:
    explicit Vpin(const VpinOptions &options);

    void add(const FlowPrint &print) { add(print.buy(), print.sell()); }
    /// The volume of a bar, of which so much was bought, 0 to 1 (BulkVolume).
    void addBulk(Qty volume, double buyShare);

    /// 0 (balanced) to 1; of the buckets that are full so far, nothing before the first.
    std::optional<double> value() const;
    /// Whether as many buckets are full as were asked for.
    bool isReady() const { return m_imbalances.size() == m_wanted; }
    qint64 fullBuckets() const { return m_full; }

private:
    void add(QuarterQty buy, QuarterQty sell);
    void skip(QuarterQty &buy, QuarterQty &sell);
    void fill(QuarterQty &buy, QuarterQty &sell);
    void close();

    QuarterQty m_size; // of a bucket
    std::size_t m_wanted;
    QuarterQty m_buy; // of the bucket that is filling
    QuarterQty m_sell;
    std::vector<QuarterQty> m_imbalances; // ring of the full buckets
    std::size_t m_oldest = 0;
    WideSum m_sum; // of the ring
    qint64 m_full = 0;
};

} // namespace tapeline
