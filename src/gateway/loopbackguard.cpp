#include "loopbackguard.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tapeline {

namespace {

bool isPort(std::string_view text)
{
    return !text.empty() && text.size() <= 5
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool startsWithNoCase(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size()
        && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
               return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
           });
}

} // namespace

bool loopbackguard::isLocalHost(std::string_view host)
{
    constexpr std::array<std::string_view, 3> names { "localhost", "127.0.0.1", "[::1]" };
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        if (!startsWithNoCase(host, name))
            return false;
        const std::string_view rest = host.substr(name.size());
        return rest.empty() || (rest.front() == ':' && isPort(rest.substr(1)));
    });
}

bool loopbackguard::isLocalOrigin(std::string_view origin)
{
    if (origin.empty())
        return true;
    for (const std::string_view scheme : { "http://", "https://" })
        if (startsWithNoCase(origin, scheme))
            return isLocalHost(origin.substr(scheme.size()));
    return false;
}

} // namespace tapeline
