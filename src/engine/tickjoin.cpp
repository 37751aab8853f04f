#include "tickjoin.h"

#include "markethours.h"

#include <algorithm>

namespace tapeline {

namespace {

/// More are not kept for history that does not come.
constexpr std::size_t mostWaiting = 300'000;

/// The first print of the stream, or a later one. Streams tell milliseconds only: numbers say which
/// of one were before it.
bool isStreamed(const Trade &trade, const Trade &first, AssetClass assetClass)
{
    const auto dayOf
        = [assetClass](const Trade &of) { return markethours::tradingDay(assetClass, of.time); };
    const bool numbered
        = trade.sequence != 0 && first.sequence != 0 && dayOf(trade) == dayOf(first);
    return numbered ? trade.sequence >= first.sequence : trade.time >= first.time;
}

} // namespace

TickJoin::TickJoin(AssetClass assetClass, NewTarget newTarget)
    : m_assetClass(assetClass)
    , m_newTarget(std::move(newTarget))
    , m_shown(m_newTarget())
{
}

// --- the stream
// ------------------------------------------------------------------------------------------------

void TickJoin::addPrints(std::span<const TapePrint> prints)
{
    if (m_stage == Stage::Joined || !m_isBased)
        m_shown->addPrints(prints);
    if (m_stage == Stage::Joined)
        return;
    // What was fetched for bars and tape comes with history, where its quotes are known
    const auto isStreamed = [](const TapePrint &p) { return p.origin == PrintOrigin::Stream; };
    const auto begin = m_first ? prints.begin() : std::ranges::find_if(prints, isStreamed);
    if (begin == prints.end())
        return;
    m_waiting.insert(m_waiting.end(), begin, prints.end());
    if (!m_first) {
        m_waiting.front().afterGap = false; // what is fetched closes it
        noteFirst(*begin);
    }
    if (m_stage != Stage::CatchingUp && m_waiting.size() > mostWaiting)
        giveUp();
}

void TickJoin::noteFirst(const TapePrint &print)
{
    m_first = print;
    if (m_newestSummed && isStreamed(*m_newestSummed, print.trade, m_assetClass)) {
        m_shownUntil = m_newestSummed; // the stream was behind
        beginSumming();
    } else if (m_stage == Stage::AwaitingFirst) {
        onHistorySummed();
    }
}

// --- what is fetched
// ------------------------------------------------------------------------------------------------

void TickJoin::addHistory(std::shared_ptr<const FetchedTicks> ticks)
{
    m_history = std::move(ticks);
    if (m_history)
        beginSumming();
    else
        finish();
}

void TickJoin::beginSumming()
{
    m_next = m_newTarget();
    m_newestSummed.reset();
    m_readers.emplace(m_history->trades, m_history->quotes);
    m_stage = Stage::Summing;
}

void TickJoin::addRest(std::shared_ptr<const FetchedTicks> ticks)
{
    m_rest = std::move(ticks);
    if (!m_rest || m_rest->from > m_history->until)
        target().noteGap();
    if (!m_rest) {
        m_stage = Stage::CatchingUp;
        return;
    }
    m_readers.emplace(m_rest->trades, m_rest->quotes);
    m_stage = Stage::SummingRest;
}

bool TickJoin::hasWork() const
{
    return m_stage == Stage::Summing || m_stage == Stage::SummingRest
        || m_stage == Stage::CatchingUp;
}

void TickJoin::work(int ticks)
{
    if (m_stage == Stage::Summing)
        sum(*m_history, ticks, m_history->until);
    else if (m_stage == Stage::SummingRest)
        sum(*m_rest, ticks, m_rest->until);
    else if (m_stage == Stage::CatchingUp)
        catchUp(ticks);
}

/// Where times are equal the trade counts first.
void TickJoin::sum(const FetchedTicks &ticks, int most, Timestamp until)
{
    auto &[trades, quotes] = *m_readers;
    const Timestamp lastQuote = m_first ? std::min(m_first->trade.time, until) : until;
    for (; most > 0; --most) {
        const Quote *quote = quotes.next();
        const Trade *trade = trades.next();
        if (trade && trade->time >= until)
            trade = nullptr;
        if (quote && quote->time < (trade ? trade->time : lastQuote)) {
            if (quote->isTwoSided())
                target().addFetched(*quote);
            quotes.pass();
        } else if (trade) {
            sumTrade(*trade, ticks.from);
            trades.pass();
        } else {
            return onSummed();
        }
    }
}

void TickJoin::sumTrade(const Trade &trade, Timestamp from)
{
    if (trade.time < from || (m_first && isStreamed(trade, m_first->trade, m_assetClass)))
        return;
    target().addFetched(trade);
    m_newestSummed = trade;
}

void TickJoin::onSummed()
{
    m_readers.reset();
    if (m_stage == Stage::Summing)
        onHistorySummed();
    else
        m_stage = Stage::CatchingUp;
}

void TickJoin::onHistorySummed()
{
    target().setKnownFrom(m_history->from);
    if (!m_first) {
        show();
        m_stage = Stage::AwaitingFirst;
    } else if (m_first->trade.time >= m_history->until) {
        m_stage = Stage::FetchingRest;
    } else {
        m_stage = Stage::CatchingUp;
    }
}

/// What goes on has it from history already.
bool TickJoin::isShown(const TapePrint &print) const
{
    return !m_next && m_shownUntil && isStreamed(*m_shownUntil, print.trade, m_assetClass);
}

void TickJoin::catchUp(int most)
{
    const std::size_t count = std::min(std::size_t(most), m_waiting.size() - m_caughtUp);
    for (const TapePrint &print : std::span(m_waiting).subspan(m_caughtUp, count))
        if (!isShown(print))
            target().addPrints({ &print, 1 });
    m_caughtUp += count;
    if (m_caughtUp < m_waiting.size())
        return;
    show();
    finish();
}

void TickJoin::show()
{
    m_isBased = true;
    if (m_next)
        m_shown = std::move(m_next);
}

/// Too much came meanwhile: what is shown goes on by itself, after a gap unless the stream was
/// behind it.
void TickJoin::giveUp()
{
    if (!m_isBased)
        return finish();
    m_next.reset();
    m_readers.reset();
    if (!m_shownUntil)
        m_shown->noteGap();
    m_stage = Stage::CatchingUp;
}

void TickJoin::finish()
{
    m_stage = Stage::Joined;
    m_next.reset();
    m_readers.reset();
    m_history.reset();
    m_rest.reset();
    m_waiting = {};
}

} // namespace tapeline
