#pragma once

#include "faults.h"
#include "result.h"

#include <QStringView>

#include <string>
#include <string_view>

namespace tapeline {

/// The faults by name, for other processes and the command line. Durations are seconds.
namespace faultfields {

/// All of them as one JSON object.
std::string toJson(const Faults &faults);
/// A JSON object; what it does not name is off. InvalidArgument, with a sentence, when it names
/// something unknown or has a value of the wrong type or out of its range.
Result<Faults> fromJson(std::string_view text);
/// One of them as "name=value"; "name" alone switches on what is on or off. faults stays as it is
/// when that is an InvalidArgument.
Result<void> set(Faults &faults, QStringView assignment);
/// "htmlError, truncatedJson, ...", with what kind of value each takes.
QString summary();

} // namespace faultfields
} // namespace tapeline
