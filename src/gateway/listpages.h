#pragma once

#include "endpointcall.h"

#include <span>

namespace tapeline {

/// Paging of the reference lists, whose rows do not change while they are read: the cursor carries
/// the filters and the number of rows that are done. The key is never among them.
namespace listpages {

/// The filters of a request and where its page begins: as asked, or as the cursor carries them.
/// Nothing when the cursor belongs elsewhere. keys are the parameters the endpoint knows.
struct Position
{
    QueryParameters filters;
    std::size_t offset = 0;
};
std::optional<Position> read(const EndpointCall &call, std::span<const std::string_view> keys);

std::string nextAddress(const EndpointCall &call, const QueryParameters &filters,
                        std::span<const std::string_view> keys, std::size_t offset);

} // namespace listpages
} // namespace tapeline
