#include "sortedvalues.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

double sortedQuantile(std::span<const double> ascending, double share)
{
    const double place = std::clamp(share, 0.0, 1.0) * double(ascending.size() - 1);
    const auto below = std::size_t(place);
    const double low = ascending[below];
    const double high = ascending[std::min(below + 1, ascending.size() - 1)];
    const double part = place - double(below);
    return part > 0 && low != high ? low + part * (high - low) : low; // infinities stay
}

} // namespace tapeline
