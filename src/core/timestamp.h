#pragma once

#include <QtGlobal>

#include <chrono>

namespace tapeline {

using namespace std::chrono_literals;

using Duration = std::chrono::nanoseconds;

/// An instant in UTC, whole nanoseconds since 1970. Years 1678 to 2262.
using Timestamp = std::chrono::sys_time<Duration>;

constexpr Timestamp fromNs(qint64 ns)
{
    return Timestamp(Duration(ns));
}
constexpr Timestamp fromMs(qint64 ms)
{
    return Timestamp(std::chrono::milliseconds(ms));
}
constexpr qint64 toNs(Timestamp time)
{
    return time.time_since_epoch().count();
}
/// Rounds towards the past.
constexpr qint64 toMs(Timestamp time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
}

/// Reads a time whose unit is told by its magnitude alone, as the service's disagreements demand:
/// around 1e9 seconds, 1e12 milliseconds, 1e15 microseconds, 1e18 nanoseconds.
/// 0 (and anything negative) is the epoch: "no time".
Timestamp timestampByMagnitude(qint64 value);

} // namespace tapeline
