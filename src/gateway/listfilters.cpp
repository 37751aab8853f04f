#include "listfilters.h"

#include <algorithm>

namespace tapeline {

namespace {

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

bool listfilters::passes(const QueryParameters &filters, std::string_view name,
                         const QString &value)
{
    const auto bound = [&](std::string_view suffix) {
        return filters.value(std::string(name) + std::string(suffix));
    };
    const auto holds = [&](std::string_view suffix, auto compare) {
        const std::string_view given = bound(suffix);
        return given.empty() || compare(value, text(given));
    };
    if (const std::string_view list = bound(".any_of"); !list.empty()) {
        const QStringList any = text(list).split(u',', Qt::SkipEmptyParts);
        if (!any.contains(value))
            return false;
    }
    return holds("", std::equal_to<>()) && holds(".gt", std::greater<>())
        && holds(".gte", std::greater_equal<>()) && holds(".lt", std::less<>())
        && holds(".lte", std::less_equal<>());
}

std::optional<std::vector<listfilters::SortKey>>
listfilters::sortKeys(const QueryParameters &filters, std::string_view fallback,
                      std::span<const std::string_view> allowed)
{
    std::vector<SortKey> keys;
    std::string_view list = filters.value("sort", fallback);
    while (!list.empty()) {
        const std::string_view item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        const std::size_t dot = item.rfind('.');
        const std::string_view field = item.substr(0, dot);
        const std::string_view order
            = dot == item.npos ? std::string_view("asc") : item.substr(dot + 1);
        if (std::ranges::find(allowed, field) == allowed.end()
            || (order != "asc" && order != "desc"))
            return std::nullopt;
        keys.push_back({ field, order == "asc" });
    }
    return keys;
}

} // namespace tapeline
