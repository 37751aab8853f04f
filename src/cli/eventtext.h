#pragma once

#include "marketevent.h"
#include "symboltable.h"

#include <string>

namespace tapeline {

/// How commands write market events.
namespace eventtext {

/// The stream's own name of an event ("T", "Q", "AM", ...), by what it is and its symbol's class.
std::string_view streamName(const MarketEvent &event, const SymbolTable &symbols);

/// One JSON object: "ev" and "sym" as on the stream, times in ns, fields spelled out, units exact.
std::string toJson(const MarketEvent &event, const SymbolTable &symbols);
std::string toJson(const DepthUpdate &book, const SymbolTable &symbols);
std::string toJson(const StreamStatus &status);

/// The same for people, with Eastern time.
std::string toRow(const MarketEvent &event, const SymbolTable &symbols);
std::string toRow(const DepthUpdate &book, const SymbolTable &symbols);
std::string toRow(const StreamStatus &status);

} // namespace eventtext
} // namespace tapeline
