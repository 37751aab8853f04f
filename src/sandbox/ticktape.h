#pragma once

#include "refine.h"
#include "secondplan.h"
#include "tapeprinter.h"

#include <vector>

namespace tapeline {

/// Turns one second of the plan into prints and quotes.
///
/// Prints are grouped into orders that arrive in clusters; some orders sweep several venues within
/// a millisecond. Aggressors come in runs (large orders are split), and the price bounces between
/// the two sides with them. The quote is wrapped around: it moves when a print leaves it and rests
/// where the plan says at the second's end, so every ordinary print is at or between the bid and
/// offer written before it.
class TickTape
{
public:
    explicit TickTape(quint64 seed);

    /// Which second of which instrument is asked for; minutes and seconds are those of that day and
    /// minute.
    struct Place
    {
        const InstrumentTraits &traits;
        InstrumentId instrument;
        const MinutePlan &minutes;
        const MinuteSeconds &seconds;
        int minute = 0; ///< from the start of the pre-market
        int second = 0; ///< 0 to 59
    };

    /// Appends the second's events in wire order; specials are those of this second (see
    /// daySpecials()).
    void write(const Place &place, std::span<const MarketEvent> specials,
               std::vector<MarketEvent> &out);

private:
    struct Item
    {
        PrintDraft draft;
        bool continues = false; ///< of the same order as the print before
        bool movable = false; ///< its price may change without changing the second's bar
    };

    void planPrints(const Place &place, const BarPlan &bar, SplitMix64 &draws);
    void planPrices(const BarPlan &bar, const SecondPlan &second, qint32 spread, SplitMix64 &draws);
    void planSizes(const BarPlan &bar, int lot, qint64 pinned, SplitMix64 &draws);
    void planOrders(bool pinnedFirst, SplitMix64 &draws);
    void planTimes(bool pinnedFirst, SplitMix64 &draws);

    quint64 m_seed;
    Refiner m_refiner;
    std::vector<qint32> m_ones;
    std::vector<double> m_walk;
    std::vector<PathBar> m_prices;
    std::vector<double> m_weights;
    std::vector<qint64> m_sizes;
    std::vector<Item> m_items;
    std::vector<qint64> m_orderTimes;
    std::vector<qint64> m_quoteTimes;
};

/// The events of a day that do not come from its bars: closing cross, official open and close, late
/// prints, bands and pauses; ascending by time, not numbered yet.
std::vector<MarketEvent> daySpecials(quint64 seed, const InstrumentTraits &traits,
                                     InstrumentId instrument, const MinutePlan &plan);

} // namespace tapeline
