#pragma once

#include "barhistory.h"

#include <functional>
#include <map>

namespace tapeline {

/// Ranges of bars for whoever looks at the past once and keeps nothing open: the chart around a
/// trade. Lives on the market thread.
class BarLoans
{
public:
    /// Ascending, unique. NotFound where there are none; else what the sources answered.
    using Answer = std::function<void(Result<std::vector<Candle>> &&)>;

    /// Both must outlive it.
    BarLoans(MarketContext &context, BarHistory &history)
        : m_context(context)
        , m_history(history)
    {
    }

    /// Bars that start in the range, from the cache and then from the sources; of a recording only
    /// what is kept. What lies beyond the plan's view of the market is left out. Answered once,
    /// unless the source is left first: then Cancelled.
    void ask(const QString &symbol, Timeframe timeframe, const TimeRange &range, Answer answer);
    /// Another source.
    void reset();

private:
    struct Loan
    {
        std::map<Timestamp, Candle> bars {};
        Answer answer;
    };

    void take(quint64 id, BarHistory::Part &&part);
    void close(quint64 id, const BarHistory::Outcome &outcome);

    MarketContext &m_context;
    BarHistory &m_history;
    std::map<quint64, Loan> m_loans;
    quint64 m_next = 1;
};

} // namespace tapeline
