#pragma once

#include <cmath>

namespace tapeline {

/// The next 1, 2 or 5 times a power of ten from largest on; 1 when it is not above 0. What is
/// measured by it stands still while the largest value trembles.
inline double roundMeasure(double largest)
{
    if (!(largest > 0))
        return 1;
    const double decade = std::pow(10, std::floor(std::log10(largest)));
    for (const double step : { 1.0, 2.0, 5.0 })
        if (step * decade >= largest)
            return step * decade;
    return 10 * decade;
}

} // namespace tapeline
