#include "economy.h"

#include "daypath.h"
#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

/// One of several slow walks, in standard deviations of a day.
double wave(quint64 seed, quint64 which, QDate date)
{
    const auto purpose = static_cast<quint64>(DrawPurpose::Economy);
    return DayPath(seed, mixKeys(which, purpose)).step(weekdayIndex(date)).after;
}

double hundredths(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

std::array<double, economy::yieldMonths.size()> economy::treasuryYields(quint64 seed, QDate date)
{
    const double overnight = 3.4 + 0.11 * wave(seed, 1, date);
    const double slope = 1.1 + 0.06 * wave(seed, 2, date);
    std::array<double, yieldMonths.size()> yields {};
    for (std::size_t i = 0; i < yields.size(); ++i) {
        // Most of the slope lies within the first ten years
        const double reach = 1 - std::exp(-yieldMonths[i] / 60.0);
        yields[i] = hundredths(std::max(0.01, overnight + slope * reach));
    }
    return yields;
}

} // namespace tapeline
