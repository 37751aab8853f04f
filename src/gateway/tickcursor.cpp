#include "tickcursor.h"

#include "markethours.h"
#include "pagecursor.h"

namespace tapeline {

using namespace endpointcall;

std::optional<HttpReply> tickcursor::read(const EndpointCall &call, std::string_view cursor,
                                          tickpages::PageRequest &page)
{
    const auto fields = pagecursor::open(call.path, cursor);
    if (!fields || fields->size() != 5)
        return unknownCursor(call);
    page.ascending = (*fields)[0] == "asc";
    page.limit = static_cast<std::size_t>(wholeNumber((*fields)[1]).value_or(1));
    page.from = fromNs(wholeNumber((*fields)[2]).value_or(0));
    page.to = std::min(call.view.asOf, fromNs(wholeNumber((*fields)[3]).value_or(0)));
    page.skip = static_cast<std::size_t>(wholeNumber((*fields)[4]).value_or(0));
    const Timestamp edge = page.ascending ? page.from : page.to - 1ns;
    if (auto refused = refusedRange(call, edge, page.to))
        return refused;
    page.from = std::max(page.from, call.view.oldest);
    return std::nullopt;
}

void tickcursor::cutToLife(const MarketSource &source, tickpages::PageRequest &page)
{
    const ServedInstrument &about = source.instrument(page.instrument);
    const QDate listed = about.listed.isValid() ? about.listed : QDate(1970, 1, 1);
    page.from = std::max(page.from, markethours::dayStart(about.assetClass, listed));
    if (about.lastTrade.isValid())
        page.to = std::min(page.to,
                           markethours::dayStart(about.assetClass, about.lastTrade.addDays(1)));
}

std::string tickcursor::nextAddress(const EndpointCall &call, const tickpages::PageRequest &page,
                                    Timestamp edge, std::size_t ticksAtEdge, bool isAllAtEdge)
{
    const Timestamp begin = page.ascending ? page.from : page.to - 1ns;
    std::size_t done = ticksAtEdge;
    if (isAllAtEdge && edge == begin)
        done += page.skip; // the whole page lay in one instant
    const Timestamp from = page.ascending ? edge : page.from;
    const Timestamp to = page.ascending ? page.to : edge + 1ns;
    return call.base + call.path + "?cursor="
        + pagecursor::seal(call.path,
                           { page.ascending ? "asc" : "desc", std::to_string(page.limit),
                             std::to_string(toNs(from)), std::to_string(toNs(to)),
                             std::to_string(done) });
}

} // namespace tapeline
