#pragma once

#include "refine.h"
#include "secondplan.h"
#include "tapeprinter.h"

#include <vector>

namespace tapeline {

/// One print of a second, ready to be written.
struct PlannedPrint
{
    PrintDraft draft;
    bool continues = false; ///< of the same order as the print before
    bool movable = false; ///< its price may change without changing the second's bar
};

/// Splits a second into prints: prices on a walk that bounces between the two sides of the quote,
/// aggressors in runs (large orders are split), sizes in round lots, odd lots strewn among them;
/// groups the prints into orders that arrive in clusters, some of them sweeping several venues
/// within a millisecond.
class PrintPlanner
{
public:
    /// auction is the condition id of the first print when it is an auction's, else 0;
    /// auctionVolume its size.
    void plan(const SecondPlan &second, qint32 spread, int lot, quint16 auction,
              qint64 auctionVolume, SplitMix64 &draws);
    /// Nothing in this second.
    void clear();

    const std::vector<PlannedPrint> &prints() const { return m_prints; }
    /// Nanoseconds in the second at which each order (a print that does not continue one) arrives,
    /// ascending.
    const std::vector<qint64> &orderTimes() const { return m_orderTimes; }

private:
    void planPrices(const SecondPlan &second, qint32 spread, SplitMix64 &draws);
    void planOrder(const BarPlan &bar, bool auctionFirst, SplitMix64 &draws);
    void planSizes(const BarPlan &bar, int lot, qint64 auctionVolume, SplitMix64 &draws);
    void groupOrders(SplitMix64 &draws);
    void planTimes(bool auctionFirst, SplitMix64 &draws);

    Refiner m_refiner;
    std::vector<qint32> m_ones;
    std::vector<double> m_walk;
    std::vector<PathBar> m_prices;
    std::vector<double> m_weights;
    std::vector<qint64> m_sizes;
    std::vector<PlannedPrint> m_prints;
    std::vector<qint64> m_orderTimes;
};

} // namespace tapeline
