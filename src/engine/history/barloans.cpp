#include "barloans.h"

#include "marketcontext.h"
#include "symbology.h"

#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

void BarLoans::ask(const QString &symbol, Timeframe timeframe, const TimeRange &range,
                   Answer answer)
{
    if (!m_context.hasSource())
        return answer(Error { Error::Code::Cancelled, u"no market is open"_s });
    const Timestamp newest = m_context.viewNow(symbology::classOf(symbol));
    const TimeRange seen { range.from, std::min(range.to, newest) };
    if (seen.isEmpty())
        return answer(Error { Error::Code::NotFound, u"no bars are known of that time"_s });
    const quint64 id = m_next++;
    m_loans[id].answer = std::move(answer);
    BarHistory::Wish wish;
    wish.query = { symbol, timeframe, true, seen };
    wish.onPart = [this, id](BarHistory::Part &&part) { take(id, std::move(part)); };
    wish.onDone = [this, id](const BarHistory::Outcome &outcome) { close(id, outcome); };
    if (m_context.hasRest())
        m_history.ask(std::move(wish));
    else
        m_history.look(std::move(wish));
}

void BarLoans::take(quint64 id, BarHistory::Part &&part)
{
    const auto found = m_loans.find(id);
    if (found == m_loans.end())
        return;
    std::map<Timestamp, Candle> &bars = found->second.bars;
    bars.erase(bars.lower_bound(part.range.from), bars.lower_bound(part.range.to));
    for (const Candle &bar : part.bars)
        bars.insert_or_assign(bar.start, bar);
}

/// Part of what was wished is better than nothing: a hole shows in the chart.
void BarLoans::close(quint64 id, const BarHistory::Outcome &outcome)
{
    auto node = m_loans.extract(id);
    if (node.empty())
        return;
    Loan &loan = node.mapped();
    if (loan.bars.empty())
        return loan.answer(outcome.missing.empty() ? Error { Error::Code::NotFound,
                                                             u"no bars are known of that time"_s }
                                                   : outcome.error);
    std::vector<Candle> bars;
    bars.reserve(loan.bars.size());
    for (const auto &[start, bar] : loan.bars)
        bars.push_back(bar);
    loan.answer(std::move(bars));
}

void BarLoans::reset()
{
    for (auto &[id, loan] : std::exchange(m_loans, {}))
        loan.answer(Error { Error::Code::Cancelled, u"another market was opened"_s });
}

} // namespace tapeline
