#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>

namespace tapeline {

/// A place and a function's value there.
struct Root
{
    double x = 0;
    double value = 0;
};

/// Where a function of one sign at a and of the other at b is 0, to a tolerance of its value, or as
/// near as doubles tell: Chandrupatla's method (1997), inverse quadratic interpolation where that
/// is safe, halving elsewhere.
template<std::invocable<double> Function>
Root findRoot(const Function &function, Root b, Root a, double tolerance)
{
    Root older = b;
    double share = 0.5;
    for (int round = 0; round < 100 && std::abs(a.value) > tolerance; ++round) {
        const double x = a.x + share * (b.x - a.x);
        const Root next { x, function(x) };
        if ((next.value > 0) == (a.value > 0)) {
            older = a;
        } else {
            older = b;
            b = a;
        }
        a = next;
        if (std::abs(b.x - a.x) < 1e-14)
            break;
        const double xi = (a.x - b.x) / (older.x - b.x);
        const double phi = (a.value - b.value) / (older.value - b.value);
        share = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
            ? a.value / (b.value - a.value) * older.value / (b.value - older.value)
                + (older.x - a.x) / (b.x - a.x) * a.value / (older.value - a.value) * b.value
                    / (older.value - b.value)
            : 0.5;
        share = std::clamp(share, 1e-12, 1 - 1e-12);
    }
    return a;
}

} // namespace tapeline
