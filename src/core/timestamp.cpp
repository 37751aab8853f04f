#include "timestamp.h"

namespace tapeline {

Timestamp timestampByMagnitude(qint64 value)
{
    // Each unit begins where the one before would mean the year 2255: far from any market date on
    // both sides, and the products below fit
    constexpr qint64 firstMilliseconds = 9'000'000'000;
    constexpr qint64 firstMicroseconds = firstMilliseconds * 1'000;
    constexpr qint64 firstNanoseconds = firstMicroseconds * 1'000;

    if (value <= 0)
        return {};
    if (value < firstMilliseconds)
        return Timestamp(std::chrono::seconds(value));
    if (value < firstMicroseconds)
        return fromMs(value);
    if (value < firstNanoseconds)
        return Timestamp(std::chrono::microseconds(value));
    return fromNs(value);
}

} // namespace tapeline
