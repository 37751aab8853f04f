#include "listpages.h"

#include "pagecursor.h"

#include <algorithm>

namespace tapeline {

std::optional<listpages::Position> listpages::read(const EndpointCall &call,
                                                   std::span<const std::string_view> keys)
{
    const auto cursor = call.query.find("cursor");
    if (!cursor)
        return Position { .filters = call.query };
    const auto fields = pagecursor::open(call.path, *cursor);
    if (!fields || fields->size() != keys.size() + 1)
        return std::nullopt;
    Position position;
    position.offset
        = static_cast<std::size_t>(endpointcall::wholeNumber(fields->front()).value_or(0));
    for (std::size_t i = 0; i < keys.size(); ++i)
        position.filters.add(keys[i], (*fields)[i + 1]);
    return position;
}

std::string listpages::nextAddress(const EndpointCall &call, const QueryParameters &filters,
                                   std::span<const std::string_view> keys, std::size_t offset)
{
    std::vector<std::string> fields { std::to_string(offset) };
    for (const std::string_view key : keys) {
        std::string value(filters.value(key));
        std::replace(value.begin(), value.end(), '\n', ' '); // a field is a line
        fields.push_back(std::move(value));
    }
    return call.base + call.path + "?cursor=" + pagecursor::seal(call.path, fields);
}

} // namespace tapeline
