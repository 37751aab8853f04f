#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace tapeline {

/// The least value of a function without derivatives (Nelder and Mead, A Simplex Method for
/// Function Minimization, 1965).
namespace simplexsearch {

template<std::size_t N> struct Found
{
    std::array<double, N> at {};
    double value = 0;
};

/// Begins with a simplex of steps along each axis; ends when the values at its corners agree to
/// tolerance of themselves, or after so many rounds. of must be finite everywhere.
template<std::size_t N, typename Function>
Found<N> least(const Function &of, const std::array<double, N> &start,
               const std::array<double, N> &steps, int rounds, double tolerance)
{
    std::array<Found<N>, N + 1> corners;
    corners[0] = { start, of(start) };
    for (std::size_t i = 0; i < N; ++i) {
        corners[i + 1].at = start;
        corners[i + 1].at[i] += steps[i];
        corners[i + 1].value = of(corners[i + 1].at);
    }
    const auto byValue = [](const Found<N> &a, const Found<N> &b) { return a.value < b.value; };
    for (int round = 0; round < rounds; ++round) {
        std::sort(corners.begin(), corners.end(), byValue);
        const Found<N> &best = corners.front();
        Found<N> &worst = corners.back();
        if (worst.value - best.value <= tolerance * std::abs(best.value) + 1e-300)
            break;
        std::array<double, N> centre {};
        for (std::size_t c = 0; c < N; ++c)
            for (std::size_t i = 0; i < N; ++i)
                centre[i] += corners[c].at[i] / double(N);
        const auto along = [&](double factor) {
            Found<N> point;
            for (std::size_t i = 0; i < N; ++i)
                point.at[i] = centre[i] + factor * (worst.at[i] - centre[i]);
            point.value = of(point.at);
            return point;
        };
        const Found<N> mirrored = along(-1);
        if (mirrored.value < best.value) {
            worst = std::min(mirrored, along(-2), byValue);
        } else if (mirrored.value < corners[N - 1].value) {
            worst = mirrored;
        } else {
            const Found<N> inner = along(mirrored.value < worst.value ? -0.5 : 0.5);
            if (inner.value < std::min(worst.value, mirrored.value)) {
                worst = inner;
            } else {
                for (std::size_t c = 1; c <= N; ++c) {
                    for (std::size_t i = 0; i < N; ++i)
                        corners[c].at[i] = (corners[c].at[i] + best.at[i]) / 2;
                    corners[c].value = of(corners[c].at);
                }
            }
        }
    }
    return *std::min_element(corners.begin(), corners.end(), byValue);
}

} // namespace simplexsearch
} // namespace tapeline
