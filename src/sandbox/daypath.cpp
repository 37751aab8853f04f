#include "daypath.h"

#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr int blockBits = 8;
constexpr int blockDays = 1 << blockBits;
constexpr double knotDeviation = 6;
// A half gets 20 to 80 % of its parent's variance: a kurtosis of daily moves around 8
constexpr double smallestShare = 0.2;
constexpr double largestShare = 0.8;

} // namespace

DayPath::DayPath(quint64 seed, quint64 key)
    : m_seed(mixKeys(seed, key))
{
}

double DayPath::knot(int block) const
{
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Knot, block);
    return knotDeviation * bell(draws);
}

DayStep DayPath::step(int weekday) const
{
    const int block = weekday >> blockBits;
    const int position = weekday & (blockDays - 1);
    SplitMix64 massDraws = keyedDraws(m_seed, DrawPurpose::BlockMass, block);
    double mass = blockDays * between(massDraws, 0.55, 1.45);
    double left = knot(block);
    double right = knot(block + 1);
    int node = 1; // numbered as in a heap
    for (int half = blockDays / 2; half > 0; half /= 2) {
        SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Node, block, node);
        const double share = between(draws, smallestShare, largestShare);
        const double level = left + (right - left) * share
            + std::sqrt(mass * share * (1 - share)) * wideBell(draws);
        const bool rightHalf = (position & half) != 0;
        (rightHalf ? left : right) = level;
        mass *= rightHalf ? 1 - share : share;
        node = 2 * node + rightHalf;
    }

    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Overnight, weekday);
    const double night = between(draws, 0.15, 0.45);
    DayStep step;
    step.before = left;
    step.after = right;
    step.open
        = left + (right - left) * night + std::sqrt(mass * night * (1 - night)) * wideBell(draws);
    step.variance = mass * (1 - night);
    return step;
}

double bridgeMaximum(double a, double b, double variance, SplitMix64 &draws)
{
    const double u = 1.0 - draws.uniform(); // (0, 1]
    return 0.5 * (a + b + std::sqrt((b - a) * (b - a) - 2 * variance * std::log(u)));
}

int weekdayIndex(QDate date)
{
    constexpr qint64 origin = 2'451'547; // Julian day of 2000-01-03, a Monday
    const qint64 days = date.toJulianDay() - origin;
    return static_cast<int>(days / 7 * 5 + std::min<qint64>(days % 7, 4));
}

} // namespace tapeline
