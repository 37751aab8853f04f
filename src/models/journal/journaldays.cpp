#include "journaldays.h"

#include "tradestatistics.h"

namespace tapeline {

JournalDays::JournalDays(const JournalSelection &selection)
{
    const Journal &journal = selection.journal();
    const auto closed
        = studiedTrades(selection.trades(), [&](const TradeKey &key) -> const TradeNotes & {
              return journal.notes(key);
          });
    for (const StudiedTrade &trade : closed)
        m_closed[tradeDay(*trade.record)].push_back(trade);
    for (const TradeRecord *trade : selection.trades())
        if (trade->isOpen())
            m_open[tradeDay(*trade)].push_back(trade);
}

DaySum JournalDays::sum(QDate from, QDate to) const
{
    DaySum sum;
    std::vector<TradeResult> results;
    for (auto day = m_closed.lower_bound(from); day != m_closed.end() && day->first <= to; ++day)
        for (const StudiedTrade &trade : day->second)
            results.push_back(trade.result);
    const TradeStatistics statistics = tradeStatistics(results);
    sum.trades = statistics.trades;
    sum.net = statistics.net;
    if (statistics.expectancyR) // the mean of those that have a risk
        sum.multiple = *statistics.expectancyR * double(statistics.trades - statistics.withoutRisk);
    for (auto day = m_open.lower_bound(from); day != m_open.end() && day->first <= to; ++day)
        sum.open += qint64(day->second.size());
    return sum;
}

std::vector<const TradeRecord *> JournalDays::trades(QDate day) const
{
    std::vector<const TradeRecord *> found;
    if (const auto closed = m_closed.find(day); closed != m_closed.end())
        for (const StudiedTrade &trade : closed->second)
            found.push_back(trade.record);
    if (const auto open = m_open.find(day); open != m_open.end())
        found.insert(found.end(), open->second.begin(), open->second.end());
    return found;
}

} // namespace tapeline
