#pragma once

#include "depthupdate.h"
#include "marketevent.h"
#include "pricegrid.h"

#include <vector>

namespace tapeline {

/// What is known of the orders that rest in an instrument's book.
enum class BookKind : quint8 {
    None, ///< nothing yet
    BestQuote, ///< one best bid and offer of the whole market
    VenueQuotes, ///< the best bid and offer of each venue
    Depth ///< the levels of one venue
};

/// Sizes that rest in one row of prices.
struct RestingRow
{
    qint64 row = 0;
    Qty bid;
    Qty ask;

    friend bool operator==(const RestingRow &, const RestingRow &) = default;
};

/// What rested at the end of a stretch of time. Until the next column nothing changed.
struct BookColumn
{
    Timestamp start {}; ///< a whole multiple of the columns' length since the epoch
    std::vector<RestingRow> rows; ///< ascending
    Price bid; ///< the best ones, 0 when there is none
    Price ask;
    Qty imbalance; ///< order-flow imbalance of the best quotes within it (OrderFlowImbalance)
    bool afterGap = false; ///< what was before it is not known, nor whether it still rested

    friend bool operator==(const BookColumn &, const BookColumn &) = default;
};

/// A trade, as it is drawn over what rested.
struct BookPrint
{
    Timestamp time {};
    Price price;
    Qty size;
    int side = 0; ///< aggressor: +1 buyer, -1 seller, 0 not known

    friend bool operator==(const BookPrint &, const BookPrint &) = default;
};

/// What changed in the book of one symbol since the last time it was asked.
struct BookUpdate
{
    quint64 book = 0; ///< as given by the engine when it was opened
    bool reset = false; ///< forget all columns and prints first
    BookKind kind = BookKind::None;
    /// Something of the stream is missing, so what rests is not known any more: it is as it was
    /// before, until the next quote, or until the venue sends its depth whole.
    bool isBroken = false;
    PriceGrid grid; ///< of all rows
    Duration columnLength {};
    Timestamp time {}; ///< of the newest event

    Quote best; ///< in force; of depth its best levels
    std::vector<RestingRow> resting; ///< now, ascending; of depth those near the best prices
    /// VenueQuotes: the newest of each venue, by its number (bidExchange). Those of venues that fell
    /// silent count neither in the best prices nor in what rests.
    std::vector<Quote> venues;
    std::vector<Quote> silentVenues;
    std::vector<BookColumn> columns; ///< ascending; new, or replaced where the start is the same
    std::vector<BookPrint> prints; ///< new ones, oldest first
    quint64 skippedPrints = 0; ///< older ones that are left out because more came than are kept
};

} // namespace tapeline
