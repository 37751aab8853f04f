#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tapeline {

/// "%3A" and, in a query, "+" resolved. Nothing when an escape is broken or stands for a NUL.
std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace = false);

/// The part of a request behind the question mark. A key that comes twice counts once: the first.
class QueryParameters
{
public:
    QueryParameters() = default;
    /// Broken escapes are kept as they were written.
    explicit QueryParameters(std::string_view text);

    std::optional<std::string_view> find(std::string_view key) const;
    /// find() or a fallback; an empty value counts as absent.
    std::string_view value(std::string_view key, std::string_view fallback = {}) const;
    void add(std::string_view key, std::string_view value) { m_items.emplace_back(key, value); }

private:
    std::vector<std::pair<std::string, std::string>> m_items;
};

} // namespace tapeline
