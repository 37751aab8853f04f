#include "bookfeed.h"

#include "restingrows.h"
#include "tradeeligibility.h"

#include <algorithm>

namespace tapeline {

namespace {

// The venue's flags of crypto trades
constexpr quint16 sellerIsAggressor = 1;
constexpr quint16 buyerIsAggressor = 2;

/// Older ones are not shown again when depth comes.
constexpr std::size_t mostTaken = 20'000;

Timestamp windowStart(Timestamp time, Duration length)
{
    const Duration sinceEpoch = time.time_since_epoch();
    Duration into = sinceEpoch % length;
    if (into < Duration())
        into += length;
    return time - into;
}

bool showsSame(const Quote &a, const Quote &b)
{
    return a.bid == b.bid && a.ask == b.ask && a.bidSize == b.bidSize && a.askSize == b.askSize;
}

std::span<const BookLevel> nearest(std::span<const BookLevel> levels)
{
    return levels.first(std::min(levels.size(), BookFeed::mostLevels));
}

} // namespace

BookFeed::BookFeed(quint64 id, AssetClass assetClass, Duration columnLength)
    : m_id(id)
    , m_assetClass(assetClass)
    , m_columnLength(std::max<Duration>(columnLength, 1ms))
{
}

// --- quotes
// ------------------------------------------------------------------------------------------------

void BookFeed::addQuotes(std::span<const Quote> quotes)
{
    for (const Quote &quote : quotes)
        addQuote(quote);
}

void BookFeed::addQuote(const Quote &quote)
{
    m_time = std::max(m_time, quote.time);
    m_dirty = true;
    const bool ofVenues = m_assetClass == AssetClass::Crypto;
    if (m_kind == BookKind::Depth) {
        m_venues.add(quote);
        return;
    }
    passTo(quote.time);
    const bool changed = ofVenues ? m_venues.add(quote) : !showsSame(quote, m_best);
    m_best = ofVenues ? m_venues.best() : quote;
    if (m_kind == BookKind::None)
        chooseGrid();
    if (m_best.hasBid() || m_best.hasAsk())
        m_kind = ofVenues ? BookKind::VenueQuotes : BookKind::BestQuote;
    m_imbalance.add(m_best);
    if (m_kind != BookKind::None && (changed || m_gapAhead))
        noteChange();
}

// --- depth
// ------------------------------------------------------------------------------------------------

void BookFeed::addDepth(std::span<const DepthUpdate> updates)
{
    for (const DepthUpdate &update : updates)
        addUpdate(update);
}

void BookFeed::addUpdate(const DepthUpdate &update)
{
    m_time = std::max(m_time, update.time);
    m_dirty = true;
    if (m_kind == BookKind::Depth)
        passTo(update.time);
    if (!applyUpdate(update))
        return;
    if (m_kind != BookKind::Depth) {
        becomeDepth();
        passTo(update.time);
    }
    m_best = bestLevels(update.exchange);
    m_imbalance.add(m_best);
    noteChange();
}

/// Whether the book is another one now, and whole.
bool BookFeed::applyUpdate(const DepthUpdate &update)
{
    if (m_awaitsWhole && !update.isSnapshot)
        return false;
    m_awaitsWhole = update.isSnapshot && update.bids.empty() && update.asks.empty();
    const SequencedBook::Outcome outcome
        = m_awaitsWhole ? SequencedBook::Outcome::Gap : m_depth.apply(update);
    if (outcome == SequencedBook::Outcome::Gap && m_kind == BookKind::Depth)
        breakOff();
    return outcome == SequencedBook::Outcome::Applied;
}

/// What rests after what is missing is no flow.
void BookFeed::breakOff()
{
    m_gapAhead = true;
    m_imbalance = {};
}

/// Nothing of the quotes stays.
void BookFeed::becomeDepth()
{
    m_kind = BookKind::Depth;
    m_columns.clear();
    m_column.reset();
    m_columnChanged = false;
    m_clock = {};
    m_imbalance = {};
    m_gapAhead = false;
    m_prints.insert(m_prints.begin(), m_taken.begin(), m_taken.end());
    m_taken = {};
    m_reset = true;
    chooseGrid();
}

Quote BookFeed::bestLevels(quint16 venue) const
{
    Quote best;
    best.time = m_depth.time();
    best.bidExchange = best.askExchange = venue;
    if (!m_depth.bids().empty()) {
        best.bid = m_depth.bids().front().price;
        best.bidSize = m_depth.bids().front().size;
    }
    if (!m_depth.asks().empty()) {
        best.ask = m_depth.asks().front().price;
        best.askSize = m_depth.asks().front().size;
    }
    return best;
}

/// The first prices tell the rows.
void BookFeed::chooseGrid()
{
    std::vector<Price> prices;
    if (m_kind == BookKind::Depth) {
        for (const BookLevel &level : nearest(m_depth.bids()))
            prices.push_back(level.price);
        for (const BookLevel &level : nearest(m_depth.asks()))
            prices.push_back(level.price);
    } else {
        for (const Price price : { m_best.bid, m_best.ask })
            if (price > Price())
                prices.push_back(price);
    }
    m_grid = bookGrid(m_assetClass, prices);
}

// --- columns
// ------------------------------------------------------------------------------------------------

void BookFeed::noteGap()
{
    breakOff();
    // Numbers would tell what is missing
    m_awaitsWhole = m_awaitsWhole || (m_depth.isValid() && m_depth.lastId() == 0);
    m_dirty = true;
}

/// An event of this time comes: what rests by now is what rested at the end of columns before.
void BookFeed::passTo(Timestamp time)
{
    m_clock = std::max(m_clock, time);
    if (!m_column || windowStart(m_clock, m_columnLength) == m_column->start)
        return;
    if (m_columnChanged) {
        complete(*m_column);
        m_columns.push_back(*std::move(m_column));
    }
    m_column.reset();
    m_columnChanged = false;
    m_imbalance.reset();
}

void BookFeed::noteChange()
{
    if (!m_column)
        m_column.emplace().start = windowStart(m_clock, m_columnLength);
    m_column->imbalance = m_imbalance.sum();
    m_column->afterGap = std::exchange(m_gapAhead, false) || m_column->afterGap;
    m_columnChanged = true;
}

void BookFeed::complete(BookColumn &column) const
{
    column.rows = resting();
    column.bid = m_best.hasBid() ? m_best.bid : Price();
    column.ask = m_best.hasAsk() ? m_best.ask : Price();
}

std::vector<RestingRow> BookFeed::resting() const
{
    RestingRows rows(m_grid);
    switch (m_kind) {
    case BookKind::None:
        break;
    case BookKind::BestQuote:
        rows.add(m_best);
        break;
    case BookKind::VenueQuotes:
        for (const Quote &quote : m_venues.counting())
            rows.add(quote);
        break;
    case BookKind::Depth:
        for (const BookLevel &level : nearest(m_depth.bids()))
            rows.addBid(level.price, level.size);
        for (const BookLevel &level : nearest(m_depth.asks()))
            rows.addAsk(level.price, level.size);
        break;
    }
    return rows.take();
}

// --- prints
// ------------------------------------------------------------------------------------------------

void BookFeed::addPrints(std::span<const TapePrint> prints)
{
    for (const TapePrint &print : prints) {
        if (print.origin == PrintOrigin::SecondBar || !counts(print.trade))
            continue;
        const Trade &trade = print.trade;
        m_time = std::max(m_time, trade.time);
        m_prints.push_back({ trade.time, trade.price, trade.size, sideOf(print) });
        m_dirty = true;
    }
}

/// As in order flow. Conditions of crypto mean something else than those of stocks.
bool BookFeed::counts(const Trade &trade) const
{
    return m_assetClass == AssetClass::Crypto ? !trade.isVoid()
                                              : isEligible(trade, Eligibility::Clean);
}

/// The venue's word, or where the price stood against the quote in force. Of what was fetched after
/// a break no quote is known, and in an auction nobody crosses the spread.
int BookFeed::sideOf(const TapePrint &print) const
{
    const Trade &trade = print.trade;
    if (m_assetClass == AssetClass::Crypto) {
        if (trade.conditions.contains(buyerIsAggressor))
            return 1;
        if (trade.conditions.contains(sellerIsAggressor))
            return -1;
    } else if (isAuction(trade)) {
        return 0;
    }
    if (print.origin != PrintOrigin::Stream)
        return 0;
    // The ask comes first: it decides where the market is locked or crossed
    if (print.ask > Price() && trade.price >= print.ask)
        return 1;
    return print.bid > Price() && trade.price <= print.bid ? -1 : 0;
}

BookUpdate BookFeed::take()
{
    BookUpdate update;
    update.book = m_id;
    update.reset = std::exchange(m_reset, false);
    update.kind = m_kind;
    update.isBroken = m_kind == BookKind::Depth && (!m_depth.isValid() || m_awaitsWhole);
    update.grid = m_grid;
    update.columnLength = m_columnLength;
    update.time = m_time;
    update.best = m_best;
    update.resting = resting();
    update.venues = m_venues.all();
    update.columns = std::exchange(m_columns, {});
    if (std::exchange(m_columnChanged, false)) {
        complete(*m_column);
        update.columns.push_back(*m_column);
    }
    update.prints = std::exchange(m_prints, {});
    if (m_assetClass == AssetClass::Crypto && m_kind != BookKind::Depth) {
        m_taken.insert(m_taken.end(), update.prints.begin(), update.prints.end());
        if (m_taken.size() > mostTaken)
            m_taken.erase(m_taken.begin(), m_taken.end() - std::ptrdiff_t(mostTaken / 2));
    }
    m_dirty = false;
    return update;
}

} // namespace tapeline
