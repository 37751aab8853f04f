#pragma once

#include "marketsource.h"

#include <vector>

namespace tapeline {

/// Reading ticks of years a page at a time, in either direction, without holding more than the
/// page.
namespace tickpages {

/// What is asked of one page.
struct PageRequest
{
    int instrument = -1;
    Timestamp from;
    Timestamp to; ///< exclusive
    bool ascending = false;
    std::size_t limit = 1'000;
    std::size_t skip = 0; ///< ticks at the very first instant that earlier pages had already
};

template<typename Tick> struct Page
{
    std::vector<Tick> ticks; ///< in the order asked
    bool more = false;
};

/// Ascending is the order of the tape; descending is its exact reverse.
template<typename Tick> Page<Tick> readPage(const MarketSource &source, const PageRequest &request);

extern template Page<Trade> readPage<Trade>(const MarketSource &, const PageRequest &);
extern template Page<Quote> readPage<Quote>(const MarketSource &, const PageRequest &);

} // namespace tickpages
} // namespace tapeline
