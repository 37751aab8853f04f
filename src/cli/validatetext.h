#pragma once

#include "validaterun.h"

#include <string>

/// What `validate` prints.
namespace tapeline::validatetext {

/// One object; the symbol is left out where there is none.
std::string toJson(const SymbolQuality &result);
/// Several lines for people, without a break at the end.
std::string toText(const SymbolQuality &result);

} // namespace tapeline::validatetext
