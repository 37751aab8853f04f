#pragma once

#include "result.h"
#include "traderecord.h"

#include <string>
#include <string_view>

class QJsonObject;

namespace tapeline {

/// One object of JSON, fields in fixed order, prices as text; what is not known is absent.
std::string marketMomentText(const MarketMoment &moment);
/// The inverse; Malformed for anything else.
Result<MarketMoment> marketMomentFromText(std::string_view text);
Result<MarketMoment> marketMomentFrom(const QJsonObject &object);

} // namespace tapeline
