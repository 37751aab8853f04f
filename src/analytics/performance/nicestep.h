#pragma once

#include <cmath>

namespace tapeline {

/// The next of 1, 2, 2.5 or 5 times a power of ten that is not below: steps of bins and axes that
/// people can read. step > 0.
inline double niceStep(double step)
{
    const double power = std::pow(10, std::floor(std::log10(step)));
    for (const double nice : { 1.0, 2.0, 2.5, 5.0 })
        if (step <= nice * power * (1 + 1e-12))
            return nice * power;
    return 10 * power;
}

} // namespace tapeline
