#pragma once

#include "endpointcall.h"
#include "tickpages.h"

namespace tapeline {

/// Where the next page of a tick history begins: its cursor holds order, limit, the range that is
/// left and how many ticks at its first instant are done.
namespace tickcursor {

/// Reads a page's request from its cursor; the refusal of a foreign one, and of a range that the
/// plan does not include: a cursor may have been given to another key.
std::optional<HttpReply> read(const EndpointCall &call, std::string_view cursor,
                              tickpages::PageRequest &page);
/// Cuts a request to what can have ticks: the instrument's time on the market.
void cutToLife(const MarketSource &source, tickpages::PageRequest &page);

/// The address of the page behind one with these ticks, which are not none.
std::string nextAddress(const EndpointCall &call, const tickpages::PageRequest &page,
                        Timestamp edge, std::size_t ticksAtEdge, bool isAllAtEdge);

template<typename Tick>
std::string nextAddress(const EndpointCall &call, const tickpages::PageRequest &page,
                        const std::vector<Tick> &ticks)
{
    const Timestamp edge = ticks.back().time;
    std::size_t done = 0;
    while (done < ticks.size() && ticks[ticks.size() - 1 - done].time == edge)
        ++done;
    return nextAddress(call, page, edge, done, done == ticks.size());
}

} // namespace tickcursor
} // namespace tapeline
