#pragma once

#include "candle.h"
#include "timeframe.h"

#include <span>
#include <vector>

namespace tapeline {

/// Bars of one width rolled up into a longer one: minutes to five minutes, hours or days, days to
/// weeks or months. Bars are known by their start; one that comes again replaces the former, and
/// only its window is rolled anew.
class CandleRollup
{
public:
    /// Every window of `to` must be made of whole bars that are put in.
    explicit CandleRollup(Timeframe to, AssetClass assetClass = AssetClass::Stocks)
        : m_timeframe(to)
        , m_assetClass(assetClass)
    {
    }

    /// Adds or replaces bars, ascending by start. At the end this costs their
    /// number, before it a merge. Returns the starts of the rolled bars that changed, ascending.
    std::vector<Timestamp> put(std::span<const Candle> parts);
    void clear();

    /// The rolled bars, ascending by start.
    std::span<const Candle> bars() const { return m_bars; }
    /// Null when there is none.
    const Candle *find(Timestamp start) const;

private:
    Candle roll(Timestamp start) const;

    Timeframe m_timeframe;
    AssetClass m_assetClass;
    std::vector<Candle> m_parts;
    std::vector<Candle> m_bars;
};

} // namespace tapeline
