#include "bookmodel.h"

#include "bookoptions.h"

#include <algorithm>
#include <limits>

namespace tapeline {

namespace {

/// So many rows are a thousandth of the price, where rows are chosen to suit it,
constexpr int suitingRows = 40;
/// and so many at most lie between bid and ask.
constexpr int spreadRows = 8;

/// The columns and prints have places of their own.
BookUpdate stateOf(const BookUpdate &update)
{
    BookUpdate state;
    state.book = update.book;
    state.kind = update.kind;
    state.isBroken = update.isBroken;
    state.grid = update.grid;
    state.columnLength = update.columnLength;
    state.time = update.time;
    state.best = update.best;
    state.resting = update.resting;
    state.venues = update.venues;
    state.silentVenues = update.silentVenues;
    return state;
}

} // namespace

void BookModel::apply(const BookUpdate &update)
{
    const bool restarts
        = update.reset || update.grid != m_now.grid || update.columnLength != m_now.columnLength;
    if (restarts) {
        m_columns.clear();
        m_prints = {};
    }
    if (restarts || update.isBroken != m_now.isBroken) // since when it is, is told now
        ++m_history;
    const bool regrid = update.grid != m_now.grid;
    m_now = stateOf(update);
    takeColumns(update.columns);
    for (const BookPrint &print : update.prints)
        m_prints.push(print, mostPrints);
    if (regrid)
        m_groupSuits = false;
    suitGroup();
    regroup();
    if (regrid)
        regroupTraded();
    if (restarts)
        emit restarted();
    emit changed();
}

/// New ones follow; the last one comes again while it forms.
void BookModel::takeColumns(const std::vector<BookColumn> &columns)
{
    for (const BookColumn &column : columns) {
        if (!m_columns.empty() && m_columns.back().start >= column.start)
            m_columns.back() = column;
        else
            m_columns.push_back(column);
        if (column.afterGap) // what was before it did not rest until then
            ++m_history;
    }
    while (m_columns.size() > mostColumns)
        m_columns.pop_front();
}

void BookModel::applyTraded(const FlowUpdate &update)
{
    if (update.reset) {
        m_tradedFine.clear();
        m_tradedDay = {};
    }
    m_tradedSince = update.knownFrom;
    m_tradedGrid = update.grid;
    if (!update.bars.empty() && update.bars.back().start >= m_tradedDay) {
        const FlowBar &today = update.bars.back();
        m_tradedDay = today.start;
        m_tradedFine = today.footprint.cells;
        m_tradedVolume = today.footprint.volume();
    } else if (update.reset) {
        m_tradedVolume = {};
    }
    regroupTraded();
    emit changed();
}

void BookModel::clear()
{
    m_now = BookUpdate();
    m_groupSuits = false;
    m_group = std::max(1, m_wantedGroup);
    m_resting.clear();
    m_columns.clear();
    m_prints = {};
    m_tradedFine.clear();
    m_traded.clear();
    m_tradedVolume = {};
    m_tradedSince.reset();
    m_tradedDay = {};
    ++m_history;
    emit changed();
}

void BookModel::setGroup(int prices)
{
    m_wantedGroup = prices;
    m_groupSuits = false;
    const int before = m_group;
    m_group = std::max(1, prices);
    suitGroup();
    if (m_group == before)
        return;
    ++m_history;
    regroup();
    regroupTraded();
    emit changed();
}

/// Once for a book: rows that change with the price would be another ladder every moment.
void BookModel::suitGroup()
{
    const Quote &best = m_now.best;
    const Price price = best.hasBid() ? best.bid : best.ask;
    if (m_wantedGroup != BookOptions::suitingGroup || m_groupSuits || price <= Price())
        return;
    m_groupSuits = true;
    const double spread = best.isTwoSided() ? (best.ask - best.bid).toDouble() : 0;
    const double row = std::max(price.toDouble() / 1'000 / suitingRows, spread / spreadRows);
    const double steps = row / m_now.grid.height().toDouble();
    int group = BookOptions::groups.front();
    for (const int candidate : BookOptions::groups)
        if (candidate <= steps)
            group = candidate;
    if (std::exchange(m_group, group) == group)
        return;
    ++m_history;
    regroupTraded();
}

PriceGrid BookModel::grid() const
{
    return PriceGrid(Price::fromUnits(m_now.grid.height().units() * m_group));
}

qint64 BookModel::grouped(qint64 row) const
{
    const qint64 rest = row % m_group;
    return (row - (rest < 0 ? rest + m_group : rest)) / m_group;
}

void BookModel::regroup()
{
    m_resting.clear();
    for (const RestingRow &fine : m_now.resting) {
        const qint64 row = grouped(fine.row);
        if (m_resting.empty() || m_resting.back().row != row)
            m_resting.push_back({ row, {}, {} });
        m_resting.back().bid += fine.bid;
        m_resting.back().ask += fine.ask;
    }
}

void BookModel::regroupTraded()
{
    m_traded = m_tradedFine.regridded(m_tradedGrid, grid());
}

qint64 BookModel::columnOf(Timestamp time) const
{
    return m_now.columnLength > Duration::zero() ? time.time_since_epoch() / m_now.columnLength : 0;
}

qint64 BookModel::heldUntil(std::size_t at) const
{
    const qint64 own = columnOf(m_columns[at].start) + 1;
    if (at + 1 < m_columns.size())
        return m_columns[at + 1].afterGap ? own : columnOf(m_columns[at + 1].start);
    return m_now.isBroken ? own : std::numeric_limits<qint64>::max();
}

const BookColumn *BookModel::stateAt(qint64 column) const
{
    const auto after = std::ranges::upper_bound(
        m_columns, column, {}, [this](const BookColumn &own) { return columnOf(own.start); });
    if (after == m_columns.begin())
        return nullptr;
    const auto at = std::size_t(after - m_columns.begin()) - 1;
    return column < heldUntil(at) ? &m_columns[at] : nullptr;
}

const RestingRow *BookModel::resting(qint64 row) const
{
    const auto at = std::ranges::lower_bound(m_resting, row, {}, &RestingRow::row);
    return at != m_resting.end() && at->row == row ? &*at : nullptr;
}

std::optional<qint64> BookModel::middleRow() const
{
    const Quote &best = m_now.best;
    if (best.hasBid() && best.hasAsk())
        return rowOf(Price::fromUnits(best.bid.units() / 2 + best.ask.units() / 2));
    if (best.hasBid())
        return rowOf(best.bid);
    if (best.hasAsk())
        return rowOf(best.ask);
    if (!m_prints.empty())
        return rowOf(m_prints.back().price);
    return std::nullopt;
}

} // namespace tapeline
