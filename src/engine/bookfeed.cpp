#include "bookfeed.h"

#include "aggressorflag.h"
#include "restingrows.h"
#include "tradeeligibility.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Older ones are not shown again when columns begin anew.
constexpr std::size_t mostTaken = 20'000;

Timestamp windowStart(Timestamp time, Duration length)
{
    const Duration sinceEpoch = time.time_since_epoch();
    Duration into = sinceEpoch % length;
    if (into < Duration())
        into += length;
    return time - into;
}

std::span<const BookLevel> nearest(std::span<const BookLevel> levels)
{
    return levels.first(std::min(levels.size(), BookFeed::mostLevels));
}

/// Of the sides that it has.
std::vector<Price> pricesOf(const Quote &quote)
{
    std::vector<Price> prices;
    if (quote.bid > Price())
        prices.push_back(quote.bid);
    if (quote.ask > Price())
        prices.push_back(quote.ask);
    return prices;
}

/// By more than a factor of ten.
bool isFarOff(Price a, Price b)
{
    return a.units() / 10 > b.units() || b.units() / 10 > a.units();
}

} // namespace

BookFeed::BookFeed(quint64 id, AssetClass assetClass, Duration columnLength, Price priceStep)
    : m_id(id)
    , m_assetClass(assetClass)
    , m_columnLength(std::max<Duration>(columnLength, 1ms))
    , m_priceStep(priceStep)
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
    if (m_kind != BookKind::Depth) {
        fallSilent(quote.time);
        passTo(quote.time);
    }
    // What the venues quote by now is not known of those from before
    if (std::exchange(m_quotesMissing, false))
        m_venues = {};
    const bool changed = ofVenues ? m_venues.add(quote, m_clock) : !showsSame(quote, m_best);
    if (m_kind == BookKind::Depth)
        return;
    m_best = ofVenues ? m_venues.best(m_clock) : quote;
    const bool anew = suitRows(quote);
    if (m_best.hasBid() || m_best.hasAsk())
        m_kind = ofVenues ? BookKind::VenueQuotes : BookKind::BestQuote;
    m_imbalance.add(m_best);
    if (m_kind != BookKind::None && (changed || anew || m_gapAhead))
        noteChange();
}

/// Before an event of this time: venues whose quotes grow too old until then, each in its column.
void BookFeed::fallSilent(Timestamp time)
{
    if (m_kind != BookKind::VenueQuotes || m_quotesMissing)
        return;
    for (auto at = m_venues.nextSilence(m_clock); at && *at <= time;
         at = m_venues.nextSilence(m_clock)) {
        passTo(*at);
        m_best = m_venues.best(m_clock);
        m_imbalance.add(m_best);
        noteChange();
    }
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
    const bool isAnother = !followVenue(update);
    m_depthTime = std::max(m_depthTime, update.time);
    if (!applyUpdate(update))
        return;
    m_depthMissing = false;
    if (m_kind != BookKind::Depth || isAnother) {
        becomeDepth();
        passTo(update.time);
    } else {
        suitRows(update);
    }
    m_best = bestLevels();
    m_imbalance.add(m_best);
    noteChange();
}

/// Whether it is of the venue of the others. Another one's begins with its whole book.
bool BookFeed::followVenue(const DepthUpdate &update)
{
    if (update.exchange == std::exchange(m_depthVenue, update.exchange))
        return true;
    m_depth = {};
    m_depthTime = {};
    m_awaitsWhole = false;
    return m_kind != BookKind::Depth;
}

void BookFeed::beginDepth(const SequencedBook &depth, quint16 venue, Timestamp time)
{
    m_depth = depth;
    m_depthVenue = venue;
    m_depthTime = time;
    m_dirty = true;
    if (!depth.isValid())
        return;
    m_time = std::max(m_time, depth.time());
    becomeDepth();
    passTo(depth.time());
    m_best = bestLevels();
    m_imbalance.add(m_best);
    noteChange();
}

/// Whether the book is another one now, and whole.
bool BookFeed::applyUpdate(const DepthUpdate &update)
{
    if (m_awaitsWhole && !update.isSnapshot)
        return false;
    m_awaitsWhole = saysUnknown(update);
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

/// Nothing of the quotes stays, nor of another venue's depth.
void BookFeed::becomeDepth()
{
    m_kind = BookKind::Depth;
    m_clock = {};
    m_grid = depthGrid(m_assetClass, nearestPrices());
    beginAnew();
}

/// All columns go.
void BookFeed::beginAnew()
{
    m_columns.clear();
    m_column.reset();
    m_columnChanged = false;
    m_imbalance = {};
    m_gapAhead = false;
    m_prints.insert(m_prints.begin(), m_taken.begin(), m_taken.end());
    m_taken = {};
    m_reset = true;
}

Quote BookFeed::bestLevels() const
{
    Quote best;
    best.time = m_depth.time();
    best.bidExchange = best.askExchange = m_depthVenue;
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

/// Whether what rests is not as it is shown.
bool BookFeed::isBroken(Timestamp now) const
{
    switch (m_kind) {
    case BookKind::None:
        return false;
    case BookKind::BestQuote:
    case BookKind::VenueQuotes:
        return m_quotesMissing;
    case BookKind::Depth:
        return !m_depth.isValid() || m_awaitsWhole || m_depthMissing
            || now - m_depthTime > VenueQuotes::longestSilence;
    }
    return false;
}

// --- rows
// ------------------------------------------------------------------------------------------------

/// The rows for quotes, chosen by the first. Others are where its prices are between rows, or are
/// far from those that the rows were chosen by; but one side alone, which may be a stub, does not
/// overrule both. Whether columns begin anew.
bool BookFeed::suitRows(const Quote &quote)
{
    const std::vector<Price> prices = pricesOf(quote);
    if (prices.empty() || (m_gridIsFirm && prices.size() < 2))
        return false;
    const Price highest = std::ranges::max(prices);
    const bool suits = m_gridPrice > Price() && !isFarOff(highest, m_gridPrice);
    if (suits && fitsGrid(m_grid, prices)) {
        m_gridIsFirm = m_gridIsFirm || prices.size() == 2;
        return false;
    }
    const PriceGrid grid
        = m_priceStep.isZero() ? quoteGrid(m_assetClass, prices) : PriceGrid(m_priceStep);
    if (suits && grid.height() >= m_grid.height())
        return false; // they are as fine as rows get
    m_gridPrice = highest;
    m_gridIsFirm = prices.size() == 2;
    return takeGrid(grid);
}

void BookFeed::suitRows(const DepthUpdate &update)
{
    std::vector<Price> prices;
    for (const std::vector<BookLevel> *levels : { &update.bids, &update.asks })
        for (const BookLevel &level : *levels)
            prices.push_back(level.price);
    if (fitsGrid(m_grid, prices))
        return;
    if (const PriceGrid finer = depthGrid(m_assetClass, nearestPrices());
        finer.height() < m_grid.height())
        takeGrid(finer);
}

bool BookFeed::takeGrid(PriceGrid grid)
{
    if (std::exchange(m_grid, grid) == grid || m_kind == BookKind::None)
        return false;
    beginAnew();
    return true;
}

std::vector<Price> BookFeed::nearestPrices() const
{
    std::vector<Price> prices;
    for (const BookLevel &level : nearest(m_depth.bids()))
        prices.push_back(level.price);
    for (const BookLevel &level : nearest(m_depth.asks()))
        prices.push_back(level.price);
    return prices;
}

// --- columns
// ------------------------------------------------------------------------------------------------

void BookFeed::noteGap()
{
    breakOff();
    m_quotesMissing = true;
    // Numbers would tell what is missing
    m_awaitsWhole = m_awaitsWhole || (m_depth.isValid() && m_depth.lastId() == 0);
    m_depthMissing = true;
    m_dirty = true;
}

void BookFeed::passTime(Timestamp market)
{
    m_market = std::max(m_market, market);
    m_dirty = m_dirty || (m_silence && *m_silence <= m_market);
}

/// An event of this time comes: what rests by now is what rested at the end of columns before.
void BookFeed::passTo(Timestamp time)
{
    const Timestamp before = std::exchange(m_clock, std::max(m_clock, time));
    if (!m_column || windowStart(m_clock, m_columnLength) == m_column->start)
        return;
    if (m_columnChanged) {
        complete(*m_column, before);
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

/// clock: of the newest event that counts in it.
void BookFeed::complete(BookColumn &column, Timestamp clock) const
{
    column.rows = resting(clock);
    column.bid = m_best.hasBid() ? m_best.bid : Price();
    column.ask = m_best.hasAsk() ? m_best.ask : Price();
}

std::vector<RestingRow> BookFeed::resting(Timestamp now) const
{
    RestingRows rows(m_grid);
    switch (m_kind) {
    case BookKind::None:
        break;
    case BookKind::BestQuote:
        rows.add(m_best);
        break;
    case BookKind::VenueQuotes:
        for (const Quote &quote : m_venues.counting(now))
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
        if (const int side = aggressorByVenue(trade.conditions); side != 0)
            return side;
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

/// From when on the book is another one if nobody says anything.
std::optional<Timestamp> BookFeed::nextSilence(Timestamp now) const
{
    std::optional<Timestamp> next = m_venues.nextSilence(now);
    const Timestamp ofDepth = m_depthTime + VenueQuotes::longestSilence + 1ns;
    if (m_kind == BookKind::Depth && ofDepth > now && (!next || ofDepth < *next))
        next = ofDepth;
    return next;
}

BookUpdate BookFeed::take()
{
    const Timestamp now = std::max(m_time, m_market);
    BookUpdate update;
    update.book = m_id;
    update.reset = std::exchange(m_reset, false);
    update.kind = m_kind;
    update.isBroken = isBroken(now);
    update.grid = m_grid;
    update.columnLength = m_columnLength;
    update.time = m_time;
    update.best = m_kind == BookKind::VenueQuotes ? m_venues.best(now) : m_best;
    update.resting = resting(now);
    update.venues = m_venues.counting(now);
    update.silentVenues = m_venues.silent(now);
    update.columns = std::exchange(m_columns, {});
    if (std::exchange(m_columnChanged, false)) {
        complete(*m_column, m_clock);
        update.columns.push_back(*m_column);
    }
    update.prints = std::exchange(m_prints, {});
    m_taken.insert(m_taken.end(), update.prints.begin(), update.prints.end());
    if (m_taken.size() > mostTaken)
        m_taken.erase(m_taken.begin(), m_taken.end() - std::ptrdiff_t(mostTaken / 2));
    m_silence = nextSilence(now);
    m_dirty = false;
    return update;
}

} // namespace tapeline
