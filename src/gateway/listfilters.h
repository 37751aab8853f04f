#pragma once

#include "queryparameters.h"

#include <QString>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tapeline {

/// Filters and sorting of the new-generation lists (massive-api.md section 2).
namespace listfilters {

/// Whether a value passes a parameter and its suffixes .any_of, .gt, .gte, .lt and .lte, compared
/// as text: so that dates as YYYY-MM-DD compare as dates.
bool passes(const QueryParameters &filters, std::string_view name, const QString &value);

/// `sort=field.asc,field.desc`.
struct SortKey
{
    std::string_view field;
    bool ascending = true;
};
/// The keys of `sort`, or of a fallback when it is absent; nothing when a field is not among those
/// allowed or a direction is neither.
std::optional<std::vector<SortKey>> sortKeys(const QueryParameters &filters,
                                             std::string_view fallback,
                                             std::span<const std::string_view> allowed);

} // namespace listfilters
} // namespace tapeline
