#pragma once

#include <span>

namespace tapeline {

/// The value below which a share of ascending values lies, interpolated linearly between
/// neighbours (type 7 of Hyndman and Fan 1996, as R and numpy do by default). share is held to
/// 0...1; there must be values, of which some may be infinite.
double sortedQuantile(std::span<const double> ascending, double share);

} // namespace tapeline
