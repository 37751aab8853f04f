#pragma once

#include "jsontree.h"

#include <string>
#include <string_view>

namespace tapeline {

/// The letters of JSON (RFC 8259): what a scalar may look like.
namespace jsontext {

/// Number, Boolean or Null; Missing when text is none of them.
JsonKind kindOfBareScalar(std::string_view text);

/// Appends the string that is written as text (without the quotes) in UTF-8. False on an unknown
/// escape or half a surrogate pair. Adds at most text.size() bytes.
bool appendUnescaped(std::string &out, std::string_view text);

} // namespace jsontext
} // namespace tapeline
