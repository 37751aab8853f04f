#include "frametime.h"

#include <charconv>
#include <string_view>

namespace tapeline {

namespace {

/// The time behind name ("\"t\""), which must be followed by a colon: elsewhere it is a value.
std::optional<Timestamp> timeNamed(std::string_view name, std::string_view text)
{
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + 1)) {
        std::size_t value = text.find_first_not_of(" \t", at + name.size());
        if (value == std::string_view::npos || text[value] != ':')
            continue;
        value = text.find_first_not_of(" \t\"", value + 1);
        if (value == std::string_view::npos)
            return {};
        qint64 number = 0;
        const auto [end, error]
            = std::from_chars(text.data() + value, text.data() + text.size(), number);
        if (error == std::errc() && number > 0)
            return timestampByMagnitude(number);
    }
    return {};
}

} // namespace

std::optional<Timestamp> frameTime(QByteArrayView frame)
{
    const std::string_view whole(frame.data(), static_cast<std::size_t>(frame.size()));
    // The first object: nothing in the service's events nests a brace
    const std::string_view first = whole.substr(0, whole.find('}'));
    const std::optional<Timestamp> time = timeNamed("\"t\"", first);
    return time || first.find("\"e\"") == std::string_view::npos ? time : timeNamed("\"s\"", first);
}

} // namespace tapeline
