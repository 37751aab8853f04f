#include "queryparameters.h"

#include <charconv>

namespace tapeline {

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsSpace) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            unsigned value = 0;
            const char *digits = text.data() + i + 1;
            if (i + 2 >= text.size()
                || std::from_chars(digits, digits + 2, value, 16).ptr != digits + 2 || value == 0)
                return std::nullopt;
            out += static_cast<char>(value);
            i += 2;
        }
    }
    return out;
}

QueryParameters::QueryParameters(std::string_view text)
{
    const auto decoded = [](std::string_view part) {
        return percentDecoded(part, true).value_or(std::string(part));
    };
    while (!text.empty()) {
        const std::string_view item = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), item.size() + 1));
        if (item.empty())
            continue;
        const std::string_view key = item.substr(0, item.find('='));
        m_items.emplace_back(decoded(key),
                             decoded(item.substr(std::min(item.size(), key.size() + 1))));
    }
}

std::optional<std::string_view> QueryParameters::find(std::string_view key) const
{
    for (const auto &[name, value] : m_items)
        if (name == key)
            return value;
    return std::nullopt;
}

std::string_view QueryParameters::value(std::string_view key, std::string_view fallback) const
{
    const auto found = find(key);
    return found && !found->empty() ? *found : fallback;
}

} // namespace tapeline
