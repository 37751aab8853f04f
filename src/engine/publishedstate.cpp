#include "publishedstate.h"

#include "mergebars.h"

#include <algorithm>

namespace tapeline {

namespace {

bool isEmpty(const MarketUpdate &update)
{
    return update.snapshots.empty() && update.tapes.empty() && update.charts.empty()
        && update.flows.empty() && update.books.empty() && update.companies.empty()
        && update.chains.empty() && update.optionFlows.empty() && !update.status
        && !update.directory && update.events.empty();
}

/// In large steps, so that a long stall does not move all of them every time. How many went.
template<typename Value> std::size_t dropOldest(std::vector<Value> &values, std::size_t limit)
{
    if (values.size() <= limit)
        return 0;
    const std::size_t excess = values.size() - limit / 4 * 3;
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(excess));
    return excess;
}

} // namespace

void mergeChartUpdate(ChartUpdate &older, ChartUpdate &&newer)
{
    if (newer.reset) {
        older = std::move(newer);
        return;
    }
    mergeBars(older.bars, std::move(newer.bars));
    if (newer.gaps)
        older.gaps = std::move(newer.gaps);
    older.provisionalFrom = newer.provisionalFrom;
    older.history = newer.history;
    older.progress = newer.progress;
    older.message = std::move(newer.message);
    older.keptAsOf = newer.keptAsOf;
    older.provider = std::move(newer.provider);
    if (newer.quality)
        older.quality = std::move(newer.quality);
    older.badge = newer.badge;
}

void mergeFlowUpdate(FlowUpdate &older, FlowUpdate &&newer)
{
    if (!newer.reset) {
        mergeBars(older.bars, std::move(newer.bars));
        newer.bars = std::move(older.bars);
        newer.reset = older.reset;
    }
    older = std::move(newer);
}

void mergeBookUpdate(BookUpdate &older, BookUpdate &&newer)
{
    if (!newer.reset) {
        mergeBars(older.columns, std::move(newer.columns));
        newer.columns = std::move(older.columns);
        older.prints.insert(older.prints.end(), newer.prints.begin(), newer.prints.end());
        newer.prints = std::move(older.prints);
        newer.skippedPrints += older.skippedPrints;
        newer.reset = older.reset;
    }
    older = std::move(newer);
    if (dropOldest(older.columns, PublishedState::columnLimit) > 0)
        older.columns.front().afterGap = true;
    older.skippedPrints += dropOldest(older.prints, PublishedState::bookPrintLimit);
}

void mergeChainUpdate(ChainUpdate &older, ChainUpdate &&newer)
{
    if (!newer.reset) {
        QHash<QString, std::size_t> places;
        for (std::size_t i = 0; i < older.contracts.size(); ++i)
            places.insert(older.contracts[i].symbol, i);
        for (ChainContract &contract : newer.contracts)
            if (const auto known = places.constFind(contract.symbol); known != places.cend())
                older.contracts[*known] = std::move(contract);
            else
                older.contracts.push_back(std::move(contract));
        newer.contracts = std::move(older.contracts);
        if (newer.assumptions.empty())
            newer.assumptions = std::move(older.assumptions);
        newer.reset = older.reset;
    }
    older = std::move(newer);
}

void mergeOptionFlowUpdate(OptionFlowUpdate &older, OptionFlowUpdate &&newer)
{
    if (!newer.reset) {
        older.prints.insert(older.prints.end(), std::make_move_iterator(newer.prints.begin()),
                            std::make_move_iterator(newer.prints.end()));
        newer.prints = std::move(older.prints);
        newer.skipped += older.skipped;
        newer.reset = older.reset;
    }
    older = std::move(newer);
    older.skipped += dropOldest(older.prints, PublishedState::optionPrintLimit);
}

PublishedState::PublishedState(std::function<void()> wake)
    : m_wake(std::move(wake))
{
}

void PublishedState::publish(MarketUpdate &&update)
{
    if (isEmpty(update))
        return;
    bool announce = false;
    {
        const std::lock_guard lock(m_mutex);
        for (InstrumentSnapshot &snapshot : update.snapshots) {
            const auto known = m_snapshotIndex.constFind(snapshot.symbol);
            if (known != m_snapshotIndex.cend()) {
                m_pending.snapshots[*known] = std::move(snapshot);
            } else {
                m_snapshotIndex.insert(snapshot.symbol, m_pending.snapshots.size());
                m_pending.snapshots.push_back(std::move(snapshot));
            }
        }
        for (TapeUpdate &tape : update.tapes)
            mergeTape(std::move(tape));
        for (ChartUpdate &chart : update.charts)
            mergeChart(std::move(chart));
        for (FlowUpdate &flow : update.flows)
            mergeFlow(std::move(flow));
        for (BookUpdate &book : update.books)
            mergeBook(std::move(book));
        for (OptionFlowUpdate &flow : update.optionFlows)
            mergeOptionFlow(std::move(flow));
        for (CompanyAnswer &answer : update.companies)
            mergeCompany(std::move(answer));
        for (ChainUpdate &chain : update.chains)
            mergeChain(std::move(chain));
        if (update.status)
            m_pending.status = std::move(update.status);
        if (update.directory)
            m_pending.directory = std::move(update.directory);
        mergeEvents(std::move(update.events));
        announce = !std::exchange(m_announced, true);
        if (announce)
            m_announcedAt = std::chrono::steady_clock::now();
    }
    if (announce)
        m_wake();
}

void PublishedState::mergeChain(ChainUpdate &&update)
{
    const auto known = std::ranges::find(m_pending.chains, update.chain, &ChainUpdate::chain);
    if (known == m_pending.chains.end())
        m_pending.chains.push_back(std::move(update));
    else
        mergeChainUpdate(*known, std::move(update));
}

void PublishedState::mergeCompany(CompanyAnswer &&answer)
{
    std::erase_if(m_pending.companies,
                  [&](const CompanyAnswer &older) { return older.question == answer.question; });
    m_pending.companies.push_back(std::move(answer));
}

void PublishedState::mergeTape(TapeUpdate &&update)
{
    const auto known = std::find_if(m_pending.tapes.begin(), m_pending.tapes.end(),
                                    [&](const TapeUpdate &t) { return t.symbol == update.symbol; });
    if (known == m_pending.tapes.end() || update.reset) {
        if (known != m_pending.tapes.end())
            *known = std::move(update);
        else
            m_pending.tapes.push_back(std::move(update));
        return;
    }
    known->skipped += update.skipped;
    known->prints.insert(known->prints.end(), update.prints.begin(), update.prints.end());
    // Cut in large steps, so that a long stall does not move the whole ring for every batch
    if (known->prints.size() > 2 * tapeLimit) {
        const auto excess = known->prints.size() - tapeLimit;
        known->prints.erase(known->prints.begin(),
                            known->prints.begin() + static_cast<std::ptrdiff_t>(excess));
        known->skipped += excess;
    }
}

void PublishedState::mergeChart(ChartUpdate &&update)
{
    const auto known
        = std::find_if(m_pending.charts.begin(), m_pending.charts.end(),
                       [&](const ChartUpdate &chart) { return chart.chart == update.chart; });
    if (known == m_pending.charts.end())
        m_pending.charts.push_back(std::move(update));
    else
        mergeChartUpdate(*known, std::move(update));
}

void PublishedState::mergeFlow(FlowUpdate &&update)
{
    const auto known
        = std::find_if(m_pending.flows.begin(), m_pending.flows.end(),
                       [&](const FlowUpdate &flow) { return flow.flow == update.flow; });
    if (known == m_pending.flows.end())
        m_pending.flows.push_back(std::move(update));
    else
        mergeFlowUpdate(*known, std::move(update));
}

void PublishedState::mergeBook(BookUpdate &&update)
{
    const auto known
        = std::find_if(m_pending.books.begin(), m_pending.books.end(),
                       [&](const BookUpdate &book) { return book.book == update.book; });
    if (known == m_pending.books.end())
        m_pending.books.push_back(std::move(update));
    else
        mergeBookUpdate(*known, std::move(update));
}

void PublishedState::mergeOptionFlow(OptionFlowUpdate &&update)
{
    const auto known
        = std::ranges::find(m_pending.optionFlows, update.flow, &OptionFlowUpdate::flow);
    if (known == m_pending.optionFlows.end())
        m_pending.optionFlows.push_back(std::move(update));
    else
        mergeOptionFlowUpdate(*known, std::move(update));
}

void PublishedState::mergeEvents(std::vector<ConnectionEvent> &&events)
{
    std::vector<ConnectionEvent> &pending = m_pending.events;
    pending.insert(pending.end(), std::make_move_iterator(events.begin()),
                   std::make_move_iterator(events.end()));
    if (pending.size() > eventLimit)
        pending.erase(pending.begin(), pending.end() - static_cast<std::ptrdiff_t>(eventLimit));
}

MarketUpdate PublishedState::take()
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_announced, false))
        m_pending.waited = std::chrono::steady_clock::now() - m_announcedAt;
    m_snapshotIndex.clear();
    return std::exchange(m_pending, {});
}

} // namespace tapeline
