#pragma once

#include <QDate>

#include <array>

namespace tapeline {

/// The economy that simulated companies live in, keyed by the seed: slow waves.
namespace economy {

/// Maturities of treasury yields, months.
inline constexpr std::array yieldMonths { 1, 3, 6, 12, 24, 36, 60, 84, 120, 240, 360 };

/// Treasury yields of a weekday by yieldMonths, percent a year, whole hundredths.
std::array<double, yieldMonths.size()> treasuryYields(quint64 seed, QDate date);

} // namespace economy
} // namespace tapeline
