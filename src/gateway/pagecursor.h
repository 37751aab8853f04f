#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tapeline {

/// The opaque `cursor` of a next_url: what the next page needs to know, sealed to the query it
/// belongs to. The seal finds foreign and damaged cursors; it hides nothing and needs no secret, so
/// the same request gives the same bytes.
namespace pagecursor {

/// fields must not hold a newline. query is what the cursor is bound to, such as the path.
std::string seal(std::string_view query, const std::vector<std::string> &fields);
/// The fields, or nothing when the cursor was not made for this query.
std::optional<std::vector<std::string>> open(std::string_view query, std::string_view cursor);

} // namespace pagecursor
} // namespace tapeline
