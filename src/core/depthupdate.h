#pragma once

#include "instrumentid.h"
#include "price.h"
#include "qty.h"
#include "timestamp.h"

#include <vector>

namespace tapeline {

/// One price of a depth book.
struct BookLevel
{
    Price price;
    Qty size;

    friend bool operator==(const BookLevel &, const BookLevel &) = default;
};

/// What a venue with depth sends: its whole book, or the levels that changed.
struct DepthUpdate
{
    bool isSnapshot = false; ///< both sides in full; else levels that replace, size 0 removes
    InstrumentId instrument;
    Timestamp time {};
    /// The venue's numbers of the first and the last change in it (a snapshot: the last change it
    /// holds). 0 where the venue does not number them.
    quint64 firstId = 0;
    quint64 lastId = 0;
    std::vector<BookLevel> bids;
    std::vector<BookLevel> asks;
    quint16 exchange = 0; ///< whose book it is; 0 when not given

    friend bool operator==(const DepthUpdate &, const DepthUpdate &) = default;
};

} // namespace tapeline
