#pragma once

#include "instrument.h"
#include "result.h"

#include <string>

class QJsonObject;

namespace tapeline {

/// All of it as a JSON object.
std::string instrumentText(const Instrument &instrument);
/// The inverse; Malformed for anything else.
Result<Instrument> instrumentFromJson(const QJsonObject &object);

} // namespace tapeline
