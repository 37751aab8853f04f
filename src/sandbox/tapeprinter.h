#pragma once

#include "marketevent.h"
#include "minuteplan.h"
#include "splitmix64.h"

#include <vector>

namespace tapeline {

/// One print before it is given a venue and a time.
struct PrintDraft
{
    qint32 price = 0; ///< ticks
    bool halfTick = false; ///< half a tick above price: a midpoint
    qint64 size = 0;
    bool oddLot = false;
    bool averagePrice = false;
    bool sweep = false;
    bool offExchange = false;
    quint16 auction = 0; ///< condition id of an opening, reopening or closing print, else 0
    quint16 restatement = 0; ///< condition id of an official open or close, else 0
};

/// Writes prints and quotes of one second in wire order: strictly rising times, venues, conditions.
/// Appends to a list it does not own; finish() fits the times into the second and numbers the
/// events.
class TapePrinter
{
public:
    TapePrinter(const InstrumentTraits &traits, InstrumentId instrument, Timestamp secondStart,
                bool regularHours, SplitMix64 &draws, std::vector<MarketEvent> &out);

    /// Offsets are nanoseconds in the second; one that is not later than the event before is moved
    /// behind it.
    void quote(qint64 offset, QuotePrices prices, qint64 bidSize, qint64 askSize);
    void print(qint64 offset, const PrintDraft &draft);

    /// Merges the events of specials that lie in this second by time, and gives every event its
    /// sequence number and every trade its id: secondOfDay * 65,536 and on, with gaps.
    void finish(std::span<const MarketEvent> specials, int secondOfDay);

private:
    Timestamp stamp(qint64 offset);
    quint16 litVenue();
    TradeConditions conditionsOf(const PrintDraft &draft);

    const InstrumentTraits &m_traits;
    InstrumentId m_instrument;
    Timestamp m_start;
    bool m_regularHours;
    SplitMix64 &m_draws;
    std::vector<MarketEvent> &m_out;
    std::size_t m_first;
    qint64 m_lastOffset = -1;
};

/// A price in ticks of one cent.
constexpr Price tickPrice(qint32 ticks, bool halfTick = false)
{
    constexpr qint64 halfTickUnits = Price::unitsPerOne / 200;
    return Price::fromUnits((2 * qint64(ticks) + halfTick) * halfTickUnits);
}

/// Exchange id of the primary listing.
quint16 primaryVenue(const InstrumentTraits &traits);

Timestamp eventTime(const MarketEvent &event);

} // namespace tapeline
