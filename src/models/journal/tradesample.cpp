#include "tradesample.h"

namespace tapeline {

void TradeSample::add(const TradeRecord &trade, const TradeNotes &notes)
{
    if (trade.isOpen())
        return;
    m_records.push_back(trade);
    if (notes != TradeNotes())
        m_notes.emplace(trade.key, notes);
}

void TradeSample::finish()
{
    static const TradeNotes none;
    m_trades = studiedTrades(std::span<const TradeRecord>(m_records),
                             [this](const TradeKey &key) -> const TradeNotes & {
                                 const auto found = m_notes.find(key);
                                 return found == m_notes.end() ? none : found->second;
                             });
    m_results = resultsOf(m_trades);
}

} // namespace tapeline
