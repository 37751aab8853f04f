#pragma once

#include "traderesult.h"

#include <map>
#include <vector>

namespace tapeline {

/// Closed trades with what was written about them, as they stood at one moment: a copy on which
/// any thread can reckon while the journal goes on.
class TradeSample
{
public:
    TradeSample() = default;
    TradeSample(const TradeSample &) = delete;
    TradeSample &operator=(const TradeSample &) = delete;

    void reserve(std::size_t trades) { m_records.reserve(trades); }
    /// Open trades are left out; empty notes need not be given.
    void add(const TradeRecord &trade, const TradeNotes &notes);
    /// Puts them in order; nothing is added after that.
    void finish();

    /// In the order of their closing.
    std::span<const StudiedTrade> trades() const { return m_trades; }
    /// What statistics take of them, in the same order.
    std::span<const TradeResult> results() const { return m_results; }

private:
    std::vector<TradeRecord> m_records;
    std::map<TradeKey, TradeNotes> m_notes; ///< those that say something
    std::vector<StudiedTrade> m_trades;
    std::vector<TradeResult> m_results;
};

} // namespace tapeline
