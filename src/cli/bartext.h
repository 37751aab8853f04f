#pragma once

#include "candle.h"
#include "jsonline.h"

#include <string>

namespace tapeline {

/// How commands write bars.
namespace bartext {

/// {"t","o","h","l","c","v","vw","n"}, exact decimals; prices are null
/// where the bar has none, vw where it is not known.
std::string toJson(const Candle &bar);
/// The same, to be gone on with.
JsonLine jsonOf(const Candle &bar);

/// The same for people, in columns and Eastern time.
std::string header();
std::string toRow(const Candle &bar);

} // namespace bartext
} // namespace tapeline
