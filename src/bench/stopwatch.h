#pragma once

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <functional>
#include <vector>

namespace tapeline {

inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Nanoseconds of one call.
template<std::invocable Work> double nanoseconds(Work work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start)
        .count();
}

/// The median nanoseconds of each work over so many rounds, one of each a round: a machine that
/// slows down slows all of them. The first round warms up and does not count.
inline std::vector<double> interleaved(int rounds, const std::vector<std::function<void()>> &works)
{
    std::vector<std::vector<double>> times(works.size());
    for (int round = -1; round < rounds; ++round) {
        for (std::size_t i = 0; i < works.size(); ++i) {
            const double time = nanoseconds(works[i]);
            if (round >= 0)
                times[i].push_back(time);
        }
    }
    std::vector<double> medians;
    for (std::vector<double> &own : times)
        medians.push_back(median(std::move(own)));
    return medians;
}

} // namespace tapeline
